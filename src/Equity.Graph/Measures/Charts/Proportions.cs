namespace Equity.Graph.Measures.Charts;

/// <summary>
/// The P chart and Laney's P′ chart, as qicharts2 0.8.1 calculates them (qic.p and qic.pp, with the screening that attaching the package turns on).
/// Sources: Montgomery, Introduction to Statistical Quality Control, chapter 7; Laney, Improved control charts for attributes, Quality Engineering 14 (2002).
/// </summary>
internal static class Proportions
{
    /// <summary>Named in every P chart.</summary>
    public const string Rules = "A P chart, as the package qicharts2 0.8.1 calculates it: a point outside the limits of three standard deviations, or Anhøj's rules about the average: an unusually long run on one side, or unusually few crossings.";

    /// <summary>Named in every P′ chart.</summary>
    public const string PrimeRules = "Laney's P′ chart, as the package qicharts2 0.8.1 calculates it: a point outside the limits of three standard deviations, widened or narrowed by how much the parts vary, or Anhøj's rules about the average: an unusually long run on one side, or unusually few crossings.";

    /// <summary>
    /// The sum of the parts over the sum of the wholes, ± 3 × √(p(1 − p)/n) at a whole of n, within 0 to 1. All parts equal to none or to the whole: the limits
    /// equal the average. No lines at all when a part is negative or greater than its whole, or the baseline has no known point.
    /// </summary>
    public static ChartLines Lines(Phase phase) => Lines(phase, (_, _) => 1);

    /// <summary>
    /// As <see cref="Lines(Phase)"/>, times the screened average of the moving ranges of the standardised points / 1.128. When these do not differ the limits equal the
    /// average; when no two neighbours of the baseline are known there are none.
    /// </summary>
    public static ChartLines PrimeLines(Phase phase) => Lines(phase, Spread);

    private static ChartLines Lines(Phase phase, Func<Phase, double, double?> spread)
    {
        if (phase.Points.Any(point => point.Value is not null && (point.Denominator < 0 || point.Numerator < 0 || point.Numerator > point.Denominator)))
            return ChartLines.Only(null, phase.Points.Count, "a part of it is greater than its whole or less than nothing, so that it cannot be charted as a part of a whole");
        ChartValue[] known = [.. phase.Points.Take(phase.Baseline).Where(point => point.Value is not null)];
        if (known.Length == 0) return ChartLines.Only(null, phase.Points.Count, ChartLines.NoBaseline);
        var centre = known.Sum(point => point.Numerator!.Value) / known.Sum(point => point.Denominator!.Value);
        if (spread(phase, centre) is not { } times)
            return ChartLines.Only(centre, phase.Points.Count, ChartLines.TooFarApart);
        IReadOnlyList<double?> Limits(int way) => [.. phase.Points.Select(point => point.Value is null ? (double?)null : Math.Clamp(centre + (way * 3 * times * Deviation(point, centre)), 0, 1))];
        return new ChartLines(centre, Limits(-1), Limits(1));
    }

    private static double? Spread(Phase phase, double centre) =>
        Phase.ScreenedAverage(Phase.MovingRanges(phase.Points.Take(phase.Baseline).Select(point => Standardised(point, centre)))) / 1.128;

    /// <summary>Null at a gap; 0 where nothing can deviate.</summary>
    private static double? Standardised(ChartValue point, double centre) =>
        point.Value is not { } value ? null : Deviation(point, centre) is > 0 and var deviation ? (value - centre) / deviation : 0;

    private static double Deviation(ChartValue point, double centre) => Math.Sqrt(Math.Max(0, centre * (1 - centre)) / point.Denominator!.Value);
}
