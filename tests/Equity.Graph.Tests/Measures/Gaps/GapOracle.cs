using Equity.Graph.Measures.Gaps;

namespace Equity.Graph.Tests.Measures.Gaps;

/// <summary>Gaps of proportions the slow, obvious way: intervals of rates by searching for their ends, the line by solving the equations of least squares, its ratio's interval by searching.</summary>
internal static class GapOracle
{
    private const double Z = 1.959963984540054;

    /// <summary>All rates π that a score test would not refuse: (p − π)² n ≤ z² π (1 − π).</summary>
    public static (double Lower, double Upper) Score(double some, double all)
    {
        var rate = some / all;
        bool Refused(double value) => Math.Pow(rate - value, 2) * all > Z * Z * value * (1 - value);
        return (Search(0, rate, Refused), 1 - Search(0, 1 - rate, value => Refused(1 - value)));
    }

    public static (double Lower, double Upper) Difference(GroupCount one, GroupCount other) => Sum([(1, one), (-1, other)]);

    /// <summary>Least squares with weights: the two equations for height and rise, solved by Cramer's rule.</summary>
    public static (double Least, double Most) Ends(IReadOnlyList<GroupCount> groups)
    {
        double w = 0, wx = 0, wxx = 0, wy = 0, wxy = 0;
        foreach (var group in groups)
        {
            var (weight, x, y) = (group.Denominator!.Value, Place(group, groups), group.Numerator!.Value / group.Denominator!.Value);
            (w, wx, wxx, wy, wxy) = (w + weight, wx + weight * x, wxx + weight * x * x, wy + weight * y, wxy + weight * x * y);
        }
        var determinant = w * wxx - wx * wx;
        var (height, rise) = ((wy * wxx - wx * wxy) / determinant, (w * wxy - wx * wy) / determinant);
        return (height, height + rise);
    }

    /// <summary>What each rate adds to an end of the line: what the end becomes when that rate alone is 1, the others 0.</summary>
    public static double[] Weights(IReadOnlyList<GroupCount> groups, Func<(double Least, double Most), double> of) =>
        [.. groups.Select(group => of(Ends([.. groups.Select(other => other with { Numerator = other == group ? other.Denominator : 0 })])))];

    public static (double Lower, double Upper) Slope(IReadOnlyList<GroupCount> groups) => Sum([.. Weights(groups, ends => ends.Most - ends.Least).Zip(groups)]);

    /// <summary>Whether the ratio of the line's ends may be this.</summary>
    public static bool MayBeRatio(IReadOnlyList<GroupCount> groups, double ratio)
    {
        var (lower, upper) = Sum([.. Weights(groups, ends => ends.Most - ratio * ends.Least).Zip(groups)]);
        return lower <= 0 && upper >= 0;
    }

    private static (double Lower, double Upper) Sum((double Weight, GroupCount Group)[] parts)
    {
        double sum = 0, down = 0, up = 0;
        foreach (var (weight, group) in parts)
        {
            var (lower, upper) = Score(group.Numerator!.Value, group.Denominator!.Value);
            var (part, one, other) = (weight * group.Numerator.Value / group.Denominator.Value, weight * lower, weight * upper);
            sum += part;
            down += Math.Pow(part - Math.Min(one, other), 2);
            up += Math.Pow(Math.Max(one, other) - part, 2);
        }
        return (sum - Math.Sqrt(down), sum + Math.Sqrt(up));
    }

    /// <summary>Members before the group's place, counted from the least deprived, and half of those at it.</summary>
    private static double Place(GroupCount group, IReadOnlyList<GroupCount> groups) =>
        groups.Sum(other => other.Order > group.Order ? other.Denominator!.Value : other.Order == group.Order ? other.Denominator!.Value / 2 : 0) / groups.Sum(other => other.Denominator!.Value);

    /// <summary>The least value that is not refused; refused ones are below it.</summary>
    private static double Search(double from, double to, Func<double, bool> refused)
    {
        for (var step = 0; step < 200; step++)
        {
            var middle = (from + to) / 2;
            (from, to) = refused(middle) ? (middle, to) : (from, middle);
        }
        return to;
    }
}
