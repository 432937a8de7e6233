using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Equity.Graph.Tests.Pages.Friendships;

public class ProposePageTests(EquityHost host) : IClassFixture<EquityHost>
{
    private const string Tables = "/propose/tablet-table-quayside";

    [Fact]
    public async Task A_visitor_is_asked_to_sign_in_and_comes_back()
    {
        using var browser = await PlainBrowser.OpenAsync(host);
        await browser.GoAsync($"{Tables}?about=late%20buses");
        Assert.StartsWith("/sign-in?return=%2Fpropose%2Ftablet-table-quayside", browser.Address, StringComparison.Ordinal);
        await browser.SendAsync(browser.Page.QuerySelector<IHtmlFormElement>("form[action='/sign-in/as']")!, ("as", "grace"));
        Assert.Equal("We need help with: late buses", browser.Page.QuerySelector<IHtmlTextAreaElement>("#propose-message")!.Value);
    }

    [Theory]
    [InlineData("lead", Tables, "Register your team")]
    [InlineData("tom", Tables, "This is your own team")]
    [InlineData("tom", "/propose/nobody", "There is no team here that you can see")]
    public async Task Who_cannot_ask_them_reads_why(string persona, string address, string why)
    {
        using var browser = await PlainBrowser.OpenAsync(host, persona);
        await browser.GoAsync(address);
        Assert.Contains(why, browser.Text, StringComparison.Ordinal);
        Assert.Null(browser.Page.GetElementById("propose"));
        Assert.Equal(why.StartsWith("There is no", StringComparison.Ordinal) ? HttpStatusCode.NotFound : HttpStatusCode.OK, browser.Status);
    }

    [Fact]
    public async Task A_proposal_is_sent_once_however_often_it_is_clicked_and_then_waits_for_an_answer()
    {
        var (from, to) = await TwoTeamsAsync("Who Asks", "Who Is Asked");
        using var browser = await PlainBrowser.OpenAsync(host, "newcomer");
        await browser.GoAsync($"/propose/{to.Key}");
        var form = (IHtmlFormElement)browser.Page.GetElementById("propose")!;
        await browser.SendAsync(form, ("from", from.Id), ("message", "May we come and watch?"), ("contact", "Ring Sam on 07700 900123"));
        Assert.StartsWith("/my-team?done=ProposeFriendship", browser.Address, StringComparison.Ordinal);
        await browser.SendAsync(form, ("from", from.Id), ("message", "May we come and watch?"), ("contact", "Ring Sam on 07700 900123"));
        Assert.StartsWith("/my-team?done=ProposeFriendship", browser.Address, StringComparison.Ordinal);
        await browser.GoAsync($"/my-team?team={from.Key}");
        Assert.Single(browser.Page.QuerySelectorAll("form[id^=withdraw-]"));
        Assert.Contains("Who Is Asked", browser.Text, StringComparison.Ordinal);
        await browser.GoAsync($"/propose/{to.Key}");
        Assert.DoesNotContain(browser.Page.QuerySelectorAll("option"), option => option.TextContent == "Who Asks");
    }

    [Theory]
    [InlineData("message", "Ring me on 07700 900123", "phone number")]
    [InlineData("purpose", "Ring me on 07700 900123", "phone number")]
    [InlineData("purpose", null, "201 characters")]
    public async Task What_cannot_be_kept_is_named_beside_its_field_and_nothing_that_was_typed_is_lost(string field, string? typed, string why)
    {
        typed ??= new string('a', 201);
        using var browser = await PlainBrowser.OpenAsync(host, "grace");
        await browser.GoAsync(Tables);
        await browser.SendAsync("propose", ("contact", "The ward's own number"), (field, typed));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains(why, browser.Page.GetElementById($"propose-{field}-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal($"propose-{field}-error", browser.Page.GetElementById($"propose-{field}")!.GetAttribute("aria-describedby")!.Split(' ')[^1]);
        Assert.Equal("The ward's own number", browser.Page.QuerySelector<IHtmlInputElement>("#propose-contact")!.Value);
    }

    [Fact]
    public async Task A_team_that_pauses_is_not_asked()
    {
        var (_, to) = await TwoTeamsAsync("Who Would Ask", "Who Pauses");
        await host.ChangeAsync("coach", "pauseTeam", new { team = to.Id, version = to.Version, until = "2026-12-01" }, "team { id }");
        using var browser = await PlainBrowser.OpenAsync(host, "newcomer");
        await browser.GoAsync($"/propose/{to.Key}");
        Assert.Contains("takes no new friends until 1 December 2026", browser.Text, StringComparison.Ordinal);
    }

    private async Task<(Row From, Row To)> TwoTeamsAsync(string from, string to)
    {
        // A second team of the newcomer's: who has two chooses.
        await host.PublishAsync("newcomer", $"Beside {from}");
        return (await host.PublishAsync("newcomer", from), await host.PublishAsync("coach", to));
    }
}
