namespace Equity.Graph.Measures.Gaps;

/// <summary>One group's part in a sum of rates.</summary>
/// <param name="Weight">What its rate is multiplied by; any sign.</param>
/// <param name="Group">The group, whose rate is known.</param>
internal readonly record struct WeightedRate(double Weight, GroupCount Group);

/// <summary>A sum of rates of independent groups, each times a weight that chance has no part in: a difference, a slope, the end of a line.</summary>
internal static class WeightedSum
{
    /// <summary>A sum below this part of its parts is what rounding leaves of 0.</summary>
    private const double Rounding = 1e-12;

    /// <summary>The sum; 0 where only rounding keeps it from that, so that equal rates have no gap, of either sign.</summary>
    public static double Of(IEnumerable<WeightedRate> parts)
    {
        var (sum, size) = (0d, 0d);
        foreach (var (weight, group) in parts)
        {
            sum += weight * group.Rate!.Value;
            size += Math.Abs(weight * group.Rate.Value);
        }
        return Math.Abs(sum) <= Rounding * size ? 0 : sum;
    }

    /// <summary>
    /// Its 95 % interval: the distances from each rate to the end of its own interval (<see cref="Wilson"/>) are squared and added, on each side those that move the sum that way.
    /// Sources: Newcombe 1998 (<see cref="RateDifference"/>) for two proportions; for any weights Zou, Huang and Zhang, "A note on confidence interval estimation for a linear
    /// function of binomial proportions", Computational Statistics and Data Analysis 53 (2009), 1080–1085.
    /// </summary>
    /// <param name="parts">Proportions (<see cref="GroupCount.IsProportion"/>).</param>
    public static Interval IntervalOf(IReadOnlyList<WeightedRate> parts)
    {
        var (sum, down, up) = (Of(parts), 0d, 0d);
        foreach (var (weight, group) in parts)
        {
            var (rate, within) = (group.Rate!.Value, Wilson.Of(group));
            var (below, above) = (weight * (rate - within.Lower), weight * (within.Upper - rate));
            down += weight > 0 ? below * below : above * above;
            up += weight > 0 ? above * above : below * below;
        }
        return new(sum - Math.Sqrt(down), sum + Math.Sqrt(up));
    }

    /// <summary>The sum with its interval, or without where the groups' figures are no proportions.</summary>
    public static Estimate Estimate(IReadOnlyList<WeightedRate> parts, bool proportions) =>
        proportions ? Gaps.Estimate.Of(Of(parts), IntervalOf(parts)) : Gaps.Estimate.Without(Of(parts), GapWords.NoProportion);
}
