using Equity.Graph.Pages.Frame;

namespace Equity.Graph.Pages.Events;

/// <summary>What the document PostersPage answers.</summary>
public sealed record PostersAnswer(ShownEvent? Event, PosterList Posters);

/// <summary>The event.</summary>
public sealed record ShownEvent(string Id, string Key, string Name, IReadOnlyList<Video> Videos, IReadOnlyList<ShownResource> Resources);

/// <summary>A video message.</summary>
public sealed record Video(string Id, string Title, string Url, string? Transcript, bool HasCaptions, TeamLink? Team);

/// <summary>A page or a document elsewhere.</summary>
public sealed record ShownResource(string Id, string Title, string Url, string Kind, TeamLink? Team);

/// <summary>The posters.</summary>
public sealed record PosterList(int TotalCount, PageInfo PageInfo, IReadOnlyList<PosterInGallery> Nodes);

/// <summary>A poster in the gallery.</summary>
public sealed record PosterInGallery(string Id, string Title, string? AltText, string? Summary, string? ImageUrl, int? ImageWidth, int? ImageHeight, string? ThumbnailUrl, TeamLink Team);

/// <summary>What the document PosterPage answers.</summary>
public sealed record PosterAnswer(OnePoster? Node);

/// <summary>A poster; all its fields are null where the id is that of another thing.</summary>
public sealed record OnePoster(
    string? Id = null, string? Title = null, string? AltText = null, string? Summary = null, int? ReadingAge = null, string? ImageUrl = null, int? ImageWidth = null, int? ImageHeight = null,
    string? LargeThumbnailUrl = null, string? PdfUrl = null, DateTime? PublishedAt = null, TeamLink? Team = null, TeamLink? Event = null);
