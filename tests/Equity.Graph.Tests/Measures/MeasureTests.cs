using System.Text.Json;
using Equity.Graph.Execution;
using Equity.Graph.Measures;
using Equity.Graph.Teams;

namespace Equity.Graph.Tests.Measures;

/// <summary>What teams measure, over HTTP.</summary>
public class MeasureTests(EquityHost host) : IClassFixture<EquityHost>
{
    private static readonly object[] Quintiles = [new { name = "IMD 1", dimension = "DEPRIVATION", order = 1 }, new { name = "IMD 5", dimension = "DEPRIVATION", order = 5 }];

    [Fact]
    public async Task A_team_says_what_it_counts_for_whom_and_records_figures()
    {
        var team = await host.PublishAsync("amina", "Counts Visits");
        var inequity = await host.TackleAsync("amina", team, "Missed visits");
        var created = (await host.DataAsync(Operations.Text("CreateMeasure"), new { team = team.Id, name = "Missed visits", measureKind = "OUTCOME", unit = "missed of booked", better = "LOWER", countsPeople = true, inequity = inequity.Id, strata = Quintiles }, "amina")).At("createMeasure", "measure");
        await RecordAsync(created.Text("id"), [Point("2026-08-01", "IMD 5", 12, 240), Point("2026-08-01", "imd 1", 41, 180), Point("2026-09-01", "IMD 1", 39, 176)]);
        var read = (await host.DataAsync(Operations.Text("Measures"), new { team = team.Key }, "amina")).At("team", "measures")[0];
        Assert.Equal(("Missed visits", "Missed visits", "LOWER"), (read.Text("name"), read.At("inequity").Text("title"), read.Text("better")));
        Assert.Equal(
            """[{"date":"2026-08-01","stratum":"IMD 1","numerator":41,"denominator":180,"value":0.22777777777777777,"suppressed":false},{"date":"2026-08-01","stratum":"IMD 5","numerator":12,"denominator":240,"value":0.05,"suppressed":false},{"date":"2026-09-01","stratum":"IMD 1","numerator":39,"denominator":176,"value":0.2215909090909091,"suppressed":false}]""",
            read.At("points").GetRawText());
        Assert.Equal("Missed visits", (await host.DataAsync("query($id: ID!) { node(id: $id) { ... on Inequity { measures { name } } } }", new { id = inequity.Id }, "amina")).At("node", "measures")[0].Text("name"));
    }

    [Fact]
    public async Task The_measures_of_a_team_and_of_its_inequities_can_be_read_together()
    {
        var team = await host.PublishAsync("amina", "Read Together");
        var inequity = await host.TackleAsync("amina", team, "Missed visits");
        await host.ChangeAsync("amina", "createMeasure", new { team = team.Id, name = "About it", kind = "OUTCOME", unit = "u", better = "LOWER", countsPeople = true, inequity = inequity.Id }, "__typename");
        await host.ChangeAsync("amina", "createMeasure", new { team = team.Id, name = "About none", kind = "OUTCOME", unit = "u", better = "LOWER", countsPeople = true }, "__typename");
        var read = (await host.DataAsync("query($key: String!) { team(key: $key) { measures { name } inequities { nodes { measures { name } } } } }", new { key = team.Key }, "amina")).At("team");
        Assert.Equal("""{"measures":[{"name":"About it"},{"name":"About none"}],"inequities":{"nodes":[{"measures":[{"name":"About it"}]}]}}""", read.GetRawText());
    }

    [Fact]
    public async Task A_figure_of_the_same_date_and_group_is_overwritten()
    {
        var measure = await CreateAsync("Overwrites");
        await RecordAsync(measure.Id, [Point("2026-08-01", "IMD 1", 41, 180)]);
        await RecordAsync(measure.Id, [Point("2026-08-01", "IMD 1", 40, 179), Point("2026-08-01", "IMD 5", 1, 2)]);
        Assert.Equal([(40, 179), (1, 2)], (await PointsAsync(measure, "amina")).Select(point => (point.At("numerator").GetInt32(), point.At("denominator").GetInt32())));
    }

    [Fact]
    public async Task With_one_bad_row_nothing_is_recorded_and_each_bad_row_is_told()
    {
        var measure = await CreateAsync("All or None");
        var payload = (await host.DataAsync(Operations.Text("RecordMeasurements"), new
        {
            measure = measure.Id,
            points = new[] { Point("2026-08-01", "IMD 1", 41, 180), Point("2026-12-24", "IMD 1", 1, 2), Point("2026-08-02", "IMD 3", 1, 2), Point("2026-08-03", null, 1, 2), Point("2026-08-04", "IMD 1", -1, 2.5), Point("2026-08-01", "IMD 1", 7, 9) },
        }, "amina")).At("recordMeasurements");
        Assert.Equal(JsonValueKind.Null, payload.GetProperty("measure").ValueKind);
        Assert.Equal([(1, "date"), (2, "stratum"), (3, "stratum"), (4, "numerator"), (4, "denominator"), (5, "date")], payload.At("errors").EnumerateArray().Select(error => (error.At("row").GetInt32(), error.Text("field"))));
        Assert.Contains("“IMD 1”, “IMD 5”", payload.At("errors")[1].Text("message"), StringComparison.Ordinal);
        Assert.Empty(await PointsAsync(measure, "amina"));
    }

    [Fact]
    public async Task A_measure_that_compares_no_groups_takes_one_figure_a_day_and_no_group()
    {
        var measure = await CreateAsync("Everybody", strata: []);
        await RecordAsync(measure.Id, [Point("2026-08-01", null, 41, 180)]);
        await RecordAsync(measure.Id, [Point("2026-08-01", null, 43, 180)]);
        Assert.Equal(43, Assert.Single(await PointsAsync(measure, "amina")).At("numerator").GetInt32());
        Assert.Equal("stratum", (await host.RefusedAsync("amina", "recordMeasurements", new { measure = measure.Id, points = new[] { Point("2026-08-02", "IMD 1", 1, 2) } }, "InvalidMeasurement", "field")).Text("field"));
        await host.RefusedAsync("amina", "updateMeasure", new { measure = measure.Id, version = 3, strata = Quintiles }, "StratumHasPoints", "stratum");
    }

    [Fact]
    public async Task Groups_of_people_take_no_figure_for_everybody_which_is_worked_out()
    {
        var measure = await CreateAsync("Beside its Groups");
        await RecordAsync(measure.Id, [Point("2026-08-01", "IMD 1", 41, 180)]);
        foreach (var points in new[] { new[] { Point("2026-08-01", null, 50, 400) }, [Point("2026-09-01", "IMD 1", 41, 180), Point("2026-09-01", null, 50, 400)] })
        {
            var error = await host.RefusedAsync("amina", "recordMeasurements", new { measure = measure.Id, points }, "InvalidMeasurement", "row field");
            Assert.Equal((points.Length - 1, "stratum"), (error.At("row").GetInt32(), error.Text("field")));
            Assert.Contains("everybody is worked out from the groups", error.Text("message"), StringComparison.Ordinal);
        }
        Assert.Single(await PointsAsync(measure, "amina"));
    }

    [Fact]
    public async Task Groups_of_things_take_a_figure_for_everybody_beside_them()
    {
        var measure = await CreateAsync("Things beside Groups", countsPeople: false, strata: []);
        await RecordAsync(measure.Id, [Point("2026-08-01", null, 4, 8)]);
        await host.ChangeAsync("amina", "updateMeasure", new { measure = measure.Id, version = 2, strata = Quintiles }, "__typename");
        await RecordAsync(measure.Id, [Point("2026-08-01", "IMD 1", 1.5, 2), Point("2026-09-01", null, 3, 8)]);
        Assert.Equal(["2026-08-01 IMD 1", "2026-08-01 ", "2026-09-01 "], (await PointsAsync(measure, EquityHost.Visitor)).Select(point => $"{point.Text("date")} {point.GetProperty("stratum").GetString()}"));
        await host.RefusedAsync("amina", "recordMeasurements", new { measure = measure.Id, points = new[] { Point("2026-08-02", "IMD 3", 1, 2) } }, "InvalidMeasurement", "field");
    }

    [Fact]
    public async Task Figures_about_things_may_be_broken_numbers_and_everybody_reads_them()
    {
        var measure = await CreateAsync("Things", countsPeople: false);
        await RecordAsync(measure.Id, [Point("2026-08-01", "IMD 1", 1.5, 2)]);
        Assert.Equal(0.75, Assert.Single(await PointsAsync(measure, EquityHost.Visitor)).At("value").GetDouble());
    }

    [Theory]
    [InlineData("amina", 1)]
    [InlineData("grace", 0)]
    [InlineData(EquityHost.Visitor, 0)]
    [InlineData("analyst", 0)]
    [InlineData("administrator", 0)]
    public async Task Figures_about_people_as_they_were_counted_are_for_the_team(string persona, int expected)
    {
        var measure = await CreateAsync($"Kept for {persona}");
        await RecordAsync(measure.Id, [Point("2026-08-01", "IMD 1", 3, 9)]);
        Assert.Equal(expected, (await PointsAsync(measure, persona)).Count);
    }

    [Fact]
    public async Task Nothing_that_is_told_of_a_change_holds_a_figure()
    {
        var measure = await CreateAsync("Told of");
        await RecordAsync(measure.Id, [Point("2026-08-01", "IMD 1", 4711, 6400)]);
        var audit = (await host.DataAsync("query($key: String!) { team(key: $key) { audit(first: 50) { nodes { kind after } } } }", new { key = measure.Team }, "amina")).At("team").GetRawText();
        Assert.Contains("recordedAt", audit, StringComparison.Ordinal);
        Assert.DoesNotContain("4711", audit, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_goes_when_nothing_was_recorded_for_it_and_its_figures_stay_when_it_is_written_otherwise()
    {
        var measure = await CreateAsync("Regroups");
        await RecordAsync(measure.Id, [Point("2026-08-01", "IMD 1", 41, 180)]);
        await host.ChangeAsync("amina", "updateMeasure", new { measure = measure.Id, version = 2, strata = new object[] { new { name = "imd 1" } } }, "__typename");
        Assert.Equal("imd 1", Assert.Single(await PointsAsync(measure, "amina")).Text("stratum"));
        Assert.Equal("imd 1", (await host.RefusedAsync("amina", "updateMeasure", new { measure = measure.Id, version = 3, strata = new object[] { new { name = "IMD 2" } } }, "StratumHasPoints", "stratum")).Text("stratum"));
    }

    [Fact]
    public async Task Figures_of_some_days_and_of_one_group_can_be_removed()
    {
        var measure = await CreateAsync("Removes");
        await RecordAsync(measure.Id, [.. new[] { "2026-08-01", "2026-09-01", "2026-10-01" }.SelectMany(date => new[] { Point(date, "IMD 1", 10, 20), Point(date, "IMD 5", 10, 20) })]);
        await host.ChangeAsync("amina", "removeMeasurements", new { measure = measure.Id, version = 2, from = "2026-09-01", to = "2026-12-31", stratum = "IMD 5" }, "__typename");
        Assert.Equal(["2026-08-01 IMD 1", "2026-08-01 IMD 5", "2026-09-01 IMD 1", "2026-10-01 IMD 1"], (await PointsAsync(measure, "amina")).Select(point => $"{point.Text("date")} {point.Text("stratum")}"));
        await host.RefusedAsync("amina", "removeMeasurements", new { measure = measure.Id, version = 2, from = "2026-09-01", to = "2026-12-31" }, "StaleVersion");
    }

    [Theory]
    [InlineData("IMD 1", 1, "imd 1", 2, "InvalidText")]
    [InlineData("IMD 1", 1, "IMD 2", null, "InvalidText")]
    [InlineData("IMD 1", 1, "IMD 2", 1, "InvalidText")]
    [InlineData("IMD 1", 1, "IMD 2", 101, "NumberOutOfRange")]
    [InlineData("IMD 1", null, " ", null, "InvalidText")]
    [InlineData("IMD 1", null, "Ring 07700 900123", null, "ContainsPersonalDetails")]
    public async Task Groups_are_named_and_ordered_each_once(string one, int? first, string other, int? second, string error) =>
        await host.RefusedAsync("amina", "createMeasure", new { team = (await host.PublishAsync("amina", "Groups")).Id, name = "M", kind = "OUTCOME", unit = "U", better = "LOWER", countsPeople = true, strata = new object[] { new { name = one, order = first }, new { name = other, order = second } } }, error);

    [Fact]
    public async Task There_is_a_bound_on_measures_groups_and_figures()
    {
        var team = await host.PublishAsync("amina", "Counts All");
        await host.ManyAsync("amina", team, TeamRules.MaxOfEach, i => $"createMeasure(input: {{ team: $team, name: \"M{i}\", kind: PROCESS, unit: \"U\", better: HIGHER, countsPeople: false }})");
        await host.RefusedAsync("amina", "createMeasure", Input(team, []), "TooMany", "field limit");
        await host.RefusedAsync("amina", "createMeasure", Input(await host.PublishAsync("amina", "Many Groups"), [.. Enumerable.Range(0, MeasureRules.MaxStrata + 1).Select(i => new { name = $"Group {i}" })]), "TooMany", "field limit");
        var measure = await CreateAsync("Many Figures");
        await host.RefusedAsync("amina", "recordMeasurements", new { measure = measure.Id, points = Enumerable.Range(0, MeasureRules.MaxAtOnce + 1).Select(i => Point("2026-08-01", "IMD 1", i, i)) }, "TooMany", "field limit");
        await host.RefusedAsync("amina", "recordMeasurements", new { measure = measure.Id, points = Array.Empty<object>() }, "InvalidMeasurement", "field");
    }

    private static object Point(string date, string? stratum, double numerator, double denominator) => new { date, stratum, numerator, denominator };

    private static object Input(Row team, object[] strata, bool countsPeople = true) => new { team = team.Id, name = "Missed visits", kind = "OUTCOME", unit = "missed of booked", better = "LOWER", countsPeople, strata };

    private async Task<(string Id, string Team)> CreateAsync(string team, object[]? strata = null, bool countsPeople = true)
    {
        var own = await host.PublishAsync("amina", team);
        return ((await host.ChangeAsync("amina", "createMeasure", Input(own, strata ?? Quintiles, countsPeople), "measure { id }")).At("measure").Text("id"), own.Key);
    }

    private async Task RecordAsync(string measure, object[] points)
    {
        var payload = (await host.DataAsync(Operations.Text("RecordMeasurements"), new { measure, points }, "amina")).At("recordMeasurements");
        Assert.Equal("null", payload.GetProperty("errors").GetRawText());
    }

    private async Task<List<JsonElement>> PointsAsync((string Id, string Team) measure, string persona) =>
        [.. (await host.DataAsync(Operations.Text("Measures"), new { team = measure.Team }, persona)).At("team", "measures")[0].At("points").EnumerateArray()];
}
