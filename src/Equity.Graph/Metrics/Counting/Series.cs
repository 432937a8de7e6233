namespace Equity.Graph.Metrics.Counting;

/// <summary>What is counted month by month.</summary>
/// <param name="Metric">The metric, by its place in the catalogue.</param>
/// <param name="Kind">What its own groups are; <see cref="GroupKind.All"/> for all together.</param>
/// <param name="Group">Its own group.</param>
/// <param name="Days">Of a median, which number of days is counted; else 0.</param>
internal readonly record struct Series(int Metric, GroupKind Kind, string Group, int Days = 0);

/// <summary>What one team adds to a series.</summary>
/// <param name="Series">The series.</param>
/// <param name="Month">The month; of a stock, that from which it counts.</param>
/// <param name="Numerator">How many more.</param>
/// <param name="Denominator">Of how many more.</param>
internal readonly record struct Entry(Series Series, Month Month, double Numerator, double Denominator);

/// <summary>Teams that are counted together.</summary>
/// <param name="Programme">Only those of this programme; null for all.</param>
/// <param name="Kind">What they have in common.</param>
/// <param name="Group">Which.</param>
internal readonly record struct Scope(string? Programme, GroupKind Kind, string Group);
