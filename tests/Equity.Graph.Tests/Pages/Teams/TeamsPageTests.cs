namespace Equity.Graph.Tests.Pages.Teams;

[Collection(nameof(Community))]
public class TeamsPageTests(EquityHost host)
{
    private const string Names = "#results h3";

    [Fact]
    public async Task All_teams_are_there_a_page_at_a_time()
    {
        using var browser = await PlainBrowser.OpenAsync(host);
        await browser.GoAsync("/teams");
        Assert.Equal("48 teams", browser.Page.QuerySelector("#results h2")!.TextContent);
        var seen = new List<string>();
        for (var pages = 0; pages < 4; pages++)
        {
            seen.AddRange(browser.Page.QuerySelectorAll(Names).Select(name => name.TextContent));
            if (browser.Page.QuerySelector("a[rel=next]") is { } next)
                await browser.GoAsync(next.GetAttribute("href")!);
        }
        Assert.Equal(48, seen.Distinct().Count());
        Assert.Null(browser.Page.QuerySelector("a[rel=next]"));
        Assert.NotNull(browser.Page.QuerySelector("a[rel=prev]"));
    }

    [Fact]
    public async Task Words_and_filters_work_together_and_stay_in_the_form()
    {
        using var browser = await PlainBrowser.OpenAsync(host);
        await browser.GoAsync("/teams");
        await browser.SendAsync(browser.Page.Forms.Single(form => form.GetAttribute("role") == "search"), ("q", "VIDEO older"), ("dimension", "DIGITAL_EXCLUSION"), ("place", "quay"), ("programme", "pursuing-equity"), ("stage", "TESTING"), ("room", "true"));
        Assert.Equal("The Tablet Table", Assert.Single(browser.Page.QuerySelectorAll(Names)).TextContent);
        Assert.Equal(("VIDEO older", "Digital exclusion"), (browser.Page.QuerySelector("#q")!.GetAttribute("value"), browser.Page.QuerySelector("[name=dimension] [selected]")!.TextContent));
        await browser.GoAsync("/teams?q=video+older&dimension=RELIGION");
        Assert.Contains("No team fits", browser.Text, StringComparison.Ordinal);
        Assert.Empty(browser.Page.QuerySelectorAll(Names));
    }

    [Fact]
    public async Task The_order_can_be_chosen_and_what_no_list_has_is_passed_over()
    {
        using var browser = await PlainBrowser.OpenAsync(host);
        await browser.GoAsync("/teams?order=stage&stage=NOWHERE&dimension=%22");
        Assert.Equal("48 teams", browser.Page.QuerySelector("#results h2")!.TextContent);
        Assert.Equal("Sharing", browser.Page.QuerySelector("#results .tag")!.TextContent);
    }
}
