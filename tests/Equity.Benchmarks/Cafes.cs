using System.Globalization;
using Equity.Matching;

namespace Equity.Benchmarks;

/// <summary>
/// How long it takes to seat a world café, and how near the plan comes to its bounds. Made-up teams: a theme each, few large and many small, on which the score
/// depends most, a stage and one or two dimensions; one pair in thirty knows each other.
/// </summary>
internal static class Cafes
{
    private const int Rounds = 3, Seeds = 3, Ids = 100;

    public static void Run()
    {
        Time("warming up", Order(19, 0)); // the first plan also pays for compiling and for loading the flow's library
        foreach (var teams in (int[])[19, 40, 100])
        {
            for (var seed = 0; seed < Seeds; seed++) Time($"{teams} teams, seed {seed}", Order(teams, seed));
        }
        Time("19 teams at 5 tables", Order(19, 0) with { Tables = 5 });
        Time("16 teams, 4 rounds", Order(16, 0) with { Rounds = 4 });
        foreach (var steps in (int[])[5_000, 15_000, 50_000, 150_000]) Time($"100 teams, {steps:N0} steps a seat", Order(100, 0), steps);
        Replan();
    }

    private static void Replan()
    {
        var order = Order(40, 0);
        var plan = Time("40 teams", order);
        var left = order with { Teams = [.. order.Teams.Where(team => team.Id != 7)], Past = [plan.Rounds[0]], Present = [.. plan.Rounds.Skip(1)] };
        Time("one guest leaves", left);
        Time("one comes", left with { Teams = [.. order.Teams, new(99, 2, ["AGE"])] });
        Time("a host leaves", left with { Teams = [.. order.Teams.Where(team => team.Id != plan.Rounds[0][0].Host)] });
    }

    private static SeatingPlan Time(string what, CafeOrder order, int steps = Annealing.StepsPerSeat)
    {
        var scores = Scores();
        var before = Environment.CpuUsage.TotalTime;
        var plan = WorldCafes.Plan(order, scores, steps);
        var seconds = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        var f = plan.Figures;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            {what}, {plan.Rounds[^1].Count} tables: {seconds:0.00} s of the processor
                {f.Meetings} pairs meet, {f.NewMeetings} are new; repeated {f.RepeatedMeetings}, unavoidable {f.UnavoidableRepeats}; stay at a table {f.StaysAtATable}; seats moved {f.SeatsMoved}
                without a step ahead {f.TablesWithoutAStepAhead}, of one dimension {f.TablesOfOneDimension}; score {f.TotalScore:0.00} of at most {f.UpperBound:0.00} ({f.TotalScore / f.UpperBound:0.000})
            """));
        return plan;
    }

    private static CafeOrder Order(int teams, int seed)
    {
        var random = new Random(teams);
        string[] dimensions = ["AGE", "DEPRIVATION", "ETHNICITY", "LANGUAGE", "LEARNING_DISABILITY", "SEX"];
        return new([.. Enumerable.Range(0, teams).Select(id => new CafeTeam(id, random.Next(6), [.. random.GetItems(dimensions, 1 + random.Next(2))]))], Rounds, seed)
        {
            Known = [.. from a in Enumerable.Range(0, teams) from b in Enumerable.Range(a + 1, teams - a - 1) where random.Next(30) == 0 select (a, b)],
        };
    }

    private static Func<int, int, double> Scores()
    {
        var random = new Random(17);
        var themes = Enumerable.Range(0, Ids).Select(_ => (int)(8 * random.NextDouble() * random.NextDouble())).ToArray();
        var own = Enumerable.Range(0, Ids * Ids).Select(_ => random.NextDouble()).ToArray();
        return (a, b) => (themes[a] == themes[b] ? 0.4 : 0.1) + own[a * Ids + b] / 2;
    }
}
