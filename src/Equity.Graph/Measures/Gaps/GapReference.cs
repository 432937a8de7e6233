namespace Equity.Graph.Measures.Gaps;

/// <summary>Which group the others are compared with when nobody names one.</summary>
internal static class GapReference
{
    /// <summary>
    /// Of groups in order the least deprived one, hidden or not, so that it is the same on every date; else the one with the most members (over all dates given). The first by name where
    /// several are alike; null without groups.
    /// </summary>
    public static string? Among(IEnumerable<GroupCount> groups) => groups
        .GroupBy(group => group.Stratum, (stratum, same) => (Stratum: stratum, Counts: same.ToList()))
        .OrderByDescending(group => group.Counts.Max(count => count.Order) ?? int.MinValue)
        .ThenByDescending(group => group.Counts.Where(count => count.Denominator is >= 0 and < double.PositiveInfinity).Sum(count => count.Denominator))
        .ThenBy(group => group.Stratum, StringComparer.Ordinal)
        .FirstOrDefault().Stratum;
}
