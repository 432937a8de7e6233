using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Equity.Graph.Tests.Pages.Friendships;

public class FriendshipPageTests(EquityHost host) : IClassFixture<EquityHost>
{
    [Fact]
    public async Task Two_teams_become_friends_tell_whether_they_met_and_part()
    {
        var (_, _, address) = await ProposedAsync("First Steps", "Second Steps");
        using var asked = await PlainBrowser.OpenAsync(host, "coach");
        await asked.GoAsync(address);
        Assert.Contains("First Steps asks whether you could be friends", asked.Text, StringComparison.Ordinal);
        Assert.Contains("May we come and watch?", asked.Text, StringComparison.Ordinal);
        await asked.SendAsync(FormOf(asked, "accept-"), ("workingDays", "3"), ("contact", "Ring Sam on 07700 900123"), ("nextCheckIn", "2026-12-01"));
        Assert.Contains("You are friends to call on now", asked.Text, StringComparison.Ordinal);

        using var asking = await PlainBrowser.OpenAsync(host, "newcomer");
        await asking.GoAsync(address);
        Assert.Contains("within 3 working days", asking.Text, StringComparison.Ordinal);
        Assert.Contains("Ring Sam on 07700 900123", asking.Text, StringComparison.Ordinal);
        await asking.SendAsync(FormOf(asking, "met-"), ("met", "YES"), ("helped", "4"), ("note", "It went well"));
        Assert.Contains("they met, and it helped 4 out of 5.", asking.Text, StringComparison.Ordinal);
        Assert.Contains("It went well", asking.Text, StringComparison.Ordinal);
        await asked.GoAsync(address);
        Assert.DoesNotContain("It went well", asked.Text, StringComparison.Ordinal);

        await asked.SendAsync("end");
        Assert.Contains("no longer friends", asked.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("07700", asked.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_two_teams_read_what_they_agreed_on()
    {
        var (_, _, address) = await ProposedAsync("Third Steps", "Fourth Steps");
        using var stranger = await PlainBrowser.OpenAsync(host, "grace");
        await stranger.GoAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, stranger.Status);
        using var asked = await PlainBrowser.OpenAsync(host, "coach");
        await asked.GoAsync(address);
        await asked.SendAsync(FormOf(asked, "accept-"), ("contact", "Ring Sam on 07700 900123"));
        await stranger.GoAsync(address);
        Assert.Contains("These two teams are friends to call on.", stranger.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("07700", stranger.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("May we come", stranger.Text, StringComparison.Ordinal);
        Assert.Empty(stranger.Page.QuerySelectorAll("main form"));
        using var visitor = await PlainBrowser.OpenAsync(host);
        await visitor.GoAsync(address);
        Assert.StartsWith("/sign-in", visitor.Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_says_no_remembers_why_and_the_other_team_is_named_another_one()
    {
        await host.SettledAsync();
        var (_, _, address) = await ProposedAsync("Fifth Steps", "Sixth Steps", from => host.TackleAsync("newcomer", from, "Older people cannot use the video link", "People over 70"));
        using var asked = await PlainBrowser.OpenAsync(host, "coach");
        await asked.GoAsync(address);
        await asked.SendAsync(FormOf(asked, "decline-"), ("reason", "Winter is too busy for us"));
        Assert.Contains("You have said no", asked.Text, StringComparison.Ordinal);
        Assert.Contains("Winter is too busy for us", asked.Text, StringComparison.Ordinal);
        await host.SettledAsync();
        using var asking = await PlainBrowser.OpenAsync(host, "newcomer");
        await asking.GoAsync(address);
        Assert.DoesNotContain("Winter is too busy", asking.Text, StringComparison.Ordinal);
        Assert.Contains("Another team to ask", asking.Text, StringComparison.Ordinal);
        Assert.NotNull(asking.Page.QuerySelector("a[href^='/propose/']"));
    }

    [Fact]
    public async Task An_answer_that_comes_too_late_or_is_wrong_changes_nothing_and_says_why()
    {
        var (_, _, address) = await ProposedAsync("Seventh Steps", "Eighth Steps");
        using var asked = await PlainBrowser.OpenAsync(host, "coach");
        await asked.GoAsync(address);
        var accept = FormOf(asked, "accept-");
        await asked.SendAsync(accept, ("workingDays", "21"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.Status);
        Assert.Contains("must", asked.Page.GetElementById($"{accept.Id}-workingDays-error")!.TextContent, StringComparison.Ordinal);
        using var asking = await PlainBrowser.OpenAsync(host, "newcomer");
        await asking.GoAsync(address);
        await asking.SendAsync(FormOf(asking, "withdraw-"));
        Assert.Contains("You have taken the proposal back", asking.Text, StringComparison.Ordinal);
        await asked.SendAsync(accept, ("workingDays", "5"));
        Assert.Contains("It has been withdrawn", asked.Page.GetElementById("errors")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_changes_what_the_other_team_has_just_changed_sees_both()
    {
        var (_, _, address) = await ProposedAsync("Ninth Steps", "Tenth Steps");
        using var asked = await PlainBrowser.OpenAsync(host, "coach");
        await asked.GoAsync(address);
        await asked.SendAsync(FormOf(asked, "accept-"));
        using var asking = await PlainBrowser.OpenAsync(host, "newcomer");
        await asking.GoAsync(address);
        await asked.SendAsync("agree", ("workingDays", "2"));
        await asking.SendAsync("agree", ("workingDays", "9"));
        Assert.Equal(HttpStatusCode.Conflict, asking.Status);
        Assert.Equal("9", asking.Page.QuerySelector<IHtmlInputElement>("#agree-workingDays")!.Value);
        Assert.Contains("It says now: 2", asking.Text, StringComparison.Ordinal);
        await asking.SendAsync("agree");
        Assert.Contains("within 9 working days", asking.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_does_not_say_whether_they_met_is_asked_to_choose()
    {
        var (_, _, address) = await ProposedAsync("Eleventh Steps", "Twelfth Steps");
        using var asked = await PlainBrowser.OpenAsync(host, "coach");
        await asked.GoAsync(address);
        await asked.SendAsync(FormOf(asked, "accept-"));
        var form = FormOf(asked, "met-");
        await asked.SendAsync(form, ("note", "We are not sure"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.Status);
        Assert.Contains("must be chosen", asked.Page.GetElementById($"{form.Id}-met-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("We are not sure", asked.Page.QuerySelector<IHtmlTextAreaElement>($"[name=note]")!.Value);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("VGVhbTox")]
    public async Task What_is_no_friendship_is_not_found(string id)
    {
        using var browser = await PlainBrowser.OpenAsync(host, "tom");
        await browser.GoAsync($"/friendships/{id}");
        Assert.Equal(HttpStatusCode.NotFound, browser.Status);
    }

    private static IHtmlFormElement FormOf(PlainBrowser browser, string start) => (IHtmlFormElement)browser.Page.QuerySelector($"form[id^={start}]")!;

    /// <summary>A team of the newcomer's that has asked one of the coach's.</summary>
    private async Task<(Row From, Row To, string Address)> ProposedAsync(string from, string to, Func<Row, Task>? telling = null)
    {
        var (asking, asked) = (await host.PublishAsync("newcomer", from), await host.PublishAsync("coach", to));
        if (telling is not null)
            await telling(asking);
        var proposed = await host.ChangeAsync("newcomer", "proposeFriendship", new { from = asking.Id, to = asked.Id, message = "May we come and watch?" }, "friendship { id }");
        return (asking, asked, $"/friendships/{proposed.At("friendship").Text("id")}");
    }
}
