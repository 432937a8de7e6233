namespace Equity.Graph.Measures.Gaps;

/// <summary>
/// The straight line through the rates of groups in order. Each group stands at the middle of its part of the population (its ridit), from 0 at the least deprived end to 1 at the most
/// deprived, and counts by its part. Weighted least squares then make the ends of the line sums of rates with fixed weights.
/// Sources: Bross, "How to use ridit analysis", Biometrics 14 (1958), 18–38; Low and Low, "Measuring the gap: quantifying and comparing local health inequalities", Journal of Public
/// Health 26 (2004), 388–395, as <c>phe_sii</c> of the R package PHEindicatormethods has it, with the ends the other way round, so that signs are those of differences.
/// </summary>
internal sealed class SlopeLine
{
    /// <summary>A line needs this many places to stand on, or it only joins two rates and goes on beyond them.</summary>
    private const int FewestPlaces = 3;

    /// <summary>Below this the middle of the largest group and the population's are the same but for rounding.</summary>
    private const double LeastSpread = 1e-9;

    private readonly WeightedRate[] _mean;
    private readonly WeightedRate[] _slope;

    private SlopeLine(WeightedRate[] mean, WeightedRate[] slope) => (_mean, _slope) = (mean, slope);

    /// <summary>How much the line rises from the least to the most deprived end.</summary>
    public IReadOnlyList<WeightedRate> Slope => _slope;

    /// <summary>The line's height at the least deprived end.</summary>
    public IReadOnlyList<WeightedRate> Least => Plus(-0.5);

    /// <summary>The line's height at the most deprived end.</summary>
    public IReadOnlyList<WeightedRate> Most => Plus(0.5);

    /// <summary>
    /// The line, or why there is none: no order, a hidden group among those with one, fewer than three places with members, or nearly all members in one group. Groups without an order
    /// ("not known", say) are left out; groups of the same order share the middle of their parts.
    /// </summary>
    public static (SlopeLine? Line, string? Why) Through(IEnumerable<GroupCount> groups)
    {
        var inOrder = groups.Where(group => group.Order is not null && !group.IsEmpty).OrderByDescending(group => group.Order).ThenBy(group => group.Stratum, StringComparer.Ordinal).ToList();
        if (inOrder.Any(group => group.Rate is null)) return (null, GapWords.HiddenInOrder);
        if (inOrder.DistinctBy(group => group.Order).Count() < FewestPlaces) return (null, GapWords.FewInOrder);
        var all = inOrder.Sum(group => group.Denominator!.Value);
        var places = new List<(GroupCount Group, double Share, double Middle)>();
        var before = 0d;
        foreach (var place in inOrder.GroupBy(group => group.Order))
        {
            var share = place.Sum(group => group.Denominator!.Value) / all;
            places.AddRange(place.Select(group => (group, group.Denominator!.Value / all, before + share / 2)));
            before += share;
        }
        var centre = places.Sum(place => place.Share * place.Middle);
        var spread = places.Sum(place => place.Share * Math.Pow(place.Middle - centre, 2));
        return spread < LeastSpread ? (null, GapWords.OneHoldsAll) : (new(
            [.. places.Select(place => new WeightedRate(place.Share, place.Group))],
            [.. places.Select(place => new WeightedRate(place.Share * (place.Middle - centre) / spread, place.Group))]), null);
    }

    /// <summary>The mean stands in the middle of the population, at 0.5.</summary>
    private WeightedRate[] Plus(double slopes) => [.. _mean.Zip(_slope, (mean, slope) => mean with { Weight = mean.Weight + slopes * slope.Weight })];
}
