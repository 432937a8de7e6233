using Equity.Graph.Events;
using Equity.Graph.Persistence;
using Equity.Graph.Posters.Files;
using Equity.Graph.Teams;

namespace Equity.Graph.Posters;

/// <summary>A poster on which a team shows its work: a picture, a PDF or both, and the same in words for who cannot see them.</summary>
internal sealed class Poster : IVersioned, IDeletable, IKeyed, IWithTeam, IShownAtEvent
{
    public int Id { get; set; }

    public int TeamId { get; set; }

    /// <summary>The team whose work it shows.</summary>
    public Team? Team { get; set; }

    public int? EventId { get; set; }

    /// <summary>The event that it is shown at.</summary>
    public Event? Event { get; set; }

    /// <summary>Unique within the team, and the same across imports.</summary>
    public required string Key { get; set; }

    /// <summary>Its title.</summary>
    public required string Title { get; set; }

    /// <summary>What is to be seen on it, for who cannot see it. Needed before it is published.</summary>
    public string? AltText { get; set; }

    /// <summary>What it says, in plain English. Needed before it is published.</summary>
    public string? Summary { get; set; }

    /// <summary>The hash of the picture's content; null while there is none.</summary>
    public string? Image { get; set; }

    /// <summary>How the picture is written.</summary>
    public PictureFormat? ImageFormat { get; set; }

    /// <summary>The picture's width in pixels.</summary>
    public int? ImageWidth { get; set; }

    /// <summary>The picture's height in pixels.</summary>
    public int? ImageHeight { get; set; }

    /// <summary>The hash of the picture, small enough for a gallery.</summary>
    public string? SmallThumbnail { get; set; }

    /// <summary>The hash of the picture, large enough for a page.</summary>
    public string? LargeThumbnail { get; set; }

    /// <summary>The hash of the PDF's content; null while there is none.</summary>
    public string? Pdf { get; set; }

    /// <summary>When it was first shown to others; null while it is a draft.</summary>
    public DateTime? PublishedAt { get; set; }

    /// <summary>When it was begun.</summary>
    public DateTime CreatedAt { get; set; }

    /// <summary>When it last changed.</summary>
    public DateTime UpdatedAt { get; set; }

    /// <summary>Counts its changes, from 1. An update names the version it read.</summary>
    public int Version { get; set; }

    /// <summary>When it was deleted; it can be restored for a while. Null while it is there.</summary>
    public DateTime? DeletedAt { get; set; }

    /// <summary>Takes a picture on, in place of another.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="whole">The hash that it is stored under.</param>
    /// <param name="small">The same of what is small enough for a gallery.</param>
    /// <param name="large">The same of what is large enough for a page.</param>
    public void Take(Picture picture, string whole, string small, string large) =>
        (Image, ImageFormat, ImageWidth, ImageHeight, SmallThumbnail, LargeThumbnail) = (whole, picture.Format, picture.Width, picture.Height, small, large);

    /// <summary>Takes the picture off.</summary>
    public void RemoveImage() => (Image, ImageFormat, ImageWidth, ImageHeight, SmallThumbnail, LargeThumbnail) = (null, null, null, null, null, null);
}

/// <summary>How a picture is written.</summary>
internal enum PictureFormat
{
    /// <summary>Without loss, for drawings.</summary>
    Png,
    /// <summary>For photographs.</summary>
    Jpeg,
    /// <summary>For both, in fewer bytes.</summary>
    WebP,
}
