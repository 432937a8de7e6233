namespace Equity.Graph.Measures.Charts;

/// <summary>How values are to be charted.</summary>
/// <param name="Method">By which rules.</param>
/// <param name="Better">Which way is better.</param>
/// <param name="Unit">A word for the axis, such as "days" or "% of visits". With a unit that starts with "%" or "per cent", values from 0 to 1 are drawn as 0 to 100.</param>
internal sealed record ChartOrder(ChartMethod Method, Direction Better, string Unit)
{
    /// <summary>How often a chart can start anew, as clients may ask for it.</summary>
    public const int MostRebases = 10;

    /// <summary>The days from which everything is calculated anew, in any order: the first value on or after one of them starts a phase.</summary>
    public IReadOnlyCollection<DateOnly> Rebases { get; init; } = [];

    /// <summary>
    /// How many values at the start of each phase, gaps included, fix its average and limits, 1 or more; null for all. As fix_after_n_points of NHSRplotthedots,
    /// which counts rows, and anew in each phase.
    /// </summary>
    public int? BaselinePoints { get; init; }

    /// <summary>How many known values a phase needs to get lines and signals at all.</summary>
    public int LeastPoints { get; init; } = 12;
}
