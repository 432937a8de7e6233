namespace Equity.Graph.Measures.Charts;

/// <summary>The lines of a phase.</summary>
/// <param name="Centre">The average or median; null when there is none.</param>
/// <param name="Lower">The lower limit at each point.</param>
/// <param name="Upper">The upper limit at each point.</param>
/// <param name="Why">When something is missing, why: what follows the name of the measure and a colon in a sentence. Null when all is there.</param>
internal sealed record ChartLines(double? Centre, IReadOnlyList<double?> Lower, IReadOnlyList<double?> Upper, string? Why = null)
{
    /// <summary>Why there are no limits.</summary>
    public const string TooFarApart = "too few points side by side to show the usual ups and downs";

    /// <summary>Why there are no lines.</summary>
    public const string NoBaseline = "no known points in the baseline";

    /// <summary>Why there are no signals although there are enough points.</summary>
    public const string TooManyOnTheLine = "too many points on the median to tell a change from the usual ups and downs";

    /// <summary>A centre alone, or nothing at all.</summary>
    public static ChartLines Only(double? centre, int points, string? why = null) => new(centre, new double?[points], new double?[points], why);
}
