namespace Equity.Matching;

/// <summary>
/// How many repeated meetings no plan can avoid: the larger of two counts, each of which is proven, and what has been repeated already. Both hold for tables of
/// any size that the café allows, as the counts of pairs are convex: they are lowest when tables are as equal as can be.
/// </summary>
internal static class UnavoidableRepeats
{
    public static int Of(Cafe cafe) => Meetings.Repeated(Meetings.In(cafe.Order.Past)) + Math.Max(OfPlaces(cafe), OfGroups(cafe));

    /// <summary>
    /// By places. A guest sits with one host in each round, and there are only so many hosts that it has not met. Guests sit with guests, at equal tables so
    /// often at least, and there are only so many pairs of them that have not met. The two counts share no pair, so they add up.
    /// </summary>
    private static int OfPlaces(Cafe cafe)
    {
        var teams = cafe.Teams.Count;
        var withHosts = cafe.Guests.Sum(guest => Math.Max(0, cafe.Coming - cafe.Hosts.Count(host => cafe.Met[guest * teams + host] == 0)));
        var meetings = cafe.Coming * EqualTables(cafe).Sum(guests => guests * (guests - 1) / 2);
        var unmet = Pairs(cafe.Guests.Length).Count(pair => cafe.Met[cafe.Guests[pair.A] * teams + cafe.Guests[pair.B]] == 0);
        return withHosts + Math.Max(0, meetings - unmet);
    }

    /// <summary>
    /// By groups. Those who sit together in one round are too many to sit apart in the next: with the hosts where they are, some of them share a table again.
    /// A pair that meets m times is counted in at most m - 1 such changes of rounds, so what the changes cost adds up.
    /// </summary>
    private static int OfGroups(Cafe cafe)
    {
        if (cafe.Coming == 0) return 0;
        var change = EqualTables(cafe).Sum(guests => Together([1, .. Enumerable.Repeat(0, cafe.Hosts.Count - 1)], guests));
        return (cafe.Coming - 1) * change + cafe.Order.Past.TakeLast(1).SelectMany(round => round).Sum(table => FromBefore(cafe, table));
    }

    private static int FromBefore(Cafe cafe, SeatedTable table)
    {
        var there = table.Teams.Select(cafe.Number).Where(team => team != Cafe.None).ToHashSet();
        return Together([.. cafe.Hosts.Select(host => there.Contains(host) ? 1 : 0)], there.Except(cafe.Hosts).Count());
    }

    /// <summary>How many pairs of a group share a table, at least, when some sit at tables already and others join them: each goes where fewest are.</summary>
    private static int Together(int[] at, int joining)
    {
        var pairs = 0;
        for (var i = 0; i < joining; i++)
        {
            var table = Array.IndexOf(at, at.Min());
            pairs += at[table]++;
        }
        return pairs;
    }

    /// <summary>The guests at each table when tables are as equal as can be.</summary>
    private static IEnumerable<int> EqualTables(Cafe cafe) => cafe.Hosts.Select((_, table) => (cafe.Guests.Length + table) / cafe.Hosts.Count);

    private static IEnumerable<(int A, int B)> Pairs(int count) => from a in Enumerable.Range(0, count) from b in Enumerable.Range(a + 1, count - a - 1) select (a, b);
}
