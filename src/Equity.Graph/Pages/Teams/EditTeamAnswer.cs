namespace Equity.Graph.Pages.Teams;

/// <summary>What the document EditTeamPage answers.</summary>
public sealed record EditTeamAnswer(TeamViewer Viewer, EditedTeam? Team);

/// <summary>What a team says of itself.</summary>
public sealed record EditedTeam(
    string Id, string Key, int Version, string Name, string Service, string? Locality, string? Aim, string? Summary, string Stage, string? Involvement, string? CoProduction, string? CoProductionPlan,
    double? ProgressScore, DateTime? PublishedAt, DateTime? ArchivedAt, Named? Organisation);
