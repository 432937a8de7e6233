namespace Equity.Graph.Measures.Gaps;

/// <summary>How unequal groups are on one date. Nothing in it is infinite; what has no meaning is null, and <see cref="Why"/> says why.</summary>
/// <param name="Reference">The group that the others are compared with; null only without groups.</param>
/// <param name="Groups">The groups, in the order they were given.</param>
/// <param name="SlopeIndex">The slope index of inequality (<see cref="Gaps.SlopeIndex"/>), in the rate's unit; above 0 when the rate is higher at the most deprived end.</param>
/// <param name="SlopeIndexInterval">Its 95 % interval.</param>
/// <param name="RelativeIndex">The relative index of inequality (<see cref="Gaps.RelativeIndex"/>), from 0; above 1 when the rate is higher at the most deprived end.</param>
/// <param name="RelativeIndexInterval">Its 95 % interval.</param>
/// <param name="DisparityIndex">The index of disparity (<see cref="Gaps.DisparityIndex"/>), in per cent, from 0.</param>
/// <param name="Why">Why figures are missing: of groups first, in their order, then of the whole.</param>
internal sealed record EquityGap(
    string? Reference,
    IReadOnlyList<GroupGap> Groups,
    double? SlopeIndex,
    Interval? SlopeIndexInterval,
    double? RelativeIndex,
    Interval? RelativeIndexInterval,
    double? DisparityIndex,
    IReadOnlyList<GapNote> Why);

/// <summary>How far one group is from the reference. The reference is not compared with itself.</summary>
/// <param name="Stratum">The group.</param>
/// <param name="Rate">Its numerator by its denominator.</param>
/// <param name="Difference">Its rate less the reference's (<see cref="RateDifference"/>).</param>
/// <param name="DifferenceInterval">The 95 % interval of that.</param>
/// <param name="Ratio">Its rate by the reference's (<see cref="RateRatio"/>), from 0.</param>
/// <param name="RatioInterval">The 95 % interval of that.</param>
internal sealed record GroupGap(string Stratum, double? Rate, double? Difference, Interval? DifferenceInterval, double? Ratio, Interval? RatioInterval);

/// <summary>Why a figure, or its interval, is missing.</summary>
/// <param name="Figure">Which figure.</param>
/// <param name="Stratum">Of which group; null for a figure of the whole.</param>
/// <param name="Words">A plain sentence without the group's numbers.</param>
internal sealed record GapNote(GapFigure Figure, string? Stratum, string Words);

/// <summary>A figure of a gap.</summary>
internal enum GapFigure
{
    /// <summary>How often it happens in a group.</summary>
    Rate,
    /// <summary>How much higher a group's rate is than the one it is compared with.</summary>
    Difference,
    /// <summary>How many times as high a group's rate is as the one it is compared with.</summary>
    Ratio,
    /// <summary>How much higher the rate is at the most deprived end than at the least deprived end, counting all groups.</summary>
    SlopeIndex,
    /// <summary>How many times as high the rate is at the most deprived end as at the least deprived end, counting all groups.</summary>
    RelativeIndex,
    /// <summary>How far groups are from the one they are compared with, on average.</summary>
    DisparityIndex,
}
