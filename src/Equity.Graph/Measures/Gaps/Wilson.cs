namespace Equity.Graph.Measures.Gaps;

/// <summary>
/// The score interval of a proportion, without continuity correction: it has a width even where nobody or everybody is counted, and stays between 0 and 1.
/// Source: Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the American Statistical Association 22 (1927), 209–212.
/// </summary>
internal static class Wilson
{
    /// <summary>Between 0 and 1; holds the group's rate.</summary>
    /// <param name="group">A proportion (<see cref="GroupCount.IsProportion"/>).</param>
    public static Interval Of(GroupCount group)
    {
        var (some, all, rate, z) = (group.Numerator!.Value, group.Denominator!.Value, group.Rate!.Value, Confidence.Normal);
        var middle = (2 * some + z * z) / (2 * (all + z * z));
        var half = z * Math.Sqrt(z * z + 4 * some * (1 - rate)) / (2 * (all + z * z));
        return new(Math.Clamp(middle - half, 0, rate), Math.Clamp(middle + half, rate, 1));
    }
}
