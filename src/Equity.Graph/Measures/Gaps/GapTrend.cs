namespace Equity.Graph.Measures.Gaps;

/// <summary>All groups' figures on one date.</summary>
/// <param name="Date">The date, each once.</param>
/// <param name="Groups">The groups, each once; a hidden one is there, with nulls.</param>
internal readonly record struct DatedGroups(DateOnly Date, IReadOnlyList<GroupCount> Groups);

/// <summary>How a gap changes over time, and what may be said about it.</summary>
/// <param name="Reference">The group that the others are compared with, on every date; null only without groups.</param>
/// <param name="Measured">Which figure is the gap.</param>
/// <param name="Points">The gap on each date, in order of dates.</param>
/// <param name="Slope">How much the gap's size (whichever end is higher) grows in a year of 365.25 days, in the rate's unit; null when it cannot be said.</param>
/// <param name="SlopeInterval">Its 95 % interval.</param>
/// <param name="Verdict">What that means.</param>
/// <param name="Words">The same in one or two plain sentences, without a number of the groups.</param>
internal sealed record GapTrend(string? Reference, GapFigure Measured, IReadOnlyList<GapPoint> Points, double? Slope, Interval? SlopeInterval, GapVerdict Verdict, string Words)
{
    /// <summary>True when the gap's size shrinks by more than chance alone would explain, false when it does not, null when it cannot be said.</summary>
    public bool? Narrowing => Verdict is GapVerdict.TooFewDates or GapVerdict.NothingToCompare ? null : Verdict == GapVerdict.Narrows;
}

/// <summary>The gap on one date.</summary>
/// <param name="Date">The date.</param>
/// <param name="Gap">Above 0 when the most deprived end, or the group compared, has the higher rate; null when a figure it needs is hidden or missing.</param>
internal readonly record struct GapPoint(DateOnly Date, double? Gap);

/// <summary>What may be said about a gap over time.</summary>
internal enum GapVerdict
{
    /// <summary>It becomes smaller, by more than chance alone would explain.</summary>
    Narrows,
    /// <summary>It becomes larger, by more than chance alone would explain.</summary>
    Widens,
    /// <summary>It changes by no more than chance alone would explain.</summary>
    NoSign,
    /// <summary>There are too few dates with figures for every group to say.</summary>
    TooFewDates,
    /// <summary>There are no two groups with figures.</summary>
    NothingToCompare,
}
