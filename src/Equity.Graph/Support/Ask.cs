using Equity.Graph.Persistence;
using Equity.Graph.Teams;

namespace Equity.Graph.Support;

/// <summary>Something that a team needs help with.</summary>
internal sealed class Ask : IVersioned, IDeletable, IKeyed, IOfTeam
{
    public int Id { get; set; }

    public int TeamId { get; set; }

    /// <summary>The team that asks.</summary>
    public Team? Team { get; set; }

    /// <summary>Unique within the team, and the same across imports.</summary>
    public required string Key { get; set; }

    /// <summary>What the team needs help with.</summary>
    public required string Text { get; set; }

    /// <summary>Whether help is still wanted.</summary>
    public AskStatus Status { get; set; }

    /// <summary>When the team asked.</summary>
    public DateTime CreatedAt { get; set; }

    /// <summary>When it was answered or closed; null while help is wanted, and where nobody knows.</summary>
    public DateTime? ClosedAt { get; set; }

    /// <summary>When it last changed.</summary>
    public DateTime UpdatedAt { get; set; }

    /// <summary>Counts its changes, from 1. An update names the version it read.</summary>
    public int Version { get; set; }

    /// <summary>When it was deleted; it can be restored for a while. Null while it is there.</summary>
    public DateTime? DeletedAt { get; set; }
}

/// <summary>Whether help is still wanted.</summary>
internal enum AskStatus
{
    /// <summary>Help is wanted.</summary>
    Open,
    /// <summary>Somebody helped.</summary>
    Answered,
    /// <summary>Help is no longer wanted.</summary>
    Closed,
}
