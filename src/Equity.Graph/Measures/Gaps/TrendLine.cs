namespace Equity.Graph.Measures.Gaps;

/// <summary>
/// The straight line through a figure over time, by least squares. The interval of its slope is Student's with two degrees of freedom fewer than dates, which takes the dates as
/// independent of each other. Source: Draper and Smith, "Applied Regression Analysis", 3rd edition (1998), section 1.4.
/// </summary>
/// <param name="Slope">Per year of 365.25 days.</param>
/// <param name="Within">Its 95 % interval.</param>
/// <param name="First">The line's height on the first date.</param>
/// <param name="Last">The line's height on the last date.</param>
internal sealed record TrendLine(double Slope, Interval Within, double First, double Last)
{
    private const double DaysInAYear = 365.25;

    /// <summary>Changes below this part of the largest figure are rounding.</summary>
    private const double Rounding = 1e-12;

    /// <summary>The line; null for fewer than three figures, or when all are of one date.</summary>
    /// <param name="points">The figures, in order of dates; those that are null are left out.</param>
    /// <param name="of">What to draw of a figure.</param>
    public static TrendLine? Through(IEnumerable<GapPoint> points, Func<double, double> of)
    {
        var known = points.Where(point => point.Gap is not null).Select(point => (Years: point.Date.DayNumber / DaysInAYear, Height: of(point.Gap!.Value))).ToList();
        var freedom = known.Count - 2;
        if (freedom < 1 || known.All(point => point.Years == known[0].Years)) return null;
        var (years, height) = (known.Average(point => point.Years), known.Average(point => point.Height));
        var spread = known.Sum(point => Math.Pow(point.Years - years, 2));
        var slope = known.Sum(point => (point.Years - years) * (point.Height - height)) / spread;
        var (first, last) = (known[0].Years - years, known[^1].Years - years);
        if (Math.Abs(slope) * (last - first) <= Rounding * known.Max(point => Math.Abs(point.Height))) slope = 0;
        var rest = known.Sum(point => Math.Pow(point.Height - height - slope * (point.Years - years), 2));
        var half = Confidence.Student(freedom) * Math.Sqrt(rest / freedom / spread);
        return new(slope, new(slope - half, slope + half), height + slope * first, height + slope * last);
    }
}
