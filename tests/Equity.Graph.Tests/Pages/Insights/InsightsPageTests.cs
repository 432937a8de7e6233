using System.Net;
using Equity.Graph.Execution;

namespace Equity.Graph.Tests.Pages.Insights;

[Collection(nameof(LivedInPages))]
public class InsightsPageTests(LivedInCommunity host)
{
    [Fact]
    public async Task Every_metric_of_the_catalogue_is_asked_for()
    {
        var names = (await host.DataAsync("{ metricCatalogue { name } }")).At("metricCatalogue").EnumerateArray().Select(metric => metric.Text("name"));
        Assert.All(names, name => Assert.Contains($"\"{name}\"", Operations.Text("InsightsPage"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Each_figure_leads_to_its_rule_and_keeps_the_filters()
    {
        using var browser = await PlainBrowser.OpenAsync(host);
        await browser.GoAsync("/insights?months=6&programme=pursuing-equity");
        await browser.GoAsync(browser.Page.QuerySelectorAll(".cards h3 a").Single(link => link.TextContent == "Inequities").GetAttribute("href")!);
        Assert.Equal("/insights/metrics/inequities?programme=pursuing-equity&months=6", browser.Address);
        Assert.Equal(6, browser.Page.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("How it stood at the end of the month", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Why_figures_are_hidden_is_said_where_they_are_and_nowhere_else()
    {
        using var browser = await PlainBrowser.OpenAsync(host);
        await browser.GoAsync("/insights/metrics/people?by=ROLE");
        Assert.Contains("*", browser.Page.QuerySelectorAll("tbody .number").Select(cell => cell.TextContent));
        Assert.Contains("1 to 7 people are hidden", browser.Page.QuerySelector(".note")!.TextContent, StringComparison.Ordinal);
        await browser.GoAsync("/insights/metrics/teams?by=STAGE");
        Assert.Null(browser.Page.QuerySelector(".note"));
    }

    [Fact]
    public async Task The_address_of_the_file_has_the_rows_of_the_table_and_every_text_to_copy_has_the_address()
    {
        using var browser = await PlainBrowser.OpenAsync(host);
        await browser.GoAsync("/insights/metrics/asks?programme=pursuing-equity");
        var rows = browser.Page.QuerySelectorAll("tbody tr").Length;
        var file = await host.CreateClient().GetStringAsync(browser.Page.QuerySelector("section a[href*='.csv']")!.GetAttribute("href"));
        Assert.Equal(rows, file.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length - 1);
        Assert.All(browser.Page.QuerySelectorAll("pre"), text => Assert.Contains("asks", text.TextContent, StringComparison.Ordinal));
        Assert.Contains("""Query = [metric = "asks", groupKind = "ALL", programme = "pursuing-equity", from = """, browser.Page.GetElementById("metrics-Power-BI")!.TextContent, StringComparison.Ordinal);
        System.Text.Json.JsonDocument.Parse(browser.Page.GetElementById("metrics-Grafana")!.TextContent).Dispose();
    }

    [Fact]
    public async Task What_is_no_metric_is_not_found()
    {
        using var browser = await PlainBrowser.OpenAsync(host);
        await browser.GoAsync("/insights/metrics/no-such");
        Assert.Equal(HttpStatusCode.NotFound, browser.Status);
    }
}
