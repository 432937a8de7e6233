namespace Equity.Matching;

/// <summary>A world café by number: teams from 0 by id, tables from 0 by their numbers, rounds to come from 0. Immutable.</summary>
internal sealed class Cafe
{
    /// <summary>Nobody, and nowhere.</summary>
    public const int None = -1;

    /// <summary>In what scores are counted.</summary>
    public const int Millionths = 1_000_000;

    private readonly Dictionary<int, int> number;

    /// <param name="order">Any.</param>
    /// <param name="score">Of two ids, the lower one first, 0 to 1. Asked once for each pair, and counted in millionths.</param>
    /// <exception cref="ArgumentException">The order contradicts itself, or asks for what cannot be.</exception>
    public Cafe(CafeOrder order, Func<int, int, double> score)
    {
        CafeRules.Check(order);
        Order = order;
        Teams = [.. order.Teams.OrderBy(team => team.Id)];
        number = Teams.Index().ToDictionary(team => team.Item.Id, team => team.Index);
        var tables = HostedTables.Of(order);
        (Numbers, Hosts) = ([.. tables.Keys], [.. tables.Values.Select(host => number[host])]);
        Guests = [.. Enumerable.Range(0, Teams.Count).Except(Hosts)];
        Coming = order.Rounds - order.Past.Count;
        (Least, Most) = order.Present.Count == 0
            ? (Teams.Count / Hosts.Count, (Teams.Count + Hosts.Count - 1) / Hosts.Count)
            : (Math.Min(Teams.Count / Hosts.Count, HostedTables.Fewest), order.Most);
        Stages = [.. Teams.Select(team => 1u << team.Stage)];
        Dimensions = Masks(Teams);
        Scores = Scored(score);
        Known = KnownIn(order.Known);
        Met = MetIn(order.Past);
        Before = order.Past.Count == 0 ? [.. Teams.Select(_ => None)] : TablesIn(order.Past[^1]);
        Present = [.. order.Present.SelectMany(TablesIn)];
    }

    public CafeOrder Order { get; }

    /// <summary>By id.</summary>
    public IReadOnlyList<CafeTeam> Teams { get; }

    /// <summary>The number that each table is known by.</summary>
    public int[] Numbers { get; }

    /// <summary>Each table's host.</summary>
    public IReadOnlyList<int> Hosts { get; }

    /// <summary>All who do not host.</summary>
    public int[] Guests { get; }

    /// <summary>How many rounds are to come.</summary>
    public int Coming { get; }

    /// <summary>How many sit at a table at least: tables are as equal as can be, but where there is a plan nobody is moved for that.</summary>
    public int Least { get; }

    /// <summary>How many sit at a table at most.</summary>
    public int Most { get; }

    /// <summary>Each team's stage, as a bit.</summary>
    public uint[] Stages { get; }

    /// <summary>Each team's dimensions, as bits.</summary>
    public ulong[] Dimensions { get; }

    /// <summary>Of each two teams, in millionths.</summary>
    public int[] Scores { get; }

    /// <summary>Whether two teams know each other.</summary>
    public bool[] Known { get; }

    /// <summary>How often two teams have met in the rounds that are over.</summary>
    public byte[] Met { get; }

    /// <summary>At which table each team sat last, as in <see cref="Present"/>.</summary>
    public int[] Before { get; }

    /// <summary>
    /// At which table each team is to sit by the plan so far, round by round; <see cref="None"/> for a team that is new, one more than the last table for a
    /// table that is no more. Empty without a plan.
    /// </summary>
    public int[] Present { get; }

    /// <summary>The number of a team; <see cref="None"/> for one that does not come.</summary>
    public int Number(int id) => number.GetValueOrDefault(id, None);

    private int[] TablesIn(IReadOnlyList<SeatedTable> round)
    {
        int[] tables = [.. Teams.Select(_ => None)];
        foreach (var table in round)
        {
            var at = Array.IndexOf(Numbers, table.Number) is >= 0 and var found ? found : Hosts.Count;
            foreach (var team in table.Teams.Select(Number).Where(team => team != None)) tables[team] = at;
        }
        return tables;
    }

    private bool[] KnownIn(IEnumerable<(int A, int B)> pairs)
    {
        var known = new bool[Teams.Count * Teams.Count];
        foreach (var (a, b) in pairs.Select(pair => (Number(pair.A), Number(pair.B))))
        {
            if (a != None && b != None) known[a * Teams.Count + b] = known[b * Teams.Count + a] = true;
        }
        return known;
    }

    private byte[] MetIn(IEnumerable<IReadOnlyList<SeatedTable>> rounds)
    {
        var met = new byte[Teams.Count * Teams.Count];
        foreach (var table in rounds.SelectMany(round => round))
        {
            var there = table.Teams.Select(Number).Where(team => team != None).ToList();
            foreach (var a in there)
            {
                foreach (var b in there.Where(b => b != a)) met[a * Teams.Count + b]++;
            }
        }
        return met;
    }

    private int[] Scored(Func<int, int, double> score)
    {
        var scores = new int[Teams.Count * Teams.Count];
        for (var a = 0; a < Teams.Count; a++)
        {
            for (var b = a + 1; b < Teams.Count; b++)
            {
                var found = score(Teams[a].Id, Teams[b].Id);
                if (!(found is >= 0 and <= 1)) throw new ArgumentException($"A score is 0 to 1, not {found}.", nameof(score));
                scores[a * Teams.Count + b] = scores[b * Teams.Count + a] = (int)Math.Round(found * Millionths);
            }
        }
        return scores;
    }

    private static ulong[] Masks(IReadOnlyList<CafeTeam> teams)
    {
        var bits = teams.SelectMany(team => team.Dimensions).Distinct().Order(StringComparer.Ordinal).Index().ToDictionary(each => each.Item, each => 1UL << each.Index);
        return [.. teams.Select(team => team.Dimensions.Aggregate(0UL, (mask, dimension) => mask | bits[dimension]))];
    }
}
