using System.Net;

namespace Equity.Graph.Tests.Pages.Teams;

[Collection(nameof(Community))]
public class TeamPageTests(EquityHost host)
{
    private const string Ours = "/teams/tablet-table-quayside";

    private static readonly string[] Parts = ["edit", "people", "inequities", "asks", "learning", "ideas", "measures", "poster"];

    public static TheoryData<string> OfMembers => [.. Parts];

    [Fact]
    public async Task A_visitor_reads_what_is_published_and_is_asked_to_sign_in_for_the_rest()
    {
        await host.SettledAsync();
        using var browser = await PlainBrowser.OpenAsync(host);
        await browser.GoAsync(Ours);
        Assert.Equal(["facts", "people", "inequities", "support", "learning", "peers"], browser.Page.QuerySelectorAll("main section").Select(part => part.GetAttribute("aria-labelledby")).Where(id => id is not ("story" or "ideas" or "measures" or "poster" or "friends")));
        Assert.Contains("By 28 February 2027", browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Amina", browser.Text, StringComparison.Ordinal);
        Assert.Contains("Sign in to see it", browser.Page.QuerySelector("[aria-labelledby=support]")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(browser.Page.QuerySelectorAll("a[href^='/teams/tablet-table-quayside/'], a[href^='/propose/']"));
    }

    [Fact]
    public async Task A_member_sees_names_matches_and_the_way_to_change_each_part()
    {
        await host.SettledAsync();
        using var browser = await PlainBrowser.OpenAsync(host, "tom");
        await browser.GoAsync(Ours);
        Assert.Contains("Tom (you)", browser.Text, StringComparison.Ordinal);
        Assert.All(Parts, part => Assert.NotNull(browser.Page.QuerySelector($"a[href='{Ours}/{part}']")));
        Assert.NotNull(browser.Page.QuerySelector("a[href='/find?team=tablet-table-quayside']"));
        Assert.NotEmpty(browser.Page.QuerySelectorAll("[aria-labelledby=support] details a[href^='/teams/']"));
        Assert.Null(browser.Page.QuerySelector("a[href^='/propose/']"));
    }

    [Fact]
    public async Task A_member_of_another_team_may_propose_and_change_nothing()
    {
        using var browser = await PlainBrowser.OpenAsync(host, "grace");
        await browser.GoAsync(Ours);
        Assert.NotNull(browser.Page.QuerySelector("a[href='/propose/tablet-table-quayside']"));
        Assert.Empty(browser.Page.QuerySelectorAll($"a[href^='{Ours}/']"));
    }

    [Theory]
    [MemberData(nameof(OfMembers))]
    public async Task What_only_members_change_is_closed_to_others(string part)
    {
        using var grace = await PlainBrowser.OpenAsync(host, "grace");
        await grace.GoAsync($"{Ours}/{part}");
        Assert.Equal(HttpStatusCode.Forbidden, grace.Status);
        using var visitor = await PlainBrowser.OpenAsync(host);
        await visitor.GoAsync($"{Ours}/{part}");
        Assert.StartsWith("/sign-in", visitor.Address, StringComparison.Ordinal);
        using var tom = await PlainBrowser.OpenAsync(host, "tom");
        await tom.GoAsync($"{Ours}/{part}");
        Assert.Equal(HttpStatusCode.OK, tom.Status);
        await tom.GoAsync($"/teams/no-such-team/{part}");
        Assert.Equal(HttpStatusCode.NotFound, tom.Status);
    }

    [Fact]
    public async Task A_team_that_is_not_there_is_said_not_to_be()
    {
        using var browser = await PlainBrowser.OpenAsync(host);
        await browser.GoAsync("/teams/no-such-team");
        Assert.Equal(HttpStatusCode.NotFound, browser.Status);
        Assert.Contains("There is no team here that you can see", browser.Text, StringComparison.Ordinal);
    }
}
