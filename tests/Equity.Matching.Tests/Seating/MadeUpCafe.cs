namespace Equity.Matching.Tests;

/// <summary>World cafés with made-up teams and scores.</summary>
internal static class MadeUpCafe
{
    /// <summary>Steps that are enough for a few teams.</summary>
    public const int FewSteps = 300;

    private static readonly string[] Dimensions = ["AGE", "DEPRIVATION", "LANGUAGE"];

    /// <summary>A café that is planned anew, of any size up to 24 teams.</summary>
    public static CafeOrder Small(int seed)
    {
        var random = new Random(seed);
        var teams = Teams(random, 1 + random.Next(24));
        var known = from a in teams from b in teams where a.Id < b.Id && random.Next(5) == 0 select random.Next(2) == 0 ? (a.Id, b.Id) : (b.Id, a.Id);
        var order = new CafeOrder(teams, 1 + random.Next(4), seed) { Known = [.. known] };
        return teams.Count < 12 || random.Next(2) == 0 ? order : order with { Hosts = [.. teams.Take((teams.Count + 5) / 6 + random.Next(2)).Select(team => team.Id)] };
    }

    /// <summary>A café of which a round is over, since when some have left and some have come; with or without a plan for the other rounds.</summary>
    public static CafeOrder Changed(int seed)
    {
        var (random, order) = (new Random(seed), Small(seed));
        order = order with { Rounds = 3, Hosts = [] };
        var plan = WorldCafes.Plan(order, Score, FewSteps);
        var stay = order.Teams.Where(_ => random.Next(6) > 0).DefaultIfEmpty(order.Teams.First());
        var come = Teams(random, random.Next(3)).Select(team => team with { Id = team.Id + 1000 });
        return order with { Teams = [.. stay, .. come], Past = [plan.Rounds[0]], Present = random.Next(3) == 0 ? [] : [.. plan.Rounds.Skip(1)] };
    }

    /// <summary>A few teams, all at one stage, with nothing about them.</summary>
    public static CafeOrder Plain(int teams, int rounds) => new([.. Enumerable.Range(1, teams).Select(id => new CafeTeam(id, 2, []))], rounds, 1);

    /// <summary>As good as random, and the same from both sides.</summary>
    public static double Score(int a, int b) => (a * 7919 + b * 104729 + a * b * 31) % 101 / 100.0;

    /// <summary>The same café, given in another order.</summary>
    public static CafeOrder Turned(CafeOrder order) => order with
    {
        Teams = [.. order.Teams.Reverse()],
        Hosts = [.. order.Hosts.Reverse()],
        Known = [.. order.Known.Reverse().Select(pair => (pair.B, pair.A))],
        Past = [.. order.Past.Select(Turned)],
        Present = [.. order.Present.Select(Turned)],
    };

    private static IReadOnlyList<SeatedTable> Turned(IReadOnlyList<SeatedTable> round) => [.. round.Reverse().Select(table => table with { Teams = [.. table.Teams.Reverse()] })];

    private static List<CafeTeam> Teams(Random random, int count) =>
        [.. Enumerable.Range(1, count).Select(i => new CafeTeam(i * 3, random.Next(6), [.. random.GetItems(Dimensions, random.Next(3)).Distinct()]))];
}
