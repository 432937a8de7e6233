using System.Text.Json;
using Equity.Graph.Disclosure;
using Equity.Graph.Measures;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Tests.Disclosure;

/// <summary>A measure whose groups change after a release: who kept the release must not be able to subtract.</summary>
public class RegroupedFiguresTests(AttackedHost host) : IClassFixture<AttackedHost>
{
    private static readonly DateOnly Date = new(2026, 9, 1);

    [Fact]
    public async Task What_was_released_for_everybody_is_not_told_by_group_later()
    {
        var (community, measure) = await ReleasedAsync("Split", [], new RawStratum("", 14, 100));
        await community.RemoveAsync(measure, Date);
        await ReplaceAsync(measure, "A", "B");
        await community.RecordAsync(measure, [(Date, new RawStratum("A", 7, 50)), (Date, new RawStratum("B", 7, 50)), (new DateOnly(2026, 11, 1), new RawStratum("A", 13, 50))]);
        await community.ReleaseAsync(afterDays: 31);
        Assert.Equal(["2026-09-01  15/100", "2026-11-01 A 15/50", "2026-11-01  15/50"], await SeenAsync(measure));
    }

    [Fact]
    public async Task A_figure_for_everybody_that_was_left_beside_groups_is_not_released()
    {
        var community = new MeasuringCommunity(host, new RecordedTables(seed: 1));
        var measure = await community.CreateAsync("amina", "Beside", ["A", "B"]);
        await community.RecordAsync(measure, [(Date, new RawStratum("A", 7, 50)), (Date, new RawStratum("B", 7, 50))]);
        await using (var db = await host.OpenAsync())
        {
            db.Add(new MeasurePoint { MeasureId = await db.Measures.MaxAsync(newest => newest.Id), Date = Date, Numerator = 14, Denominator = 100 });
            await db.SaveChangesAsync();
        }
        await community.ReleaseAsync(afterDays: 31);
        Assert.Equal(["2026-09-01 A */50", "2026-09-01 B */50", "2026-09-01  10/100"], await SeenAsync(measure));
    }

    [Fact]
    public async Task A_group_whose_figures_were_released_stays()
    {
        var (community, measure) = await ReleasedAsync("Merge", ["A", "B"], new RawStratum("A", 7, 50), new RawStratum("B", 12, 50));
        var seen = await SeenAsync(measure);
        await community.RemoveAsync(measure, Date);
        var answer = await host.RefusedAsync("amina", "updateMeasure", new { measure = measure.Id, version = await VersionAsync(measure), strata = new[] { new { name = "A" } } }, "StratumReleased");
        Assert.Contains("what was shown stands", answer.Text("message"), StringComparison.Ordinal);
        Assert.Equal(seen, await SeenAsync(measure));
    }

    private async Task<(MeasuringCommunity Community, AttackedMeasure Measure)> ReleasedAsync(string name, string[] groups, params RawStratum[] figures)
    {
        var community = new MeasuringCommunity(host, new RecordedTables(seed: 1));
        var measure = await community.CreateAsync("amina", name, groups);
        await community.RecordAsync(measure, [.. figures.Select(figure => (Date, figure))]);
        await community.ReleaseAsync(afterDays: 31);
        return (community, measure);
    }

    private async Task ReplaceAsync(AttackedMeasure measure, params string[] groups) =>
        await host.ChangeAsync("amina", "updateMeasure", new { measure = measure.Id, version = await VersionAsync(measure), strata = groups.Select(name => new { name }) }, "__typename");

    private async Task<int> VersionAsync(AttackedMeasure measure) => (await AskAsync(measure)).At("version").GetInt32();

    private async Task<List<string>> SeenAsync(AttackedMeasure measure) => [.. (await AskAsync(measure)).At("points").EnumerateArray().Select(point =>
        $"{point.Text("date")} {point.GetProperty("stratum").GetString()} {PointsDoor.Number(point, "numerator")?.ToString("0", null) ?? "*"}/{PointsDoor.Number(point, "denominator")?.ToString("0", null) ?? "*"}")];

    private async Task<JsonElement> AskAsync(AttackedMeasure measure) =>
        (await host.DataAsync("query($id: ID!) { node(id: $id) { ... on Measure { version points " + PointsDoor.Selection + " } } }", new { id = measure.Id }, EquityHost.Visitor)).At("node");
}
