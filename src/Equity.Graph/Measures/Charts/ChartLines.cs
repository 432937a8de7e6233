namespace Equity.Graph.Measures.Charts;

/// <summary>The lines of a phase.</summary>
/// <param name="Centre">The average or median; null when there is none.</param>
/// <param name="Lower">The lower limit at each point.</param>
/// <param name="Upper">The upper limit at each point.</param>
/// <param name="Why">When something is missing, why: what follows the name of the measure in a sentence. Null when all is there.</param>
internal sealed record ChartLines(double? Centre, IReadOnlyList<double?> Lower, IReadOnlyList<double?> Upper, string? Why = null)
{
    /// <summary>A centre alone, or nothing at all.</summary>
    public static ChartLines Only(double? centre, int points, string? why = null) => new(centre, new double?[points], new double?[points], why);
}
