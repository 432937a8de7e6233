namespace Equity.Graph.Measures.Gaps;

/// <summary>
/// A group's rate by the reference's. Source of its interval: Katz, Baptista, Azen and Pike, "Obtaining confidence intervals for the risk ratio in cohort studies",
/// Biometrics 34 (1978), 469–474, method C (log). Nothing is added to zero counts: an interval made so would not hold the ratio, and hang on what was added.
/// </summary>
internal static class RateRatio
{
    /// <summary>From 0; none where the reference's rate is 0 or a rate is below 0. No interval where the group's rate is 0, where both are 1, or where the figures are no proportions.</summary>
    /// <param name="group">A group whose rate is known.</param>
    /// <param name="reference">What it is compared with; its rate is known.</param>
    /// <param name="proportions">Whether the date's figures are proportions.</param>
    public static Estimate Of(GroupCount group, GroupCount reference, bool proportions)
    {
        var (rate, to) = (group.Rate!.Value, reference.Rate!.Value);
        if (rate < 0 || to < 0) return Estimate.None(GapWords.RatioBelowZero);
        if (to == 0) return Estimate.None(GapWords.RatioToZero);
        var ratio = rate / to;
        if (!proportions) return Estimate.Without(ratio, GapWords.NoProportion);
        if (rate == 0) return Estimate.Without(ratio, GapWords.RatioOfZero);
        var variance = Variance(group) + Variance(reference);
        if (variance <= 0) return Estimate.Without(ratio, GapWords.RatioOfAll);
        var factor = Math.Exp(Confidence.Normal * Math.Sqrt(variance));
        return Estimate.Of(ratio, new(ratio / factor, ratio * factor));
    }

    /// <summary>Of the logarithm of the rate.</summary>
    private static double Variance(GroupCount group) => 1 / group.Numerator!.Value - 1 / group.Denominator!.Value;
}
