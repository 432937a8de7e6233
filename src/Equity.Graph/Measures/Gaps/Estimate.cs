namespace Equity.Graph.Measures.Gaps;

/// <summary>A figure worked out from the groups' figures, or why there is none.</summary>
/// <param name="Value">The figure; null where it has no meaning. Never infinite.</param>
/// <param name="Interval">Its 95 % interval, which holds it; null where there is none.</param>
/// <param name="Why">Why the figure, or else its interval, is missing, as a sentence; null when nothing is.</param>
internal readonly record struct Estimate(double? Value, Interval? Interval, string? Why)
{
    public static Estimate None(string why) => new(null, null, why);

    public static Estimate Without(double value, string why) => Of(value, null, why);

    public static Estimate Of(double value, Interval? interval, string? why = null) =>
        !double.IsFinite(value) ? None(GapWords.OutOfBounds)
        : interval is { IsFinite: false } ? new(value, null, GapWords.OutOfBounds)
        : new(value, interval is { } ends ? new(Math.Min(ends.Lower, value), Math.Max(ends.Upper, value)) : null, why);
}
