using System.Net;

namespace Equity.Graph.Tests.Pages.Insights;

[Collection(nameof(LivedInPages))]
public class MeasurePageTests(LivedInCommunity host)
{
    [Fact]
    public async Task A_measure_is_found_in_the_list_and_shows_charts_a_table_and_the_gap()
    {
        using var browser = await OpenAsync("visitor", "Missed outpatient appointments");
        Assert.Contains("fell, which is better", browser.Page.QuerySelector("#chart + p + figure img")!.GetAttribute("alt"), StringComparison.Ordinal);
        Assert.Equal(5, browser.Page.QuerySelectorAll(".cards img").Length);
        Assert.Equal(36, browser.Page.QuerySelectorAll("#chart ~ details tbody tr").Length);
        Assert.Equal(5, browser.Page.QuerySelectorAll("#gap ~ div tbody tr").Length);
        await browser.GoAsync(browser.Page.QuerySelector(".cards h3 a")!.GetAttribute("href")!.Split('#')[0]);
        Assert.Equal("IMD 1, most deprived", browser.Page.GetElementById("chart")!.TextContent);
        Assert.NotEmpty(browser.Page.QuerySelectorAll("#chart ~ details tbody tr"));
    }

    [Fact]
    public async Task Its_pictures_show_what_the_person_may_see_who_has_signed_in()
    {
        var seen = new List<string>();
        foreach (var persona in new[] { "visitor", "analyst", "tom" })
        {
            using var browser = await OpenAsync(persona, "Video visits that work the first time");
            await browser.GoAsync(browser.Page.QuerySelector("figure img")!.GetAttribute("src")!);
            Assert.Equal(HttpStatusCode.OK, browser.Status);
            seen.Add(browser.Page.Body!.InnerHtml);
        }
        Assert.Contains("<svg", seen[0], StringComparison.Ordinal);
        Assert.Equal(seen[0], seen[1]);
        Assert.NotEqual(seen[0], seen[2]);
    }

    [Theory]
    [InlineData("?method=RUN", "Anh")]
    [InlineData("?method=no-such&baseline=x&rebase=never", "Making Data Count")]
    public async Task Options_choose_the_rules_and_what_cannot_be_understood_is_left_out(string options, string rules)
    {
        using var browser = await OpenAsync("visitor", "Missed outpatient appointments");
        await browser.GoAsync(browser.Address + options);
        Assert.Contains(rules, browser.Page.QuerySelectorAll("section .hint").First(hint => hint.TextContent.StartsWith("The rule:", StringComparison.Ordinal)).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_group_and_no_measure_is_not_found()
    {
        using var browser = await OpenAsync("visitor", "Missed outpatient appointments");
        await browser.GoAsync(browser.Address + "?stratum=Nobody");
        Assert.Contains("There is no group of this name", browser.Text, StringComparison.Ordinal);
        await browser.GoAsync("/insights/measures/no-such");
        Assert.Equal(HttpStatusCode.NotFound, browser.Status);
        await browser.GoAsync("/insights/measures/no-such/chart.svg");
        Assert.Equal(HttpStatusCode.NotFound, browser.Status);
    }

    private async Task<PlainBrowser> OpenAsync(string persona, string measure)
    {
        var browser = await PlainBrowser.OpenAsync(host, persona == "visitor" ? EquityHost.Visitor : persona);
        await browser.GoAsync("/insights/measures");
        await browser.GoAsync(browser.Page.QuerySelectorAll("h3 a").Single(link => link.TextContent == measure).GetAttribute("href")!);
        return browser;
    }
}
