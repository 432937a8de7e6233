namespace Equity.Graph.Pages.Teams;

/// <summary>What the document TeamIdeasPage answers.</summary>
public sealed record TeamIdeasAnswer(TeamViewer Viewer, TryingTeam? Team);

/// <summary>A team with what it tries.</summary>
public sealed record TryingTeam(string Id, string Key, string Name, IReadOnlyList<MeasureName> Measures, IReadOnlyList<OwnIdea> ChangeIdeas);

/// <summary>A measure to choose.</summary>
public sealed record MeasureName(string Id, string Name);

/// <summary>A change idea that can be changed and tried.</summary>
public sealed record OwnIdea(string Id, int Version, string Title, string? Description, IReadOnlyList<ChosenMeasure> Measures, IReadOnlyList<TeamCycle> Cycles);

/// <summary>A measure that an idea is meant to show in.</summary>
public sealed record ChosenMeasure(string Id);
