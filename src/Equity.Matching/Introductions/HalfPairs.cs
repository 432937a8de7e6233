namespace Equity.Matching;

/// <summary>
/// Makes whole pairs of the halves of a flow. Walks along the halves and takes every other one, so that each team on the way keeps its number of friends;
/// only where a round trip is odd does one team lose a place, the one where it costs least.
/// </summary>
internal sealed class HalfPairs
{
    /// <summary>What it counts to leave a team without any friend, where a score counts at most 1.</summary>
    private const double LeftAlone = 1;

    private readonly Cohort cohort;
    private readonly Chosen chosen;
    private readonly Queue<int>[] open;
    private readonly bool[] isWalked;

    private HalfPairs(Cohort cohort, IReadOnlyList<int> halves)
    {
        (this.cohort, chosen, isWalked) = (cohort, new(cohort), new bool[cohort.Pairs.Count]);
        open = [.. cohort.PairsOf.Select(pairs => new Queue<int>(pairs.Where(pair => halves[pair] == 1)))];
        for (var pair = 0; pair < halves.Count; pair++)
        {
            if (halves[pair] == 2) chosen.Add(pair);
        }
    }

    /// <summary>A choice that keeps within every team's places.</summary>
    public static Chosen Repair(Cohort cohort, IReadOnlyList<int> halves)
    {
        var repair = new HalfPairs(cohort, halves);
        var isEnd = repair.open.Select(pairs => pairs.Count % 2 == 1).ToArray();
        // Ways with two ends first; what is left after them are round trips.
        foreach (var ends in (bool[])[true, false])
        {
            for (var team = 0; team < isEnd.Length; team++)
            {
                while ((!ends || isEnd[team]) && repair.Walk(team) is { Count: > 0 } way)
                {
                    var last = repair.Last(team, way);
                    isEnd[team] = isEnd[last] = false;
                    foreach (var pair in last == team && way.Count % 2 == 1 ? repair.RoundTrip(team, way) : repair.EveryOther(team, last, way)) repair.chosen.Add(pair);
                }
            }
        }
        return repair.chosen;
    }

    /// <summary>From a team along halves that nobody walked, until there is no further one.</summary>
    private List<int> Walk(int team)
    {
        var way = new List<int>();
        while (open[team].TryDequeue(out var pair))
        {
            if (isWalked[pair]) continue;
            isWalked[pair] = true;
            way.Add(pair);
            team = cohort.Other(pair, team);
        }
        return way;
    }

    private int Last(int first, List<int> way) => way.Aggregate(first, (team, pair) => cohort.Other(pair, team));

    /// <summary>The first, third, ... or the second, fourth, ..., whichever is worth more; a team at an end that is passed over may be left alone.</summary>
    private IEnumerable<int> EveryOther(int first, int last, List<int> way)
    {
        var (odd, even) = (way.Where((_, i) => i % 2 == 0), way.Where((_, i) => i % 2 == 1));
        if (first == last) return Sum(odd) >= Sum(even) ? odd : even;
        var isOddWay = way.Count % 2 == 1;
        var (withoutOdd, withoutEven) = (isOddWay ? 0 : Alone(last), Alone(first) + (isOddWay ? Alone(last) : 0));
        return Sum(odd) - withoutOdd >= Sum(even) - withoutEven ? odd : even;
    }

    /// <summary>Every other one of a round trip, from the team on that can best do without.</summary>
    private IEnumerable<int> RoundTrip(int team, List<int> way)
    {
        var teams = way.Select(pair => { var here = team; team = cohort.Other(pair, team); return here; }).ToList();
        var worth = Enumerable.Range(0, way.Count / 2).Sum(i => cohort.Pairs[way[2 * i + 1]].Score);
        var (best, start) = (double.NegativeInfinity, 0);
        for (int i = 0, at = 0; i < way.Count; i++)
        {
            if (worth - Alone(teams[at]) > best) (best, start) = (worth - Alone(teams[at]), at);
            // Two further on, the pair that was first goes and the one that was before it comes.
            worth += cohort.Pairs[way[at]].Score - cohort.Pairs[way[(at + 1) % way.Count]].Score;
            at = (at + 2) % way.Count;
        }
        return Enumerable.Range(0, way.Count / 2).Select(i => way[(start + 2 * i + 1) % way.Count]);
    }

    private double Sum(IEnumerable<int> pairs) => pairs.Sum(pair => cohort.Pairs[pair].Score);

    private double Alone(int team) => chosen.IsAlone(team) ? LeftAlone : 0;
}
