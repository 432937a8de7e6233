namespace Equity.Graph.Measures.Gaps;

/// <summary>Where a true figure probably lies: of 100 such intervals about 95 hold it.</summary>
/// <param name="Lower">Its lower end, in the unit of the figure; never above <paramref name="Upper"/>.</param>
/// <param name="Upper">Its upper end.</param>
internal readonly record struct Interval(double Lower, double Upper)
{
    /// <summary>Both ends are numbers.</summary>
    public bool IsFinite => double.IsFinite(Lower) && double.IsFinite(Upper);
}
