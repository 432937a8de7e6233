namespace Equity.Graph.Pages.Teams;

/// <summary>What the document TeamMeasuresPage answers.</summary>
public sealed record TeamMeasuresAnswer(TeamViewer Viewer, CountingTeam? Team);

/// <summary>A team with what it counts.</summary>
public sealed record CountingTeam(string Id, string Key, string Name, InequityNames? Inequities, IReadOnlyList<OwnMeasure> Measures);

/// <summary>A measure that figures can be added to.</summary>
public sealed record OwnMeasure(string Id, string Name, string Unit, bool CountsPeople, DateTime? RecordedAt, IReadOnlyList<Named> Strata);
