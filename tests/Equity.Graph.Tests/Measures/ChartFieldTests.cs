using System.Text.Json;
using System.Xml.Linq;
using Equity.Graph.Execution;

namespace Equity.Graph.Tests.Measures;

/// <summary>Charts of measures, over HTTP.</summary>
public class ChartFieldTests(EquityHost host) : IClassFixture<EquityHost>
{
    [Fact]
    public async Task A_shift_is_told_in_a_sentence_flagged_and_drawn()
    {
        var measure = await MeasureAsync("Shifts", Enumerable.Range(0, 20).Select(month => (Of: 200, One: month < 12 ? 60 + month % 2 : 20 + month % 2, Other: 40)));
        var chart = await ChartAsync(measure, new { stratum = "One" });
        Assert.StartsWith("Shifts: One fell, which is better:", chart.Text("verdict").Replace("Visits of ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("Making Data Count", chart.Text("rules"), StringComparison.Ordinal);
        Assert.Contains(chart.At("points").EnumerateArray(), point => point.At("signals").EnumerateArray().Any(signal => signal.GetString() == "SHIFT"));
        var svg = XDocument.Parse(chart.Text("svg")).Root!;
        Assert.Equal("img", svg.Attribute("role")!.Value);
        Assert.Contains("Shifts", svg.Element(svg.Name.Namespace + "title")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everybody_is_the_sum_of_the_groups_where_all_of_them_were_counted()
    {
        var measure = await MeasureAsync("Sums", [(100, 10, 30), (100, 20, 40)]);
        await host.ChangeAsync("amina", "recordMeasurements", new { measure, points = new[] { new { date = "2026-06-01", stratum = "One", numerator = 1, denominator = 2 } } }, "__typename");
        Assert.Equal([0.2, 0.3], (await ChartAsync(measure, new { })).At("points").EnumerateArray().Select(point => point.At("value").GetDouble()));
    }

    [Fact]
    public async Task A_chart_of_few_points_says_how_many_it_takes()
    {
        var chart = await ChartAsync(await MeasureAsync("Begins", [(100, 10, 30)]), new { });
        Assert.Contains("it takes", chart.Text("verdict"), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, chart.GetProperty("centre").ValueKind);
    }

    [Fact]
    public async Task Who_may_not_read_the_figures_has_a_chart_of_nothing()
    {
        var measure = await MeasureAsync("Hidden", Enumerable.Range(0, 20).Select(_ => (100, 3, 4)));
        var chart = await ChartAsync(measure, new { }, EquityHost.Visitor);
        Assert.Equal("[]", chart.GetProperty("points").GetRawText());
        Assert.DoesNotContain("0.03", chart.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_baseline_and_too_many_new_starts_are_refused_with_the_remedy()
    {
        var measure = await MeasureAsync("Refuses", [(100, 10, 30)]);
        var answer = await host.AskAsync("query($id: ID!) { node(id: $id) { ... on Measure { chart(baseline: 0) { verdict } } } }", new { id = measure }, "amina");
        Assert.Equal("baseline must be 1 or more.", answer.GetProperty("errors")[0].Text("message"));
    }

    private async Task<string> MeasureAsync(string name, IEnumerable<(int Of, int One, int Other)> months)
    {
        var team = await host.PublishAsync("amina", name);
        var measure = (await host.ChangeAsync("amina", "createMeasure", new { team = team.Id, name, kind = "OUTCOME", unit = "missed of booked", better = "LOWER", countsPeople = true, strata = new[] { new { name = "One" }, new { name = "Other" } } }, "measure { id }")).At("measure").Text("id");
        var points = months.Index().SelectMany(month => new[] { ("One", month.Item.One), ("Other", month.Item.Other) }.Select(group => new { date = new DateOnly(2024, 1, 1).AddMonths(month.Index), stratum = group.Item1, numerator = group.Item2, denominator = month.Item.Of }));
        await host.ChangeAsync("amina", "recordMeasurements", new { measure, points }, "__typename");
        return measure;
    }

    private async Task<JsonElement> ChartAsync(string measure, object variables, string persona = "amina")
    {
        var all = JsonSerializer.SerializeToNode(variables)!.AsObject();
        all["measure"] = measure;
        return (await host.DataAsync(Operations.Text("MeasureChart"), all, persona)).At("node", "chart");
    }
}
