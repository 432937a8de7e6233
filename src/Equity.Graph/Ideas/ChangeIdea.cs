using Equity.Graph.Learning;
using Equity.Graph.Persistence;
using Equity.Graph.Teams;

namespace Equity.Graph.Ideas;

/// <summary>Something that a team thinks would help, and tries in small cycles before it does it everywhere.</summary>
internal sealed class ChangeIdea : IVersioned, IDeletable, IKeyed, IWithTeam
{
    public int Id { get; set; }

    public int TeamId { get; set; }

    /// <summary>The team whose idea it is.</summary>
    public Team? Team { get; set; }

    /// <summary>Unique within the team, and the same across imports.</summary>
    public required string Key { get; set; }

    /// <summary>The idea in a few words.</summary>
    public required string Title { get; set; }

    /// <summary>What is to be changed, and why the team thinks it would help.</summary>
    public string? Description { get; set; }

    public int? FromId { get; set; }

    /// <summary>The learning that it comes from, of this team or another one.</summary>
    public SharedLearning? From { get; set; }

    /// <summary>How it was tried, in the order of the numbers.</summary>
    public List<PdsaCycle> Cycles { get; } = [];

    /// <summary>What the team looks at to see whether it helps.</summary>
    public List<IdeaMeasure> Measures { get; } = [];

    /// <summary>When the team recorded it.</summary>
    public DateTime CreatedAt { get; set; }

    /// <summary>When it, one of its cycles or what it is measured by last changed.</summary>
    public DateTime UpdatedAt { get; set; }

    /// <summary>Counts its changes and those of its cycles, from 1. An update names the version it read.</summary>
    public int Version { get; set; }

    /// <summary>When it was deleted; it can be restored for a while. Null while it is there.</summary>
    public DateTime? DeletedAt { get; set; }
}
