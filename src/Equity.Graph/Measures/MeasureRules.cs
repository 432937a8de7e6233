using Equity.Graph.Rules;

namespace Equity.Graph.Measures;

/// <summary>What a measure may hold.</summary>
internal static class MeasureRules
{
    public static readonly TextRule Name = new("name", 300, Required: true);
    public static readonly TextRule Unit = new("unit", 100, Required: true);
    public static readonly TextRule Stratum = new("strata", 100, Required: true);
    public static readonly NumberRule Order = new("order", 1, 100, 1);

    /// <summary>The most groups that a measure compares.</summary>
    public const int MaxStrata = 20;

    /// <summary>The most figures of a measure: five years of weeks of twenty groups, and more.</summary>
    public const int MaxPoints = 10_000;

    /// <summary>The most figures that are recorded at once.</summary>
    public const int MaxAtOnce = 1_000;

    /// <summary>How many rows are told of at once that something is wrong with.</summary>
    public const int MaxProblems = 100;

    /// <summary>The greatest figure.</summary>
    public const double MaxFigure = 1e9;

    /// <summary>The earliest day.</summary>
    public static readonly DateOnly Earliest = new(1990, 1, 1);

    /// <summary>
    /// Whether a measure has figures for everybody: one that compares groups of people has not. Their total is worked out, so that it tells nothing of a hidden group; recorded
    /// beside the groups it would be released as it is, and tell.
    /// </summary>
    public static bool TakesEverybody(Measure measure) => measure.Strata.Count == 0 || !measure.CountsPeople;

    /// <summary>Why there are none, as the end of a sentence.</summary>
    public const string NoEverybody = "everybody is worked out from the groups, since the measure counts people";

    /// <summary>What is wrong with a numerator beside its denominator, as the end of a sentence; null when the two may be stored.</summary>
    public static string? Problem(double numerator, double denominator, bool countsPeople) =>
        countsPeople && numerator > denominator ? "must not be greater than the denominator, since the measure counts people: say how many of how many" : null;

    /// <summary>What is wrong with a figure, as the end of a sentence; null when it may be stored. What it is is not repeated.</summary>
    public static string? Problem(double figure, bool countsPeople) =>
        double.IsNaN(figure) || figure is < 0 or > MaxFigure ? "must lie between 0 and a thousand million"
        : countsPeople && figure != Math.Floor(figure) ? "must be a whole number, since the measure counts people"
        : null;
}
