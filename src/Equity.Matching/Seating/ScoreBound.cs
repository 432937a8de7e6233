using Google.OrTools.Graph;

namespace Equity.Matching;

/// <summary>
/// What no plan's total score is above. Hosts meet guests, and guests meet guests: each team has only so many places beside it for either. Who meets whom under
/// these limits alone is a flow, in which half a pair of guests may be chosen, and the best one is found exactly.
/// </summary>
internal static class ScoreBound
{
    /// <summary>In millionths: of the rounds that are over, exactly, and of those to come, at most.</summary>
    public static long Of(Cafe cafe)
    {
        var teams = cafe.Teams.Count;
        var past = (from a in Enumerable.Range(0, teams) from b in Enumerable.Range(a + 1, teams - a - 1) where cafe.Met[a * teams + b] > 0 select (long)cafe.Scores[a * teams + b]).Sum();
        if (cafe.Coming == 0 || cafe.Guests.Length == 0) return past;
        var withHosts = Best(cafe, cafe.Hosts, cafe.Coming, cafe.Coming * (cafe.Most - 1), cafe.Coming * cafe.Guests.Length);
        var places = cafe.Coming * (cafe.Most - 2);
        return past + withHosts + Best(cafe, cafe.Guests, places, places, cafe.Coming * TablesAsUnequal(cafe).Sum(guests => guests * (guests - 1))) / 2;
    }

    /// <summary>The highest total of pairs of a guest and another that have not met.</summary>
    /// <param name="cafe">Who comes.</param>
    /// <param name="others">The others.</param>
    /// <param name="each">How many others a guest meets at most.</param>
    /// <param name="eachOther">How many guests each of the others meets at most.</param>
    /// <param name="all">How many meet at most.</param>
    private static long Best(Cafe cafe, IReadOnlyList<int> others, int each, int eachOther, int all)
    {
        var guests = cafe.Guests;
        var (from, to) = (guests.Length + others.Count, guests.Length + others.Count + 1);
        using var flow = new MinCostFlow(to + 1, guests.Length * (others.Count + 1) + others.Count + 1);
        for (var i = 0; i < guests.Length; i++)
        {
            flow.AddArcWithCapacityAndUnitCost(from, i, each, 0);
            for (var j = 0; j < others.Count; j++)
            {
                var pair = guests[i] * cafe.Teams.Count + others[j];
                if (guests[i] != others[j] && cafe.Met[pair] == 0) flow.AddArcWithCapacityAndUnitCost(i, guests.Length + j, 1, -cafe.Scores[pair]);
            }
        }
        for (var j = 0; j < others.Count; j++) flow.AddArcWithCapacityAndUnitCost(guests.Length + j, to, eachOther, 0);
        flow.AddArcWithCapacityAndUnitCost(from, to, all, 0); // for those that meet nobody
        flow.SetNodeSupply(from, all);
        flow.SetNodeSupply(to, -all);
        var status = flow.Solve();
        if (status != MinCostFlowBase.Status.OPTIMAL) throw new InvalidOperationException($"The flow of {guests.Length} guests and {others.Count} others was not solved: {status}.");
        return -flow.OptimalCost();
    }

    /// <summary>The guests at each table when tables are as unequal as is allowed: then most of them meet.</summary>
    private static IEnumerable<int> TablesAsUnequal(Cafe cafe)
    {
        var spare = cafe.Teams.Count - cafe.Hosts.Count * cafe.Least;
        foreach (var _ in cafe.Hosts)
        {
            var more = Math.Min(spare, cafe.Most - cafe.Least);
            spare -= more;
            yield return cafe.Least + more - 1;
        }
    }
}
