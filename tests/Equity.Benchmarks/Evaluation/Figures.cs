namespace Equity.Benchmarks.Evaluation;

/// <summary>How good lists are.</summary>
internal static class Figures
{
    /// <summary>How many of a list a person looks at.</summary>
    public const int Shown = 5;

    private const int Resamples = 2_000;

    /// <summary>The gain of the first five over the best possible, 0 to 1: a grade g at place r gains (2^g - 1) / log2(r + 1).</summary>
    public static double Ndcg(IEnumerable<int> list, IReadOnlyDictionary<int, int> grades) =>
        Gain(list.Select(id => grades.GetValueOrDefault(id))) / Gain(grades.Values.OrderDescending());

    /// <summary>One over the place of the first that is at least clearly useful (grade 2); 0 when none is listed, null when there is none to list.</summary>
    public static double? ReciprocalRank(IEnumerable<int> list, IReadOnlyDictionary<int, int> grades)
    {
        if (!grades.Values.Any(grade => grade >= 2)) return null;
        foreach (var (place, id) in list.Index())
        {
            if (grades.GetValueOrDefault(id) >= 2) return 1.0 / (place + 1);
        }
        return 0;
    }

    /// <summary>How unequally often teams are shown: 0 when all as often, towards 1 when one is shown always.</summary>
    public static double Gini(IReadOnlyCollection<int> shown)
    {
        var (sum, weighted) = ((double)shown.Sum(), shown.Order().Index().Sum(x => (x.Index + 1.0) * x.Item));
        return sum == 0 ? 0 : (2 * weighted / sum - shown.Count - 1) / shown.Count;
    }

    /// <summary>The mean, and the interval that holds 95 % of the means of samples drawn with replacement. The same numbers give the same interval.</summary>
    public static Interval Mean(IReadOnlyList<double> values)
    {
        if (values.Count == 0) return new(double.NaN, double.NaN, double.NaN);
        var random = new Random(20261123);
        double[] means = [.. Enumerable.Range(0, Resamples).Select(_ => Enumerable.Range(0, values.Count).Average(_ => values[random.Next(values.Count)])).Order()];
        return new(values.Average(), means[Resamples / 40], means[^(Resamples / 40)]);
    }

    private static double Gain(IEnumerable<int> grades) => grades.Take(Shown).Index().Sum(x => (Math.Pow(2, x.Item) - 1) / Math.Log2(x.Index + 2));
}

/// <summary>A mean with its 95 % interval.</summary>
internal readonly record struct Interval(double Mean, double From, double To)
{
    public override string ToString() => FormattableString.Invariant($"{Mean:0.000} ({From:0.000} to {To:0.000})");
}
