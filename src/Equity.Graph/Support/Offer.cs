using Equity.Graph.Persistence;
using Equity.Graph.Teams;

namespace Equity.Graph.Support;

/// <summary>Something that a team can help others with.</summary>
internal sealed class Offer : IVersioned, IDeletable, IKeyed, IOfTeam
{
    public int Id { get; set; }

    public int TeamId { get; set; }

    /// <summary>The team that offers.</summary>
    public Team? Team { get; set; }

    /// <summary>Unique within the team, and the same across imports.</summary>
    public required string Key { get; set; }

    /// <summary>What the team can help with.</summary>
    public required string Text { get; set; }

    /// <summary>Whether the offer still stands.</summary>
    public bool Available { get; set; } = true;

    /// <summary>When the team offered it.</summary>
    public DateTime CreatedAt { get; set; }

    /// <summary>When it last changed.</summary>
    public DateTime UpdatedAt { get; set; }

    /// <summary>Counts its changes, from 1. An update names the version it read.</summary>
    public int Version { get; set; }

    /// <summary>When it was deleted; it can be restored for a while. Null while it is there.</summary>
    public DateTime? DeletedAt { get; set; }
}
