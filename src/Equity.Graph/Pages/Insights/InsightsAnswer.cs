namespace Equity.Graph.Pages.Insights;

/// <summary>What the document InsightsPage answers.</summary>
public sealed record InsightsAnswer(
    IReadOnlyList<MetricName> MetricCatalogue, InsightsProgrammes Programmes, MonthList Work, MonthList Learning, MonthList Friendships, MonthList Finding, MonthList People);

/// <summary>A metric.</summary>
public sealed record MetricName(string Name, string Description, string Unit, string Disclosure);

/// <summary>The programmes.</summary>
public sealed record InsightsProgrammes(IReadOnlyList<InsightsProgramme> Nodes);

/// <summary>A programme.</summary>
public sealed record InsightsProgramme(string Key, string Name);

/// <summary>Figures of several metrics, by metric and month.</summary>
public sealed record MonthList(IReadOnlyList<MetricMonth> Nodes);

/// <summary>A metric's figure of a month.</summary>
public sealed record MetricMonth(string Metric, string Period, double? Value, bool Suppressed, string? Note);
