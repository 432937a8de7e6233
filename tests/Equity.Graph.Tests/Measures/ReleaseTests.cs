using System.Text.Json;
using Equity.Graph.Execution;
using Equity.Graph.Measures.Release;

namespace Equity.Graph.Tests.Measures;

/// <summary>What others see of figures about people, and when.</summary>
public class ReleaseTests
{
    [Fact]
    public async Task Figures_of_closed_months_are_released_rounded_and_small_ones_hidden()
    {
        await using var host = new EquityHost();
        var measure = await MeasureAsync(host, "Releases");
        await RecordAsync(host, measure, ("2026-09-01", "One", 31, 142), ("2026-09-01", "Two", 3, 58), ("2026-09-01", "Three", 0, 7), ("2026-11-02", "One", 30, 140));
        Assert.Empty(await ReadAsync(host, measure, EquityHost.Visitor));
        await host.Background<Releasing>().RunAsync(CancellationToken.None);
        Assert.Equal(["2026-09-01 One 30/140", "2026-09-01 Two */60", "2026-09-01 Three 0/*", "2026-09-01  35/205"], await ReadAsync(host, measure, EquityHost.Visitor));
        Assert.Equal(await ReadAsync(host, measure, EquityHost.Visitor), await ReadAsync(host, measure, "administrator"));
        Assert.Equal(4, (await ReadAsync(host, measure, "amina")).Count);
    }

    [Fact]
    public async Task What_is_recorded_after_a_release_changes_nothing_until_the_next_month()
    {
        await using var host = new EquityHost();
        var measure = await MeasureAsync(host, "Waits");
        await RecordAsync(host, measure, ("2026-09-01", "One", 31, 142), ("2026-09-01", "Two", 12, 58));
        await host.Background<Releasing>().RunAsync(CancellationToken.None);
        var before = await ReadAsync(host, measure, EquityHost.Visitor);
        await RecordAsync(host, measure, ("2026-09-01", "One", 51, 142), ("2026-08-01", "One", 30, 140));
        await host.Background<Releasing>().RunAsync(CancellationToken.None);
        Assert.Equal(before, await ReadAsync(host, measure, EquityHost.Visitor));
        host.Clock.Advance(TimeSpan.FromDays(21));
        await host.Background<Releasing>().RunAsync(CancellationToken.None);
        Assert.Equal(["2026-08-01 One 30/140", "2026-08-01  30/140", "2026-09-01 One 50/140", "2026-09-01 Two 10/60", "2026-09-01  60/200"], await ReadAsync(host, measure, EquityHost.Visitor));
    }

    [Fact]
    public async Task What_was_recorded_of_a_month_that_was_not_over_is_released_when_it_is()
    {
        await using var host = new EquityHost();
        var measure = await MeasureAsync(host, "Early");
        await RecordAsync(host, measure, ("2026-09-01", "One", 31, 142), ("2026-11-01", "One", 41, 142));
        await host.Background<Releasing>().RunAsync(CancellationToken.None);
        host.Clock.Advance(TimeSpan.FromDays(21));
        await host.Background<Releasing>().RunAsync(CancellationToken.None);
        Assert.Equal(["2026-09-01 One 30/140", "2026-09-01  30/140", "2026-11-01 One 40/140", "2026-11-01  40/140"], await ReadAsync(host, measure, EquityHost.Visitor));
    }

    [Fact]
    public async Task A_small_correction_is_never_shown()
    {
        await using var host = new EquityHost();
        var measure = await MeasureAsync(host, "Corrects");
        await RecordAsync(host, measure, ("2026-09-01", "One", 32, 142));
        await host.Background<Releasing>().RunAsync(CancellationToken.None);
        var before = await ReadAsync(host, measure, EquityHost.Visitor);
        await RecordAsync(host, measure, ("2026-09-01", "One", 33, 142));
        host.Clock.Advance(TimeSpan.FromDays(21));
        await host.Background<Releasing>().RunAsync(CancellationToken.None);
        Assert.Equal(before, await ReadAsync(host, measure, EquityHost.Visitor));
    }

    [Fact]
    public async Task A_group_of_which_something_was_released_stays()
    {
        await using var host = new EquityHost();
        var measure = await MeasureAsync(host, "Stays");
        await RecordAsync(host, measure, ("2026-09-01", "One", 31, 142), ("2026-09-01", "Two", 3, 58));
        await host.Background<Releasing>().RunAsync(CancellationToken.None);
        await host.ChangeAsync("amina", "removeMeasurements", new { measure = measure.Id, version = 2, from = "2026-09-01", to = "2026-09-30" }, "__typename");
        var error = await host.RefusedAsync("amina", "updateMeasure", new { measure = measure.Id, version = 3, strata = new[] { new { name = "One" } } }, "StratumReleased", "stratum");
        Assert.Equal("Two", error.Text("stratum"));
        await host.ChangeAsync("amina", "updateMeasure", new { measure = measure.Id, version = 3, strata = new[] { new { name = "One" }, new { name = "Two" } } }, "__typename");
    }

    [Fact]
    public async Task Figures_that_are_removed_leave_no_star_to_be_worked_out()
    {
        await using var host = new EquityHost();
        var measure = await MeasureAsync(host, "Removes");
        await RecordAsync(host, measure, ("2026-09-01", "One", 31, 142), ("2026-09-01", "Two", 3, 58), ("2026-09-01", "Three", 12, 58));
        await host.Background<Releasing>().RunAsync(CancellationToken.None);
        Assert.Equal(["2026-09-01 One 30/140", "2026-09-01 Two */60", "2026-09-01 Three 10/60", "2026-09-01  45/260"], await ReadAsync(host, measure, EquityHost.Visitor));
        await host.ChangeAsync("amina", "removeMeasurements", new { measure = measure.Id, version = 2, from = "2026-09-01", to = "2026-09-30", stratum = "One" }, "__typename");
        host.Clock.Advance(TimeSpan.FromDays(21));
        await host.Background<Releasing>().RunAsync(CancellationToken.None);
        Assert.Equal(["2026-09-01 One 0/0", "2026-09-01 Two */60", "2026-09-01 Three 10/60", "2026-09-01  */120"], await ReadAsync(host, measure, EquityHost.Visitor));
    }

    [Fact]
    public async Task What_was_released_of_everybody_is_never_shown_by_groups_later()
    {
        await using var host = new EquityHost();
        var team = await host.PublishAsync("amina", "Splits");
        var measure = ((await host.ChangeAsync("amina", "createMeasure", new { team = team.Id, name = "Missed visits", kind = "OUTCOME", unit = "missed of booked", better = "LOWER", countsPeople = true }, "measure { id }")).At("measure").Text("id"), team.Key);
        await RecordAsync(host, measure, ("2026-09-01", null, 14, 142), ("2026-08-01", null, 14, 142));
        await host.Background<Releasing>().RunAsync(CancellationToken.None);
        Assert.Equal(["2026-08-01  15/140", "2026-09-01  15/140"], await ReadAsync(host, measure, EquityHost.Visitor));
        await host.ChangeAsync("amina", "removeMeasurements", new { measure = measure.Item1, version = 2, from = "2026-08-01", to = "2026-09-30" }, "__typename");
        await host.ChangeAsync("amina", "updateMeasure", new { measure = measure.Item1, version = 3, strata = new[] { new { name = "One" }, new { name = "Two" } } }, "__typename");
        await RecordAsync(host, measure, ("2026-09-01", "One", 7, 100), ("2026-09-01", "Two", 7, 42), ("2026-08-01", "One", 7, 100), ("2026-08-01", "Two", 7, 42), ("2026-10-01", "One", 50, 100));
        host.Clock.Advance(TimeSpan.FromDays(21));
        await host.Background<Releasing>().RunAsync(CancellationToken.None);
        Assert.Equal(["2026-08-01  15/140", "2026-09-01  15/140", "2026-10-01 One 50/100", "2026-10-01  50/100"], await ReadAsync(host, measure, EquityHost.Visitor));
    }

    [Fact]
    public async Task A_draft_is_released_in_the_month_after_it_is_published()
    {
        await using var host = new EquityHost();
        var team = await host.RegisterAsync("amina", "Still a Draft");
        var measure = await MeasureAsync(host, team);
        await RecordAsync(host, measure, ("2026-09-01", "One", 31, 142));
        await host.Background<Releasing>().RunAsync(CancellationToken.None);
        await host.ChangeAsync("amina", "publishTeam", new { team = team.Id, version = team.Version }, "__typename");
        Assert.Empty(await ReadAsync(host, measure, EquityHost.Visitor));
        host.Clock.Advance(TimeSpan.FromDays(21));
        await host.Background<Releasing>().RunAsync(CancellationToken.None);
        Assert.Equal(2, (await ReadAsync(host, measure, EquityHost.Visitor)).Count);
    }

    [Fact]
    public async Task The_chart_of_others_is_made_of_what_was_released_and_a_hidden_point_is_a_gap()
    {
        await using var host = new EquityHost();
        var measure = await MeasureAsync(host, "Charts");
        await RecordAsync(host, measure, [.. Enumerable.Range(0, 14).SelectMany(month => new[] { (new DateOnly(2025, 1, 1).AddMonths(month).ToString("yyyy-MM-dd", null), "One", month == 5 ? 3 : 33, 142) })]);
        await host.Background<Releasing>().RunAsync(CancellationToken.None);
        var chart = (await host.DataAsync(Operations.Text("MeasureChart"), new { measure = measure.Id, stratum = "One" }, EquityHost.Visitor)).At("node", "chart");
        var points = chart.At("points").EnumerateArray().ToList();
        Assert.Equal((true, JsonValueKind.Null), (points[5].GetProperty("suppressed").GetBoolean(), points[5].GetProperty("value").ValueKind));
        Assert.All(points.Where((_, i) => i != 5), point => Assert.Equal(35.0 / 140, point.GetProperty("value").GetDouble()));
    }

    private static async Task<(string Id, string Team)> MeasureAsync(EquityHost host, string team) => await MeasureAsync(host, await host.PublishAsync("amina", team));

    private static async Task<(string Id, string Team)> MeasureAsync(EquityHost host, Row team)
    {
        object[] strata = [new { name = "One" }, new { name = "Two" }, new { name = "Three" }];
        return ((await host.ChangeAsync("amina", "createMeasure", new { team = team.Id, name = "Missed visits", kind = "OUTCOME", unit = "missed of booked", better = "LOWER", countsPeople = true, strata }, "measure { id }")).At("measure").Text("id"), team.Key);
    }

    private static Task RecordAsync(EquityHost host, (string Id, string Team) measure, params (string Date, string? Stratum, int Numerator, int Denominator)[] points) =>
        host.ChangeAsync("amina", "recordMeasurements", new { measure = measure.Id, points = points.Select(point => new { date = point.Date, stratum = point.Stratum, numerator = point.Numerator, denominator = point.Denominator }) }, "__typename");

    private static async Task<List<string>> ReadAsync(EquityHost host, (string Id, string Team) measure, string persona) =>
        [.. (await host.DataAsync(Operations.Text("Measures"), new { team = measure.Team }, persona)).At("team") is { ValueKind: JsonValueKind.Object } team
            ? team.At("measures")[0].At("points").EnumerateArray().Select(point => $"{point.Text("date")} {point.GetProperty("stratum").GetString()} {Shown(point, "numerator")}/{Shown(point, "denominator")}") : []];

    private static string Shown(JsonElement point, string field) => point.GetProperty(field) is { ValueKind: JsonValueKind.Number } number ? number.GetRawText() : "*";
}
