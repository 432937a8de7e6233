namespace Equity.Graph.Measures.Charts;

/// <summary>
/// The XmR chart of NHS England's Making Data Count, as its package NHSRplotthedots 0.2.2 calculates it (ptd_spc_standard and ptd_calculate_point_type).
/// The package asks for series without gaps and may stop with an error at one; where it goes on, a gap breaks a run, a trend and three in a row, and has no
/// moving range on either side. So it is here throughout.
/// </summary>
internal static class MakingDataCount
{
    /// <summary>Named in every chart by them.</summary>
    public const string Rules = "Making Data Count rules for an XmR chart, as the package NHSRplotthedots 0.2.2 applies them: a point outside the limits, a trend of 7 points, 2 of 3 points close to a limit, 7 points on one side of the average.";

    private const int Run = 7;

    /// <summary>
    /// Average ± 2.66 × the screened average of the moving ranges. Limits equal the average when no value differs from the next; they are null when no two
    /// neighbours of the baseline are known, and so is the average when none is known.
    /// </summary>
    public static ChartLines Lines(Phase phase)
    {
        var values = phase.Values.Take(phase.Baseline).ToList();
        var centre = values.Average();
        if (Phase.ScreenedAverage(Phase.MovingRanges(values)) is not { } range)
            return ChartLines.Only(centre, phase.Points.Count, ChartLines.TooFarApart);
        IReadOnlyList<double?> All(double? limit) => [.. Enumerable.Repeat(limit, phase.Points.Count)];
        return new ChartLines(centre, All(centre - (2.66 * range)), All(centre + (2.66 * range)));
    }

    /// <summary>The signs of change, in the order of the rules.</summary>
    public static IEnumerable<Finding> Findings(Phase phase, ChartLines lines) =>
        [.. Finding.Outside(phase, lines), .. Trends(phase), .. TwoOfThree(phase, lines), .. Shifts(phase, lines)];

    /// <summary>Six strict steps one way, or more; a tie breaks it.</summary>
    private static IEnumerable<Finding> Trends(Phase phase)
    {
        int[] steps = [.. phase.Values.Zip(phase.Values.Skip(1), (before, after) => phase.Side(after, before))];
        return Finding.Stretches(steps)
            .Where(stretch => stretch.Key != 0 && stretch.Count + 1 >= Run)
            .Select(stretch => new Finding(Signal.Trend, stretch.Key, [.. Enumerable.Range(stretch.First, stretch.Count + 1)]));
    }

    /// <summary>Of three in a row, all on one side, two or three beyond two thirds of the way to the limit but not beyond the limit: these are flagged.</summary>
    private static IEnumerable<Finding> TwoOfThree(Phase phase, ChartLines lines)
    {
        int[] sides = Sides(phase, lines);
        bool[] near = [.. sides.Select((side, i) => IsNear(phase, lines, i, side))];
        for (var first = 0; first + 3 <= sides.Length; first++)
        {
            if (sides[first] == 0 || sides[first + 1] != sides[first] || sides[first + 2] != sides[first]) continue;
            int[] points = [.. Enumerable.Range(first, 3).Where(i => near[i])];
            if (points.Length >= 2) yield return new Finding(Signal.TwoOfThree, sides[first], points);
        }
    }

    private static bool IsNear(Phase phase, ChartLines lines, int i, int side)
    {
        var limit = side > 0 ? lines.Upper[i] : lines.Lower[i];
        return side != 0 && limit is not null
            && phase.Side(phase.Values[i], lines.Centre + ((limit - lines.Centre) * 2 / 3)) == side && phase.Side(phase.Values[i], limit) != side;
    }

    /// <summary>Seven in a row on one side, or more; a point on the average breaks it.</summary>
    private static IEnumerable<Finding> Shifts(Phase phase, ChartLines lines) =>
        Finding.Stretches(Sides(phase, lines))
            .Where(stretch => stretch.Key != 0 && stretch.Count >= Run)
            .Select(stretch => new Finding(Signal.Shift, stretch.Key, [.. Enumerable.Range(stretch.First, stretch.Count)]));

    private static int[] Sides(Phase phase, ChartLines lines) => [.. phase.Values.Select(value => phase.Side(value, lines.Centre))];
}
