namespace Equity.Graph.Pages.Teams;

/// <summary>What the document TeamPosterPage answers.</summary>
public sealed record TeamPosterAnswer(TeamViewer Viewer, ShowingTeam? Team);

/// <summary>A team with its posters.</summary>
public sealed record ShowingTeam(string Id, string Key, string Name, IReadOnlyList<JoinedEvent> Events, IReadOnlyList<OwnPoster> Posters);

/// <summary>An event that the team comes to.</summary>
public sealed record JoinedEvent(string Id, string Name);

/// <summary>A poster that can be changed.</summary>
public sealed record OwnPoster(
    string Id, int Version, string Title, string? AltText, string? Summary, int? ReadingAge, string? LargeThumbnailUrl, int? ImageWidth, int? ImageHeight, string? PdfUrl, DateTime? PublishedAt, ChosenEvent? Event);

/// <summary>The event that a poster is shown at.</summary>
public sealed record ChosenEvent(string Id);
