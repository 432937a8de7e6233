using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Equity.Graph.Tests.Pages.MyTeam;

public class MyTeamPageTests(EquityHost host) : IClassFixture<EquityHost>
{
    [Fact]
    public async Task Who_is_on_no_team_is_led_to_register_one_or_to_be_added()
    {
        using var browser = await PlainBrowser.OpenAsync(host, "analyst");
        await browser.GoAsync("/my-team");
        Assert.Equal("/teams/new", browser.Page.QuerySelector("main a.button")!.GetAttribute("href"));
        Assert.Equal("analyst", browser.Page.QuerySelector("main code")!.TextContent);
    }

    [Fact]
    public async Task From_an_empty_team_each_step_to_the_first_proposal_is_named()
    {
        var team = await host.RegisterAsync("newcomer", "Empty Shelf");
        using var browser = await PlainBrowser.OpenAsync(host, "newcomer");
        Assert.Equal($"/teams/{team.Key}/edit", await NextAsync());
        team = Row.Of((await host.ChangeAsync("newcomer", "updateTeam", new { team = team.Id, version = team.Version, aim = "By May, half as many missed visits." }, "team { id key version }")).At("team"));
        Assert.Equal($"/teams/{team.Key}/inequities", await NextAsync());
        await host.TackleAsync("newcomer", team, "Older people cannot use the video link");
        Assert.Equal($"/teams/{team.Key}/asks", await NextAsync());
        await host.AskForAsync("newcomer", team, "How do we help people who have no tablet?");
        Assert.Equal($"/teams/{team.Key}/edit#publish", await NextAsync());
        await host.ChangeAsync("newcomer", "publishTeam", new { team = team.Id, version = team.Version }, "team { id }");
        Assert.Equal($"/find?team={team.Key}", await NextAsync());

        async Task<string?> NextAsync()
        {
            await browser.GoAsync($"/my-team?team={team.Key}");
            return browser.Page.QuerySelector(".band a.button")!.GetAttribute("href");
        }
    }

    [Fact]
    public async Task What_waits_comes_first_and_goes_when_it_is_done()
    {
        var (asking, asked) = (await host.PublishAsync("grace", "Who Asks First"), await host.PublishAsync("newcomer", "Who Waits"));
        await host.ChangeAsync("grace", "proposeFriendship", new { from = asking.Id, to = asked.Id, message = "Could you show us your leaflets?" }, "friendship { id }");
        using var browser = await PlainBrowser.OpenAsync(host, "newcomer");
        await browser.GoAsync($"/my-team?team={asked.Key}");
        var waits = browser.Page.GetElementById("waits")!;
        Assert.Contains("Could you show us your leaflets?", waits.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("/live/FriendshipChanged?team=", waits.GetAttribute("data-events"), StringComparison.Ordinal);
        var news = waits.QuerySelectorAll("form[id^=read-]").Length;
        await browser.SendAsync((IHtmlFormElement)waits.QuerySelector("form[id^=read-]")!);
        Assert.Equal(news - 1, browser.Page.QuerySelectorAll("#waits form[id^=read-]").Length);

        await browser.SendAsync((IHtmlFormElement)browser.Page.QuerySelector("form[id^=accept-]")!, ("nextCheckIn", "2026-11-12"));
        Assert.DoesNotContain("Have you met", Said(browser), StringComparison.Ordinal);
        host.Clock.Advance(TimeSpan.FromDays(1));
        // The cookie has ended over night.
        using var later = await PlainBrowser.OpenAsync(host, "newcomer");
        await later.GoAsync($"/my-team?team={asked.Key}");
        Assert.Contains("Have you met Who Asks First?", Said(later), StringComparison.Ordinal);
        await later.SendAsync((IHtmlFormElement)later.Page.QuerySelector("form[id^=met-]")!, ("met", "NOT_YET"));
        Assert.DoesNotContain("Have you met Who Asks First?", Said(later), StringComparison.Ordinal);

        // The other team is asked although the first answer has moved the day.
        using var other = await PlainBrowser.OpenAsync(host, "grace");
        await other.GoAsync($"/my-team?team={asking.Key}");
        Assert.Contains("Have you met Who Waits?", Said(other), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("11")]
    [InlineData("some")]
    [InlineData("")]
    public async Task A_number_of_friends_that_cannot_be_is_refused_and_kept_as_typed(string typed)
    {
        using var browser = await PlainBrowser.OpenAsync(host, "tom");
        await browser.GoAsync("/my-team");
        await browser.SendAsync("capacity", ("friendCapacity", typed));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.NotNull(browser.Page.GetElementById("capacity-friendCapacity-error"));
        Assert.Equal(typed, browser.Page.QuerySelector<IHtmlInputElement>("#capacity-friendCapacity")!.Value);
        Assert.True(browser.Page.GetElementById("capacity")!.ParentElement!.HasAttribute("open"));
    }

    [Fact]
    public async Task A_team_says_how_many_friends_it_has_time_for_pauses_and_ends_its_work()
    {
        var team = await host.PublishAsync("lead", "Short Lives");
        using var browser = await PlainBrowser.OpenAsync(host, "lead");
        await browser.GoAsync($"/my-team?team={team.Key}");
        await browser.SendAsync("capacity", ("friendCapacity", "1"));
        Assert.Contains("time for 1 friend at once", browser.Text, StringComparison.Ordinal);
        await browser.SendAsync("pause", ("until", ""));
        Assert.NotNull(browser.Page.GetElementById("pause-until-error"));
        await browser.SendAsync("pause", ("until", "2026-12-24"));
        Assert.Contains("pauses until 24 December 2026", browser.Text, StringComparison.Ordinal);
        await browser.SendAsync("resume");
        Assert.NotNull(browser.Page.GetElementById("pause"));
        await browser.SendAsync("archive");
        Assert.Contains("ended its work on", browser.Text, StringComparison.Ordinal);
        Assert.Null(browser.Page.GetElementById("archive"));
    }

    private static string Said(PlainBrowser browser) => string.Join(' ', browser.Page.QuerySelectorAll("#waits h3").Select(heading => heading.TextContent));
}
