namespace Equity.Graph.Pages.Teams;

/// <summary>What the document RegisterTeamPage answers.</summary>
public sealed record RegisterTeamAnswer(RegisteringViewer Viewer);

/// <summary>Who registers a team.</summary>
public sealed record RegisteringViewer(IReadOnlyList<NamedTeam> Teams);
