using Equity.Graph.Disclosure;
using Google.OrTools.Sat;

namespace Equity.Graph.Tests.Disclosure;

/// <summary>Works out hidden counts from what is known, by integer feasibility.</summary>
internal static class DisclosureAttack
{
    /// <summary>The hidden counts that are found out, or nearly, in the order of the facts.</summary>
    public static IReadOnlyList<Leak> Leaks(Facts facts)
    {
        var hidden = Enumerable.Range(0, facts.Counts.Count).Where(count => facts.Counts[count].Hidden).ToList();
        if (hidden.Count == 0 || AllHaveThree(facts, hidden))
            return [];
        return [.. hidden.Select(count => new Leak(facts.Counts[count].Name, Values(facts, count))).Where(leak => !leak.IsSafe)];
    }

    /// <summary>The greatest that counts can be together. Throws when the facts contradict each other.</summary>
    public static long Greatest(Facts facts, IEnumerable<int> of)
    {
        var model = new CpModel();
        var variables = World(model, facts);
        model.Maximize(LinearExpr.Sum(of.Select(count => variables[count])));
        var solver = Solved(model) ?? throw new InvalidOperationException("What was seen contradicts itself.");
        return (long)solver.ObjectiveValue;
    }

    /// <summary>Up to so many values that a count can have, each with a whole world in which it has it.</summary>
    public static IReadOnlyList<long> Values(Facts facts, int count, int most = DisclosureRules.LeastPossible)
    {
        var model = new CpModel();
        var variables = World(model, facts);
        var found = new List<long>();
        while (found.Count < most && Solved(model) is { } solver)
        {
            found.Add(solver.Value(variables[count]));
            model.Add(variables[count] != found[^1]);
        }
        return found.Count > 0 ? [.. found.Order()] : throw new InvalidOperationException("What was seen contradicts itself.");
    }

    /// <summary>Three worlds for each hidden count, in which it differs, all in one question: nearly always the answer is yes.</summary>
    private static bool AllHaveThree(Facts facts, List<int> hidden)
    {
        var model = new CpModel();
        foreach (var count in hidden)
        {
            var (one, two, three) = (World(model, facts)[count], World(model, facts)[count], World(model, facts)[count]);
            model.Add(one < two);
            model.Add(two < three);
        }
        return Solved(model) is not null;
    }

    private static IntVar[] World(CpModel model, Facts facts)
    {
        var variables = facts.Counts.Select(count => model.NewIntVar(count.Low, count.High, "")).ToArray();
        foreach (var sum in facts.Sums)
        {
            model.AddLinearConstraint(
                LinearExpr.WeightedSum(sum.Terms.Select(term => variables[term.Count]), sum.Terms.Select(term => term.Times)), sum.Low, sum.High);
        }
        return variables;
    }

    private static CpSolver? Solved(CpModel model)
    {
        var solver = new CpSolver { StringParameters = "num_workers:1 random_seed:1" };
        return solver.Solve(model) switch
        {
            CpSolverStatus.Optimal or CpSolverStatus.Feasible => solver,
            CpSolverStatus.Infeasible => null,
            var status => throw new InvalidOperationException($"The solver says {status}."),
        };
    }
}

/// <summary>A hidden count and values that it can have: all of them where they are fewer than three.</summary>
internal sealed record Leak(string Count, IReadOnlyList<long> Possible)
{
    /// <summary>
    /// Three values, or nothing but 0: nobody is hidden behind that, and 0 is shown to all. It is found out of a star that stood while the last of its people was
    /// taken back, once the group is shown anew.
    /// </summary>
    public bool IsSafe => Possible is [0] || Possible.Count >= DisclosureRules.LeastPossible;
}
