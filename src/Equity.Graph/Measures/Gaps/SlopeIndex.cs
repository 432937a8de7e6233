namespace Equity.Graph.Measures.Gaps;

/// <summary>
/// The slope index of inequality: how much higher the rate is at the most deprived end of the population than at the least deprived end (<see cref="SlopeLine"/>).
/// Its interval is that of the rates' chance variation (<see cref="WeightedSum.IntervalOf"/>), which <c>phe_sii</c> finds by simulation; it does not come from how far the rates are from
/// the line, as five groups leave three degrees of freedom for that. So more people make it narrower, and a gap that is no straight line does not make it wider.
/// </summary>
internal static class SlopeIndex
{
    /// <summary>In the rate's unit; above 0 when the rate is higher at the most deprived end.</summary>
    public static Estimate Of(SlopeLine line, bool proportions) => WeightedSum.Estimate(line.Slope, proportions);
}
