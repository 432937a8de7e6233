namespace Equity.Graph.Measures.Charts;

/// <summary>A point of a chart. No number of it is ever NaN or infinite.</summary>
/// <param name="Date">When.</param>
/// <param name="Phase">In which phase, from 0: one more at each rebase.</param>
/// <param name="Value">Null for a gap in the line.</param>
/// <param name="Centre">The average, or the median of a run chart; null in a phase that is too short.</param>
/// <param name="Lower">The lower limit; null where there is none: in a run chart, in a phase that is too short, and at a gap of a P or P′ chart.</param>
/// <param name="Upper">The upper limit, likewise.</param>
/// <param name="Signals">Why it is more than the usual ups and downs, the weightiest first; empty mostly, and at every gap.</param>
internal sealed record ChartPoint(DateOnly Date, int Phase, double? Value, double? Centre, double? Lower, double? Upper, IReadOnlyList<Signal> Signals);
