namespace Equity.Graph.Pages.Insights;

/// <summary>What the document MetricPage answers.</summary>
public sealed record MetricAnswer(IReadOnlyList<MetricRule> MetricCatalogue, InsightsProgrammes Programmes, MetricList Rows, LatestList Latest);

/// <summary>A metric and what it means.</summary>
public sealed record MetricRule(string Name, string Description, string Unit, string Numerator, string? Denominator, string Makeup, string Disclosure, IReadOnlyList<string> GroupKinds);

/// <summary>A page of a metric's figures.</summary>
public sealed record MetricList(int TotalCount, IReadOnlyList<MetricFigure> Nodes, MetricPageInfo PageInfo);

/// <summary>Where the page is in the list.</summary>
public sealed record MetricPageInfo(bool HasNextPage, string? EndCursor);

/// <summary>A figure.</summary>
public sealed record MetricFigure(string Group, string Period, double? Value, double? Numerator, double? Denominator, bool Suppressed, string? Note);

/// <summary>The newest figures.</summary>
public sealed record LatestList(IReadOnlyList<LatestFigure> Nodes);

/// <summary>A group's figure.</summary>
public sealed record LatestFigure(string Group, string Period, double? Value, bool Suppressed);
