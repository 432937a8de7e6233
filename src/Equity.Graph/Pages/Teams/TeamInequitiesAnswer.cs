namespace Equity.Graph.Pages.Teams;

/// <summary>What the document TeamInequitiesPage answers.</summary>
public sealed record TeamInequitiesAnswer(TeamViewer Viewer, TacklingTeam? Team);

/// <summary>A team with what it tackles.</summary>
public sealed record TacklingTeam(string Id, string Key, string Name, OwnInequities? Inequities);

/// <summary>What it tackles.</summary>
public sealed record OwnInequities(IReadOnlyList<OwnInequity> Nodes);

/// <summary>An inequity that can be changed.</summary>
public sealed record OwnInequity(string Id, int Version, string Title, string Dimension, string? Kind, string Population, string? Evidence, string Status, IReadOnlyList<string> Core20Plus5);
