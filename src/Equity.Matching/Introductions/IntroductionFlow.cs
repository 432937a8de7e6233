using Google.OrTools.Graph;

namespace Equity.Matching;

/// <summary>
/// The plan's relaxation: each team stands once on either side, a pair is an arc each way, and half a pair may be chosen. Then it is a flow, and the best
/// one is found exactly. It is worth at least as much as any plan, so it bounds them all, and a plan is made by repairing its halves.
/// </summary>
/// <param name="Halves">For each pair 0, 1 or 2: how many of its two arcs are used.</param>
/// <param name="Worth">The sum of the arcs' scores and first friends' bonuses, in units of 1 / <see cref="Unit"/>; twice that of the pairs.</param>
internal sealed record IntroductionFlow(IReadOnlyList<int> Halves, long Worth)
{
    /// <summary>Scores are counted in millionths, rounded up, so that the bound stays one.</summary>
    public const int Unit = 1_000_000;

    /// <summary>The best flow.</summary>
    /// <param name="cohort">Who could meet whom.</param>
    /// <param name="bonus">What it is worth that a team has a first friend, in units of 1 / <see cref="Unit"/>.</param>
    public static IntroductionFlow Of(Cohort cohort, long bonus)
    {
        var teams = cohort.Teams.Count;
        var (from, to) = (2 * teams, 2 * teams + 1);
        using var flow = new MinCostFlow(2 * teams + 2, 2 * cohort.Pairs.Count + 4 * teams + 1);
        foreach (var pair in cohort.Pairs)
        {
            var score = (long)Math.Ceiling(pair.Score * Unit);
            flow.AddArcWithCapacityAndUnitCost(pair.A, teams + pair.B, 1, -score);
            flow.AddArcWithCapacityAndUnitCost(pair.B, teams + pair.A, 1, -score);
        }
        for (var team = 0; team < teams; team++)
        {
            if (cohort.Places[team] == 0) continue;
            flow.AddArcWithCapacityAndUnitCost(from, team, 1, -bonus);
            flow.AddArcWithCapacityAndUnitCost(teams + team, to, 1, -bonus);
            flow.AddArcWithCapacityAndUnitCost(from, team, cohort.Places[team] - 1, 0);
            flow.AddArcWithCapacityAndUnitCost(teams + team, to, cohort.Places[team] - 1, 0);
        }
        var places = cohort.Places.Sum();
        flow.AddArcWithCapacityAndUnitCost(from, to, places, 0); // for those that stay free
        flow.SetNodeSupply(from, places);
        flow.SetNodeSupply(to, -places);
        var status = flow.Solve();
        if (status != MinCostFlowBase.Status.OPTIMAL) throw new InvalidOperationException($"The flow of {teams} teams and {cohort.Pairs.Count} pairs was not solved: {status}.");
        return new([.. cohort.Pairs.Select((_, pair) => (int)(flow.Flow(2 * pair) + flow.Flow(2 * pair + 1)))], -flow.OptimalCost());
    }
}
