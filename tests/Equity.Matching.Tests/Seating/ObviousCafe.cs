namespace Equity.Matching.Tests;

/// <summary>Counts everything from the beginning and tries every seating there is: what the fast ones are held against.</summary>
internal static class ObviousCafe
{
    /// <summary>What speaks against a seating of the rounds to come.</summary>
    public static Cost CostOf(CafeOrder order, IReadOnlyList<IReadOnlyList<SeatedTable>> coming)
    {
        var teams = order.Teams.ToDictionary(team => team.Id);
        var all = order.Past.Concat(coming).Select(round => round.SelectMany(table => Pairs([.. table.Teams.Where(teams.ContainsKey)])).ToList()).ToList();
        var before = all.Take(order.Past.Count).SelectMany(pairs => pairs).ToHashSet();
        var met = all.SelectMany(pairs => pairs).ToHashSet();
        var first = met.Except(before).ToList();
        var tables = coming.SelectMany(round => round).Select(table => table.Teams.Select(team => teams[team]).ToList()).ToList();
        return new()
        {
            Moved = order.Present.Zip(coming).Sum(round => Seats(round.First).Count(seat => teams.ContainsKey(seat.Team) && !Seats(round.Second).Contains(seat))),
            Repeats = all.Skip(order.Past.Count).Sum(pairs => pairs.Count) - first.Count,
            Stays = order.Past.TakeLast(1).Concat(coming).Zip(coming.Skip(order.Past.Count == 0 ? 1 : 0)).Sum(rounds => Guests(rounds.Second).Intersect(Seats(rounds.First)).Count()),
            Known = first.Count(pair => order.Known.Contains(pair) || order.Known.Contains((pair.B, pair.A))),
            SameStage = tables.Count(table => table.All(team => team.Stage == table[0].Stage)),
            SameDimension = tables.Count(table => table[0].Dimensions.Any(dimension => table.All(team => team.Dimensions.Contains(dimension)))),
            Score = first.Sum(pair => (long)Math.Round(MadeUpCafe.Score(pair.A, pair.B) * 1_000_000)),
        };
    }

    /// <summary>The fewest repeated meetings, the highest total score and the fewest seats changed that any seating of the rounds to come has, each for itself.</summary>
    public static (int Repeats, long Score, int Moved) Best(Cafe cafe)
    {
        var (repeats, score, moved) = (int.MaxValue, 0L, int.MaxValue);
        var met = cafe.Met.ToArray();
        var tables = Enumerable.Range(0, cafe.Coming).Select(_ => cafe.Hosts.Select(host => new List<int> { host }).ToArray()).ToArray();
        Seat(0, 0, 0, 0, Enumerable.Range(0, cafe.Coming).Sum(round => cafe.Hosts.Index().Sum(host => Moved(round, host.Item, host.Index))));
        return (repeats, score, moved);

        int Moved(int round, int team, int table) => cafe.Present.Length > 0 && cafe.Present[round * cafe.Teams.Count + team] is >= 0 and var planned && planned != table ? 1 : 0;

        void Seat(int round, int guest, int repeated, long total, int changed)
        {
            if (guest == cafe.Guests.Length)
            {
                if (tables[round].Any(table => table.Count < cafe.Least)) return;
                (round, guest) = (round + 1, 0);
            }
            if (round == cafe.Coming)
            {
                (repeats, score, moved) = (Math.Min(repeats, repeated), Math.Max(score, total), Math.Min(moved, changed));
                return;
            }
            var team = cafe.Guests[guest];
            foreach (var (at, table) in tables[round].Index().Where(table => table.Item.Count < cafe.Most))
            {
                var pairs = table.Select(other => Math.Min(team, other) * cafe.Teams.Count + Math.Max(team, other)).ToList();
                var again = pairs.Count(pair => met[pair] > 0);
                var more = pairs.Where(pair => met[pair] == 0).Sum(pair => (long)cafe.Scores[pair]);
                foreach (var pair in pairs) met[pair]++;
                table.Add(team);
                Seat(round, guest + 1, repeated + again, total + more, changed + Moved(round, team, at));
                table.RemoveAt(table.Count - 1);
                foreach (var pair in pairs) met[pair]--;
            }
        }
    }

    public static IEnumerable<(int A, int B)> Pairs(IReadOnlyList<int> teams) => from a in teams from b in teams where a < b select (a, b);

    public static IEnumerable<(int Team, int Table)> Seats(IReadOnlyList<SeatedTable> round) => round.SelectMany(table => table.Teams, (table, team) => (team, table.Number));

    private static IEnumerable<(int Team, int Table)> Guests(IReadOnlyList<SeatedTable> round) => Seats(round).Where(seat => round.All(table => table.Host != seat.Team));
}
