namespace Equity.Graph.Measures.Gaps;

/// <summary>
/// A group's rate less the reference's. Source of its interval: Newcombe, "Interval estimation for the difference between independent proportions: comparison of eleven methods",
/// Statistics in Medicine 17 (1998), 873–890, method 10 (hybrid score, without continuity correction). It has an answer where counts are zero.
/// </summary>
internal static class RateDifference
{
    /// <summary>In the unit of the rates; of proportions from −1 to 1, as are both ends of the interval.</summary>
    /// <param name="group">A group whose rate is known.</param>
    /// <param name="reference">What it is compared with; its rate is known.</param>
    /// <param name="proportions">Whether the date's figures are proportions; the interval is left out if they are not: a count of events and a sum of days look the same, and vary by chance in other ways.</param>
    public static Estimate Of(GroupCount group, GroupCount reference, bool proportions) => WeightedSum.Estimate([new(1, group), new(-1, reference)], proportions) switch
    {
        { Interval: { } ends } difference => difference with { Interval = new(Math.Max(ends.Lower, -1), Math.Min(ends.Upper, 1)) },
        var difference => difference,
    };
}
