using Equity.Graph.Events;
using Equity.Graph.Persistence;
using Equity.Graph.Teams;

namespace Equity.Graph.Resources;

/// <summary>Something elsewhere on the web that a team shows: a video, a page, a document.</summary>
internal sealed class Resource : IVersioned, IDeletable, IKeyed, IWithTeam, IShownAtEvent
{
    public int Id { get; set; }

    public int TeamId { get; set; }

    /// <summary>The team that shows it.</summary>
    public Team? Team { get; set; }

    public int? EventId { get; set; }

    /// <summary>The event that it is shown at; a video there is a video message.</summary>
    public Event? Event { get; set; }

    /// <summary>Unique within the team, and the same across imports.</summary>
    public required string Key { get; set; }

    /// <summary>What sort of thing it is.</summary>
    public required ResourceKind Kind { get; set; }

    /// <summary>Its title.</summary>
    public required string Title { get; set; }

    /// <summary>Where it is; the address begins with https.</summary>
    public required string Url { get; set; }

    /// <summary>What is said and shown in a video, for who cannot hear or see it.</summary>
    public string? Transcript { get; set; }

    /// <summary>Whether a video shows captions of what is said.</summary>
    public bool HasCaptions { get; set; }

    /// <summary>When it was first shown to others; null while it is a draft.</summary>
    public DateTime? PublishedAt { get; set; }

    /// <summary>When it was first stored.</summary>
    public DateTime CreatedAt { get; set; }

    /// <summary>When it last changed.</summary>
    public DateTime UpdatedAt { get; set; }

    /// <summary>Counts its changes, from 1. An update names the version it read.</summary>
    public int Version { get; set; }

    /// <summary>When it was deleted; it can be restored for a while. Null while it is there.</summary>
    public DateTime? DeletedAt { get; set; }
}

/// <summary>What sort of thing a resource is.</summary>
internal enum ResourceKind
{
    /// <summary>A video; before others see it, it has a transcript or captions.</summary>
    Video,
    /// <summary>A page on the web.</summary>
    Link,
    /// <summary>A document to read or print.</summary>
    Document,
}
