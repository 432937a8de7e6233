namespace Equity.Graph.Measures.Gaps;

/// <summary>
/// How far the other groups' rates are from the reference's on average, either way, in per cent of the reference's. Each group counts the same, however small.
/// Source: Pearcy and Keppel, "A summary measure of health disparity", Public Health Reports 117 (2002), 273–280; with a group as the reference the average is over the others.
/// </summary>
internal static class DisparityIndex
{
    /// <summary>In per cent, from 0; never with an interval. Groups without members are left out; with one hidden there is none.</summary>
    /// <param name="groups">All groups of a date, with or without the reference, in any order.</param>
    /// <param name="reference">What they are compared with; its rate is known.</param>
    public static Estimate Of(IReadOnlyList<GroupCount> groups, GroupCount reference)
    {
        var others = groups.Where(group => group.Stratum != reference.Stratum && !group.IsEmpty).OrderBy(group => group.Stratum, StringComparer.Ordinal).ToList();
        var to = reference.Rate!.Value;
        return groups.Any(group => group.Order is not null) ? Estimate.None(GapWords.InOrder)
            : others.Count == 0 ? Estimate.None(GapWords.OneGroup)
            : others.Any(group => group.Rate is null) ? Estimate.None(GapWords.HiddenAmongAll)
            : to < 0 || others.Any(group => group.Rate < 0) ? Estimate.None(GapWords.RatioBelowZero)
            : to == 0 ? Estimate.None(GapWords.RatioToZero)
            : Estimate.Of(others.Average(group => Math.Abs(group.Rate!.Value - to)) / to * 100, null);
    }
}
