using Equity.Graph.Friendships;
using Equity.Graph.Inequities;
using Equity.Graph.Learning;
using Equity.Graph.Learning.Spread;
using Equity.Graph.Metrics;
using Equity.Graph.Metrics.Counting;
using Equity.Graph.Support;
using Equity.Graph.Teams;
using FsCheck.Xunit;

namespace Equity.Graph.Tests.Metrics;

/// <summary>Counts that follow changes are what a recount of everything gives.</summary>
public class CountsProperties
{
    private static readonly Month Current = Month.Of(new DateOnly(2026, 11, 1));

    [Property(MaxTest = 25, StartSize = 1, EndSize = 200)]
    public void After_any_changes_every_figure_is_that_of_a_recount(int seed)
    {
        var random = new Random(seed);
        var (tallies, community) = (new Tallies(), new Dictionary<int, TeamFacts>());
        for (var change = 0; change < 25; change++)
        {
            var team = random.Next(8);
            if (community.Remove(team, out var before))
                tallies.Add(TeamSheet.Of(before), -1);
            if (random.Next(5) > 0)
                tallies.Add(TeamSheet.Of(community[team] = Any(team, random)), 1);
        }
        AssertRecounted(tallies, [.. community.Values], Current);
    }

    [Property(MaxTest = 25, StartSize = 1, EndSize = 200)]
    public void When_all_teams_are_gone_nothing_is_left(int seed)
    {
        var random = new Random(seed);
        var tallies = new Tallies();
        var sheets = Enumerable.Range(0, 6).Select(team => TeamSheet.Of(Any(team, random))).ToList();
        sheets.ForEach(sheet => tallies.Add(sheet, 1));
        sheets.ForEach(sheet => tallies.Add(sheet, -1));
        Assert.Empty(tallies.Programmes);
        Assert.All(Enum.GetValues<GroupKind>(), kind => Assert.Empty(tallies.Groups(null, kind)));
    }

    /// <summary>Compares every figure, by month and by quarter, of the community and within programmes; and that none is missing.</summary>
    internal static int AssertRecounted(Tallies tallies, IReadOnlyList<TeamFacts> community, Month current)
    {
        var compared = 0;
        foreach (var metric in MetricCatalogue.All.Where(metric => metric.IsLive))
        {
            Assert.True(Recount.Knows(metric), $"{metric.Name} has no recount.");
            foreach (var (every, programme, kind) in from every in Enum.GetValues<PeriodKind>() from programme in tallies.Programmes.Prepend(null) from kind in metric.Kinds where programme is null || kind != GroupKind.Programme select (every, programme, kind))
            {
                var live = new LiveFigures(metric, current);
                var filter = new MetricFilter { Every = every, Programme = programme };
                foreach (var group in Recount.Groups(community, metric, kind).Union(live.Groups(tallies, kind, programme)))
                {
                    var rows = live.Rows(tallies, kind, group, filter).ToDictionary(row => row.Period);
                    foreach (var row in rows.Values)
                        Assert.Equal((row, Recount.Of(community, metric, kind, group, programme, row.Period)), (row, (row.Numerator, row.Denominator, row.Value)));
                    var missing = Periods(metric, every, current).Where(period => !rows.ContainsKey(period) && Recount.Of(community, metric, kind, group, programme, period) is var figure && (figure.Numerator > 0 || figure.Denominator > 0)).Select(period => $"{metric.Name} of {kind} {group} in {programme}, {period}");
                    Assert.Empty(missing);
                    compared += rows.Count;
                }
            }
        }
        return compared;
    }

    private static IEnumerable<Period> Periods(Metric metric, PeriodKind every, Month current) => metric.How == Makeup.Now ? [every == PeriodKind.Month ? Period.Of(current) : Period.QuarterOf(current)]
        : Enumerable.Range(0, 40).Select(back => new Month(current.Number - back)).Select(month => every == PeriodKind.Month ? Period.Of(month) : Period.QuarterOf(month)).Distinct();

    private static TeamFacts Any(int id, Random random)
    {
        var created = At(random);
        var stages = Enumerable.Range(0, random.Next(5)).Select(_ => (Stage: One<Stage>(random), At: created + (At(random) - Start) / 4)).OrderBy(left => left.At).ToList();
        return new(new(id, random.Next(3) switch { 0 => null, 1 => "north", _ => "south" }, random.Next(3), random.Next(3) is > 0 and { } phase ? phase : null, random.Next(3) switch { 0 => null, 1 => "Hill", _ => "Shore" },
            One<Stage>(random), Maybe<Involvement>(random), Maybe<CoProductionRung>(random), created, random.Next(4) == 0 ? At(random) : null))
        {
            StagesLeft = stages,
            Inequities = Some(random, () => (One<InequityDimension>(random), Maybe<InequityKind>(random), One<InequityStatus>(random), At(random))),
            Learning = Some(random, () => (One<LearningKind>(random), At(random))),
            Thanks = Some(random, () => (Month.Of(At(random)), random.Next(1, 9))),
            Adoptions = Some(random, () => (At(random), Maybe<AdoptionOutcome>(random), random.Next(1, 5), random.Next(2) == 0)),
            Asks = Some(random, () => (One<AskStatus>(random), At(random), random.Next(3) == 0 ? null : (DateTime?)At(random)), 12),
            Proposed = Some(random, () => new FriendshipFact(id, id + 1, One<FriendshipStatus>(random), At(random), At(random), random.Next(2) == 0 ? null : At(random), random.Next(2) == 0 ? null : At(random), random.Next(2) == 0 ? null : At(random)), 10),
            Friends = Some(random, () => (At(random), random.Next(2) == 0 ? null : (DateTime?)At(random))),
        };
    }

    private static readonly DateTime Start = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private static DateTime At(Random random) => Start.AddHours(random.Next(24 * 365 * 2));

    private static T One<T>(Random random) where T : struct, Enum => Enum.GetValues<T>()[random.Next(Enum.GetValues<T>().Length)];

    private static T? Maybe<T>(Random random) where T : struct, Enum => random.Next(3) == 0 ? null : One<T>(random);

    private static List<T> Some<T>(Random random, Func<T> make, int most = 4) => [.. Enumerable.Range(0, random.Next(most + 1)).Select(_ => make())];
}
