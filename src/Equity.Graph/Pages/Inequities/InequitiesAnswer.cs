using Equity.Graph.Pages.Frame;

namespace Equity.Graph.Pages.Inequities;

/// <summary>What the document InequitiesPage answers.</summary>
public sealed record InequitiesAnswer(IReadOnlyList<Tackled> InequityCounts, InequityList Inequities);

/// <summary>How many inequities there are of a dimension and a kind.</summary>
public sealed record Tackled(string Dimension, string? Kind, int Count);

/// <summary>A page of inequities.</summary>
public sealed record InequityList(int TotalCount, IReadOnlyList<InequityItem> Nodes, PageInfo PageInfo);

/// <summary>An inequity in a list.</summary>
public sealed record InequityItem(string Id, string Title, string Population, string Dimension, string? Kind, string Status, InequityItemTeam Team);

/// <summary>Who tackles it.</summary>
public sealed record InequityItemTeam(string Key, string Name);
