namespace Equity.Graph.Pages.Insights;

/// <summary>What the document MeasurePage answers.</summary>
public sealed record MeasureAnswer(OneMeasure? Node);

/// <summary>What a team counts over time.</summary>
public sealed record OneMeasure(
    string Id, string Key, string Name, string Kind, string Unit, string Better, bool CountsPeople, DateTime? RecordedAt, MeasureTeam Team, MeasureInequity? Inequity, IReadOnlyList<MeasureGroup> Strata,
    MeasureSeries Chart, IReadOnlyList<MeasureFigure> Points, MeasureGap Gap);

/// <summary>Who measures.</summary>
public sealed record MeasureTeam(string Key, string Name);

/// <summary>What it is about.</summary>
public sealed record MeasureInequity(string Id, string Title);

/// <summary>A group that is compared.</summary>
public sealed record MeasureGroup(string Name);

/// <summary>Values over time by named rules.</summary>
public sealed record MeasureSeries(string Rules, string Verdict, IReadOnlyList<MeasureValue> Points);

/// <summary>A value.</summary>
public sealed record MeasureValue(DateOnly Date, double? Value, double? Centre, double? Lower, double? Upper, IReadOnlyList<string> Signals, bool Suppressed);

/// <summary>The counts of a value.</summary>
public sealed record MeasureFigure(DateOnly Date, string? Stratum, double? Numerator, double? Denominator, bool Suppressed);

/// <summary>How far the groups lie apart.</summary>
public sealed record MeasureGap(
    DateOnly? At, string? Reference, IReadOnlyList<MeasureGapGroup> Groups, double? SlopeIndex, IReadOnlyList<double>? SlopeIndexInterval, double? RelativeIndex, IReadOnlyList<double>? RelativeIndexInterval,
    double? DisparityIndex, string Trend, string Verdict, IReadOnlyList<string> Why);

/// <summary>A group, compared.</summary>
public sealed record MeasureGapGroup(string Stratum, double? Rate, double? Difference, IReadOnlyList<double>? DifferenceInterval, double? Ratio, IReadOnlyList<double>? RatioInterval, bool Suppressed);
