using Equity.Graph.Disclosure;
using Equity.Graph.Measures.Release;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Tests.Disclosure;

/// <summary>The attack over HTTP finds leaks that are planted in the database, or in what is answered.</summary>
public class PlantedLeaksOverHttpTests(AttackedHost host) : IClassFixture<AttackedHost>
{
    private static readonly DateOnly Date = new(2026, 9, 1);

    [Fact]
    public async Task Nothing_is_found_where_nothing_is_planted()
    {
        var (_, measure) = await ReleasedAsync("Sound", (7, 50), (7, 50), (7, 50), (7, 50));
        var (attack, leaks) = await LookAsync(measure, HttpAttack.Doors);
        Assert.Empty(attack.Findings);
        Assert.Empty(leaks);
        Assert.Equal(4, attack.Hidden);
    }

    [Fact]
    public async Task A_hidden_count_that_is_shown()
    {
        var (_, measure) = await ReleasedAsync("Shown", (3, 20), (12, 50));
        await PlantAsync(point => point.Numerator == null, point => point.Numerator = 3);
        Assert.Contains((await LookAsync(measure, new PointsDoor())).Leaks, leak => leak.Possible is [3]);
    }

    [Fact]
    public async Task A_total_that_is_not_rounded()
    {
        var (_, measure) = await ReleasedAsync("Unrounded", (3, 20), (0, 50));
        await PlantAsync(point => point.StratumId == null, point => point.Numerator = 3);
        Assert.Equal([3], Assert.Single((await LookAsync(measure, new PointsDoor())).Leaks).Possible);
    }

    [Fact]
    public async Task A_total_that_is_rounded_and_not_kept_in_its_range()
    {
        var (_, measure) = await ReleasedAsync("Rounded", (7, 50), (7, 50), (7, 50), (7, 50));
        await PlantAsync(point => point.StratumId == null, point => point.Numerator = 30);
        var (_, leaks) = await LookAsync(measure, new PointsDoor());
        Assert.Equal(4, leaks.Count);
        Assert.All(leaks, leak => Assert.Equal([7], leak.Possible));
    }

    [Fact]
    public async Task A_total_of_a_revision_that_is_made_of_recorded_counts()
    {
        var (community, measure) = await ReleasedAsync("Revised", (3, 20), (20, 50));
        var attack = new HttpAttack(host, new PointsDoor());
        await attack.LookAsync(measure, EquityHost.Visitor, frozen: false, thorough: false);
        await community.RecordAsync(measure, [(Date, new RawStratum("B", 0, 50))]);
        await community.ReleaseAsync(afterDays: 31);
        await PlantAsync(point => point.StratumId == null, point => point.Numerator = 3);
        await attack.LookAsync(measure, EquityHost.Visitor, frozen: false, thorough: false);
        Assert.Contains(attack.Leaks(measure), leak => leak.Possible is [3]);
    }

    [Fact]
    public async Task A_late_correction_that_shows_at_once()
    {
        var (community, measure) = await ReleasedAsync("At Once", (7, 50), (12, 50));
        var attack = new HttpAttack(host, new PointsDoor());
        await attack.LookAsync(measure, EquityHost.Visitor, frozen: false, thorough: false);
        await community.RecordAsync(measure, [(Date, new RawStratum("A", 8, 50))]);
        await PlantAsync(point => point.Numerator == null, point => point.Numerator = 10);
        await attack.LookAsync(measure, EquityHost.Visitor, frozen: true, thorough: false);
        Assert.Single(attack.Findings);
        Assert.Contains(attack.Leaks(measure), leak => leak.Possible is [7]);
    }

    [Theory]
    [InlineData("a chart", 6)]
    [InlineData("the picture of a chart", 4)]
    [InlineData("a gap", 6)]
    public async Task A_chart_or_a_gap_that_is_made_of_recorded_counts(string what, int places)
    {
        var (_, measure) = await ReleasedAsync($"As {what}", (30, 60), (3, 41));
        var (attack, leaks) = await LookAsync(measure, new LeakingDoor(what == "a gap" ? new GapDoor() : new ChartDoor(), places));
        Assert.NotEmpty(attack.Findings);
        Assert.Contains(leaks, leak => leak.Possible is [3]);
    }

    private async Task<(MeasuringCommunity Community, AttackedMeasure Measure)> ReleasedAsync(string name, params (int Numerator, int Denominator)[] groups)
    {
        var community = new MeasuringCommunity(host, new RecordedTables(seed: 1));
        string[] names = ["A", "B", "C", "D"];
        var measure = await community.CreateAsync("amina", name, names[..groups.Length]);
        await community.RecordAsync(measure, [.. groups.Zip(names, (group, called) => (Date, new RawStratum(called, group.Numerator, group.Denominator)))]);
        await community.ReleaseAsync(afterDays: 31);
        return (community, measure);
    }

    private async Task<(HttpAttack Attack, IReadOnlyList<Leak> Leaks)> LookAsync(AttackedMeasure measure, params IReadOnlyList<IFigureDoor> doors)
    {
        var attack = new HttpAttack(host, doors);
        await attack.LookAsync(measure, EquityHost.Visitor, frozen: false, thorough: false);
        return (attack, attack.Leaks(measure));
    }

    /// <summary>Changes what was released of the newest measure.</summary>
    private async Task PlantAsync(Func<ReleasedPoint, bool> of, Action<ReleasedPoint> plant)
    {
        await using var db = await host.OpenAsync();
        var newest = await db.Measures.MaxAsync(measure => measure.Id);
        foreach (var point in (await db.ReleasedPoints.Where(point => point.MeasureId == newest).ToListAsync()).Where(of))
            plant(point);
        await db.SaveChangesAsync();
    }
}
