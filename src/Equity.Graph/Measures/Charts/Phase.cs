namespace Equity.Graph.Measures.Charts;

/// <summary>The values from the start, or from a rebase, to the next one: they share their lines, and no signal reaches beyond them. Immutable.</summary>
internal sealed class Phase
{
    /// <summary>Numbers that are closer than this part of the greatest value are equal: an average of equal values may be off by its last digit.</summary>
    private const double Tolerance = 1e-12;

    private readonly double nearness;

    private Phase(IReadOnlyList<ChartValue> points, int? baseline)
    {
        Points = points;
        Values = [.. points.Select(point => point.Value)];
        Baseline = Math.Clamp(baseline ?? points.Count, 1, points.Count);
        nearness = Tolerance * Values.Max(value => Math.Abs(value ?? 0));
    }

    /// <summary>One or more, in the order of their dates.</summary>
    public IReadOnlyList<ChartValue> Points { get; }

    /// <summary>The value of each point; null for a gap.</summary>
    public IReadOnlyList<double?> Values { get; }

    /// <summary>How many points at the start fix the lines, 1 to all.</summary>
    public int Baseline { get; }

    /// <summary>How many values are known.</summary>
    public int Known => Values.Count(value => value is not null);

    /// <summary>The phases of values that are in the order of their dates; none without values.</summary>
    public static IReadOnlyList<Phase> Of(IReadOnlyList<ChartValue> values, ChartOrder order)
    {
        var phases = new List<Phase>();
        var first = 0;
        for (var i = 1; i <= values.Count; i++)
        {
            if (i < values.Count && !order.Rebases.Any(day => values[i - 1].Date < day && day <= values[i].Date)) continue;
            phases.Add(new Phase([.. values.Skip(first).Take(i - first)], order.BaselinePoints));
            first = i;
        }
        return phases;
    }

    /// <summary>Whether a number is above (1), below (−1) or on (0) a line; 0 when either is null.</summary>
    public int Side(double? number, double? line) => number - line is { } distance && Math.Abs(distance) > nearness ? Math.Sign(distance) : 0;

    /// <summary>The differences, none below 0, of numbers that are next to each other; a gap has no neighbours.</summary>
    public static IReadOnlyList<double> MovingRanges(IEnumerable<double?> numbers) =>
        [.. numbers.ToList() is var list ? list.Zip(list.Skip(1), (a, b) => b - a).OfType<double>().Select(Math.Abs) : []];

    /// <summary>
    /// The average of moving ranges without those that are not below 3.267 times the average of all, once; 0 when none differs from 0; null without any.
    /// Source: Nelson, Control charts for individual measurements, Journal of Quality Technology 14 (1982), as both packages do it.
    /// </summary>
    public static double? ScreenedAverage(IReadOnlyList<double> ranges)
    {
        if (ranges.Count == 0) return null;
        var most = 3.267 * ranges.Average();
        return ranges.Where(range => range < most).DefaultIfEmpty(0).Average();
    }
}
