namespace Equity.Graph.Pages.Teams;

/// <summary>What the document TeamPeoplePage answers.</summary>
public sealed record TeamPeopleAnswer(PeopleViewer Viewer, PeopledTeam? Team);

/// <summary>Who changes the people of a team.</summary>
public sealed record PeopleViewer(IReadOnlyList<TeamKey> Teams, string? Person);

/// <summary>A team with its people.</summary>
public sealed record PeopledTeam(string Id, string Key, string Name, IReadOnlyList<TeamPerson> Members);
