using Equity.Graph.Pages.Frame;

namespace Equity.Graph.Pages.Insights;

/// <summary>What the document MeasuresPage answers.</summary>
public sealed record MeasuresAnswer(MeasuringTeams Teams, InsightsProgrammes Programmes);

/// <summary>A page of teams.</summary>
public sealed record MeasuringTeams(IReadOnlyList<MeasuringTeam> Nodes, PageInfo PageInfo);

/// <summary>A team and what it measures.</summary>
public sealed record MeasuringTeam(string Key, string Name, IReadOnlyList<MeasureItem> Measures);

/// <summary>A measure in a list.</summary>
public sealed record MeasureItem(string Id, string Name, string Kind, string Unit, DateTime? RecordedAt, MeasureItemInequity? Inequity);

/// <summary>What it is about.</summary>
public sealed record MeasureItemInequity(string Title, string Dimension);
