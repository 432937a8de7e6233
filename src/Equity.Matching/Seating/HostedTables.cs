namespace Equity.Matching;

/// <summary>How many tables there are, their numbers and their hosts.</summary>
internal static class HostedTables
{
    /// <summary>The smallest table at which somebody still meets more than one other.</summary>
    public const int Fewest = 3;

    /// <summary>The tables' hosts by the tables' numbers. The same in whatever order anything comes.</summary>
    /// <exception cref="ArgumentException">The hosts or tables that are asked for do not fit the teams.</exception>
    public static SortedDictionary<int, int> Of(CafeOrder order)
    {
        var teams = order.Teams.ToDictionary(team => team.Id);
        foreach (var host in order.Hosts)
        {
            if (!teams.ContainsKey(host)) throw new ArgumentException($"The host {host} is not one of the teams.", nameof(order));
        }
        var before = (order.Present.Count > 0 ? order.Present[0] : order.Past.Count > 0 ? order.Past[^1] : []).OrderBy(table => table.Number).ToList();
        var count = Count(order, before.Count);
        var hosts = order.Hosts.Distinct().Order().Concat(before.Select(table => table.Host).Where(teams.ContainsKey)).Distinct().Take(count).ToHashSet();
        var tables = new SortedDictionary<int, int>();
        foreach (var table in before)
        {
            if (hosts.Remove(table.Host)) tables[table.Number] = table.Host;
        }
        while (tables.Count < count)
        {
            var number = before.Select(table => table.Number).Concat(Enumerable.Range(1, before.Count + count)).First(free => !tables.ContainsKey(free));
            var candidates = hosts.Count > 0 ? hosts : teams.Keys.Except(tables.Values);
            tables[number] = candidates.OrderByDescending(team => SeatsAt(order, team, number)).ThenByDescending(team => teams[team].Stage).ThenBy(team => team).First();
            hosts.Remove(tables[number]);
        }
        return tables;
    }

    private static int Count(CafeOrder order, int before)
    {
        var (teams, hosts) = (order.Teams.Count, order.Hosts.Distinct().Count());
        var most = Math.Max(1, teams / order.Least);
        var count = order.Tables ?? (hosts > 0 && Fits(hosts) ? hosts : before > 0 && Fits(before) ? before : Fits(most) ? most : (teams + order.Most - 1) / order.Most);
        if (!Fits(count)) throw new ArgumentException($"{teams} teams cannot sit at {count} tables of at most {order.Most}, and none of fewer than {Fewest}.", nameof(order));
        if (hosts > count) throw new ArgumentException($"{hosts} hosts are more than the {count} tables.", nameof(order));
        return count;

        bool Fits(int tables) => tables >= 1 && (teams + tables - 1) / tables <= order.Most && (tables == 1 || teams / tables >= Fewest);
    }

    private static int SeatsAt(CafeOrder order, int team, int number) => order.Present.Count(round => round.Any(table => table.Number == number && table.Teams.Contains(team)));
}
