using System.Net;

namespace Equity.Graph.Tests.Pages.Community;

public class CommunityPagesTests(Lived lived) : IClassFixture<Lived>
{
    [Theory]
    [InlineData("/community", "tom")]
    [InlineData("/community", "newcomer")]
    [InlineData("/community", "analyst")]
    [InlineData("/community/introductions", "tom")]
    [InlineData("/community/audit", "tom")]
    [InlineData("/community/cafe/lifeboat-hall-gathering", "tom")]
    public async Task These_pages_are_for_leads_and_coaches(string address, string persona)
    {
        using var browser = await PlainBrowser.OpenAsync(lived.Host, persona);
        await browser.GoAsync(address);
        Assert.Equal(HttpStatusCode.Forbidden, browser.Status);
        Assert.Contains("This page is for leads and coaches", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_not_signed_in_is_asked_to()
    {
        using var browser = await PlainBrowser.OpenAsync(lived.Host);
        await browser.GoAsync("/community");
        Assert.StartsWith("/sign-in", browser.Address, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lead", true)]
    [InlineData("coach", true)]
    [InlineData("administrator", false)]
    public async Task Who_leads_sees_who_has_no_friend_and_whom_to_nudge(string persona, bool leads)
    {
        using var browser = await PlainBrowser.OpenAsync(lived.Host, persona);
        await browser.GoAsync("/community");
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.Equal(10, browser.Page.QuerySelectorAll("section[aria-labelledby=alone] .card").Length);
        Assert.Contains("have no friend to call on", browser.Text, StringComparison.Ordinal);
        Assert.Equal(leads, browser.Page.GetElementById("expiring") is not null);
        Assert.Equal(leads, browser.Page.GetElementById("missed") is not null);
    }

    [Fact]
    public async Task Introductions_come_a_page_at_a_time_and_tell_why_of_both()
    {
        using var browser = await PlainBrowser.OpenAsync(lived.Host, "lead");
        await browser.GoAsync("/community/introductions");
        var first = browser.Page.QuerySelectorAll(".card h3").Select(each => each.TextContent).ToList();
        Assert.Equal(12, first.Count);
        Assert.All(browser.Page.QuerySelectorAll(".card"), card => Assert.Equal(2, card.QuerySelectorAll("h3 a").Length));
        await browser.GoAsync(browser.Page.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        Assert.Empty(browser.Page.QuerySelectorAll(".card h3").Select(each => each.TextContent).Intersect(first));
    }

    [Fact]
    public async Task A_lead_tells_two_teams_of_each_other_once_and_an_administrator_only_reads()
    {
        using var lead = await PlainBrowser.OpenAsync(lived.Host, "lead");
        await lead.GoAsync("/community/introductions?each=3");
        var ids = await IdsAsync("tablet-table-quayside", "hear-me-first-maternity");
        await lead.SendAsync("tell-all", [.. ids.Select(id => ("teams", id))]);
        Assert.Contains("They have been told of each other", lead.Text, StringComparison.Ordinal);
        await lead.SendAsync("tell-all", [.. ids.Select(id => ("teams", id))]);
        await lead.SendAsync("tell-all", ("teams", ids[0]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, lead.Status);
        Assert.Equal(["“Hear Me First” and your team could help each other"], await NewsAsync("tom"));
        Assert.Equal(["“The Tablet Table” and your team could help each other"], await NewsAsync("grace"));

        using var administrator = await PlainBrowser.OpenAsync(lived.Host, "administrator");
        await administrator.GoAsync("/community/introductions");
        Assert.Equal(HttpStatusCode.OK, administrator.Status);
        Assert.Null(administrator.Page.GetElementById("tell-all"));
    }

    private async Task<List<string>> IdsAsync(params string[] keys)
    {
        var ids = new List<string>();
        foreach (var key in keys)
            ids.Add((await lived.Host.DataAsync("query($key: String!) { team(key: $key) { id } }", new { key })).At("team").Text("id"));
        return ids;
    }

    private async Task<IEnumerable<string>> NewsAsync(string persona) =>
        (await lived.Host.DataAsync("{ viewer { notifications(first: 100) { text } } }", null, persona)).At("viewer", "notifications").EnumerateArray()
            .Select(told => told.Text("text").Split(',')[0]).Where(text => text.EndsWith("could help each other", StringComparison.Ordinal));

    [Fact]
    public async Task The_audit_is_filtered_by_team_deed_and_day()
    {
        using var browser = await PlainBrowser.OpenAsync(lived.Host, "lead");
        await browser.GoAsync("/community/audit?team=tablet&action=CREATED&to=2026-12-31");
        Assert.NotEmpty(browser.Page.QuerySelectorAll("main li.reason"));
        Assert.All(browser.Page.QuerySelectorAll("main li.reason > p:first-child"), line =>
        {
            Assert.StartsWith("Created", line.TextContent, StringComparison.Ordinal);
            Assert.EndsWith("The Tablet Table", line.TextContent, StringComparison.Ordinal);
        });
        await browser.GoAsync("/community/audit?team=tablet&from=2027-01-01");
        Assert.Contains("Nothing was changed that fits", browser.Text, StringComparison.Ordinal);
        await browser.GoAsync("/community/audit?from=never&action=NONSENSE");
        Assert.Equal(15, browser.Page.QuerySelectorAll("main li.reason").Length);
        Assert.InRange(browser.Bytes, 1, 60_000);
    }
}
