using Equity.Graph.Events;
using Equity.Graph.Inequities;
using Equity.Graph.Persistence;
using Equity.Graph.Teams;

namespace Equity.Graph.Learning;

/// <summary>Something that a team has learnt and shares: what worked, what did not, what surprised, what it would advise.</summary>
internal sealed class SharedLearning : IVersioned, IDeletable, IKeyed, IOfTeam
{
    public int Id { get; set; }

    public int TeamId { get; set; }

    /// <summary>The team that learnt it.</summary>
    public Team? Team { get; set; }

    /// <summary>Unique within the team, and the same across imports.</summary>
    public required string Key { get; set; }

    /// <summary>What sort of learning it is.</summary>
    public required LearningKind Kind { get; set; }

    /// <summary>The learning in a few words.</summary>
    public required string Title { get; set; }

    /// <summary>The learning, told in full.</summary>
    public required string Body { get; set; }

    public int? InequityId { get; set; }

    /// <summary>The inequity of the team that it belongs to.</summary>
    public Inequity? Inequity { get; set; }

    public int? HeardAtEventId { get; set; }

    /// <summary>The event at which it was heard; null where the team wrote it by itself.</summary>
    public Event? HeardAtEvent { get; set; }

    /// <summary>When the team shared it.</summary>
    public DateTime SharedAt { get; set; }

    /// <summary>Since when leads and coaches put it forward for everybody to read; null when they do not.</summary>
    public DateTime? FeaturedAt { get; set; }

    /// <summary>When it last changed.</summary>
    public DateTime UpdatedAt { get; set; }

    /// <summary>Counts its changes, from 1. An update names the version it read.</summary>
    public int Version { get; set; }

    /// <summary>When it was deleted; it can be restored for a while. Null while it is there.</summary>
    public DateTime? DeletedAt { get; set; }
}

/// <summary>How learning is named outside the database.</summary>
internal static class LearningReference
{
    /// <summary>The keys of the team and of the learning, as TEAM/KEY; null of none, and where the team cannot be seen.</summary>
    public static string? Reference(this SharedLearning? learning) => learning?.Team is { } team ? $"{team.Key}/{learning.Key}" : null;
}

/// <summary>What sort of learning it is.</summary>
internal enum LearningKind
{
    /// <summary>A change that helped.</summary>
    Worked,
    /// <summary>A change that did not help.</summary>
    DidNotWork,
    /// <summary>Something that nobody expected.</summary>
    SurprisedUs,
    /// <summary>What the team would tell others.</summary>
    Advice,
}
