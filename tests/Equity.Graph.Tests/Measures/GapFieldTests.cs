using System.Text.Json;
using Equity.Graph.Execution;

namespace Equity.Graph.Tests.Measures;

/// <summary>Gaps between groups, over HTTP.</summary>
public class GapFieldTests(EquityHost host) : IClassFixture<EquityHost>
{
    [Fact]
    public async Task A_gap_that_narrows_is_told_with_its_figures()
    {
        var measure = await MeasureAsync("Narrows", 24, month => (int)(200 - month * 5));
        var gap = await GapAsync(measure, new { });
        Assert.Equal(("NARROWS", true, "Least"), (gap.Text("trend"), gap.GetProperty("narrowing").GetBoolean(), gap.Text("reference")));
        var most = gap.At("groups")[0];
        Assert.Equal(0.085 - 0.05, most.GetProperty("difference").GetDouble(), 12);
        Assert.Equal(1.7, most.GetProperty("ratio").GetDouble(), 12);
        var ends = most.At("differenceInterval").EnumerateArray().Select(end => end.GetDouble()).ToArray();
        Assert.True(ends[0] < 0.035 && 0.035 < ends[1]);
    }

    [Fact]
    public async Task The_gap_is_read_at_a_date_and_against_a_group_of_ones_choice()
    {
        var measure = await MeasureAsync("Chooses", 10, _ => 100);
        var gap = (await host.DataAsync("query($id: ID!) { node(id: $id) { ... on Measure { gap(reference: \"Most\", at: \"2024-03-15\") { at reference groups { difference } } } } }", new { id = measure }, "amina")).At("node", "gap");
        Assert.Equal(("2024-03-01", "Most"), (gap.Text("at"), gap.Text("reference")));
        var answer = await host.AskAsync("query($id: ID!) { node(id: $id) { ... on Measure { gap(reference: \"Nobody\") { at } } } }", new { id = measure }, "amina");
        Assert.Equal("reference must be one of the measure's groups: “Most”, “Least”.", answer.GetProperty("errors")[0].Text("message"));
    }

    [Fact]
    public async Task Who_may_see_nothing_reads_that_nothing_can_be_said()
    {
        var gap = await GapAsync(await MeasureAsync("Unseen", 24, _ => 100), new { }, EquityHost.Visitor);
        Assert.Equal((JsonValueKind.Null, JsonValueKind.Null), (gap.GetProperty("at").ValueKind, gap.GetProperty("narrowing").ValueKind));
    }

    private async Task<string> MeasureAsync(string name, int months, Func<int, int> most)
    {
        var team = await host.PublishAsync("amina", name);
        var measure = (await host.ChangeAsync("amina", "createMeasure", new { team = team.Id, name, kind = "OUTCOME", unit = "missed of booked", better = "LOWER", countsPeople = true, strata = new[] { new { name = "Most", order = 1 }, new { name = "Least", order = 5 } } }, "measure { id }")).At("measure").Text("id");
        var points = Enumerable.Range(0, months).SelectMany(month => new[] { ("Most", most(month)), ("Least", 50) }.Select(group => new { date = new DateOnly(2024, 1, 1).AddMonths(month), stratum = group.Item1, numerator = group.Item2, denominator = 1000 }));
        await host.ChangeAsync("amina", "recordMeasurements", new { measure, points }, "__typename");
        return measure;
    }

    private async Task<JsonElement> GapAsync(string measure, object variables, string persona = "amina")
    {
        var all = JsonSerializer.SerializeToNode(variables)!.AsObject();
        all["measure"] = measure;
        return (await host.DataAsync(Operations.Text("EquityGap"), all, persona)).At("node", "gap");
    }
}
