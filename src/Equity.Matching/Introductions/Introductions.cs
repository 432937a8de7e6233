namespace Equity.Matching;

/// <summary>
/// Plans introductions for a whole cohort at once, so that nobody is overwhelmed and nobody is left without a friend: as many teams as possible have at
/// least one, and then the total score is as high as it can be made.
/// </summary>
internal static class Introductions
{
    /// <summary>
    /// How many of each team's best pairs are considered in a large cohort: more gain next to nothing (results/introductions.md of the benchmarks), and all
    /// pairs of thousands of teams would take gigabytes.
    /// </summary>
    public const int BestOfEach = 24;

    /// <summary>A plan over all pairs of teams that can be scored, of which it considers the best of each team, and every pair of a team that would be left out otherwise.</summary>
    /// <param name="teams">Who is to be introduced. Those that cannot be scored fit nobody.</param>
    /// <param name="scores">Of those teams that can be scored.</param>
    /// <param name="perTeam">How many introductions a team has at most, 1 to 10.</param>
    /// <param name="apart">Pairs that are not to meet, in either direction.</param>
    /// <param name="cancel">Stops between two blocks of scores.</param>
    public static IntroductionPlan Plan(IReadOnlyCollection<IntroducibleTeam> teams, PairScores scores, int perTeam, IEnumerable<(int A, int B)> apart, CancellationToken cancel)
    {
        CheckPerTeam(perTeam);
        var excluded = BothWays(apart);
        var pairs = scores.Best(BestOfEach, excluded, cancel);
        var plan = Plan(teams, pairs, perTeam);
        var leftOut = plan.LeftOut.Where(left => left.Why is LeftOutReason.NobodyFits or LeftOutReason.EverybodyIsTaken).Select(left => left.Team).ToHashSet();
        return leftOut.Count == 0 || scores.Count <= BestOfEach + 1 ? plan : Plan(teams, pairs.Concat(scores.All(leftOut, excluded)), perTeam);
    }

    /// <summary>A plan; the same for the same teams and pairs, in whatever order they come.</summary>
    /// <param name="teams">Who is to be introduced.</param>
    /// <param name="pairs">Which pairs could meet, in either direction.</param>
    /// <param name="perTeam">How many introductions a team has at most, 1 to 10.</param>
    /// <param name="apart">Pairs that are not to meet, in either direction: friends already, or one has declined the other.</param>
    /// <exception cref="ArgumentOutOfRangeException">perTeam outside its range.</exception>
    /// <exception cref="ArgumentException">An id twice, a pair that is not of two of the teams, a score outside 0 to 1.</exception>
    public static IntroductionPlan Plan(IEnumerable<IntroducibleTeam> teams, IEnumerable<CandidatePair> pairs, int perTeam, IEnumerable<(int A, int B)>? apart = null)
    {
        CheckPerTeam(perTeam);
        var excluded = BothWays(apart ?? []);
        var cohort = new Cohort(teams, pairs.Where(pair => !excluded.Contains((pair.A, pair.B))), perTeam);
        // Worth more than all scores together: no score makes up for leaving somebody out.
        var bonus = (long)IntroductionFlow.Unit * (cohort.Places.Sum() + 1);
        var flow = IntroductionFlow.Of(cohort, bonus);
        var chosen = HalfPairs.Repair(cohort, flow.Halves);
        FirstFriends.Find(cohort, chosen);
        chosen.Fill();
        Exchanges.Better(cohort, chosen, flow);
        return Of(cohort, chosen, UpperBound(cohort, flow, bonus, chosen), Naive(cohort, perTeam));
    }

    /// <exception cref="ArgumentOutOfRangeException">Outside its range.</exception>
    public static void CheckPerTeam(int perTeam)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(perTeam, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(perTeam, PeerMatcher.MostIntroductions);
    }

    private static HashSet<(int, int)> BothWays(IEnumerable<(int A, int B)> pairs) => [.. pairs.SelectMany(pair => ((int, int)[])[pair, (pair.B, pair.A)])];

    private static IntroductionPlan Of(Cohort cohort, Chosen chosen, double upperBound, NaivePlan naive)
    {
        var pairs = cohort.Pairs.Where((_, pair) => chosen.Has(pair)).Select(pair => new Introduction(cohort.Teams[pair.A].Id, cohort.Teams[pair.B].Id, pair.Score)).ToList();
        var leftOut = cohort.Teams.Select((team, i) => (team, i)).Where(each => chosen.IsAlone(each.i)).Select(each => new LeftOutTeam(each.team.Id, Why(each.team, each.i)));
        var total = pairs.Sum(pair => pair.Score);
        return new(pairs, cohort.Teams.Count, [.. leftOut], cohort.Teams.Select((_, i) => chosen.Of(i).Count).DefaultIfEmpty().Max(), total, Math.Max(total, upperBound), naive);

        LeftOutReason Why(IntroducibleTeam team, int i) =>
            team.Paused ? LeftOutReason.Paused
            : cohort.Places[i] == 0 ? LeftOutReason.NoOpenPlace
            : cohort.PairsOf[i].Count == 0 ? LeftOutReason.NobodyFits
            : LeftOutReason.EverybodyIsTaken;
    }

    /// <summary>What the flow is worth beside the bonuses of those who are introduced. Where it gives half a friend to more teams than a plan can reach, the best flow without bonuses bounds closer.</summary>
    private static double UpperBound(Cohort cohort, IntroductionFlow flow, long bonus, Chosen chosen)
    {
        var introduced = cohort.Teams.Where((_, i) => !chosen.IsAlone(i)).Count();
        var scores = flow.Worth - 2 * bonus * introduced;
        if (scores >= bonus) scores = Math.Min(scores, IntroductionFlow.Of(cohort, 0).Worth);
        return scores / (2.0 * IntroductionFlow.Unit);
    }

    private static NaivePlan Naive(Cohort cohort, int perTeam)
    {
        var shown = new int[cohort.Teams.Count];
        var total = 0.0;
        for (var team = 0; team < shown.Length; team++)
        {
            foreach (var pair in cohort.PairsOf[team].Take(perTeam))
            {
                shown[cohort.Other(pair, team)]++;
                total += cohort.Pairs[pair].Score / 2;
            }
        }
        return new(total, shown.Where((times, team) => times == 0 && cohort.Places[team] > 0).Count(), shown.DefaultIfEmpty().Max());
    }
}
