using Equity.Graph.Persistence;
using Equity.Graph.Programmes;
using Equity.Graph.Teams;

namespace Equity.Graph.Events;

/// <summary>A day on which teams meet, such as a world café.</summary>
internal sealed class Event : IVersioned, IDeletable, IKeyed, IWithProgramme
{
    public int Id { get; set; }

    /// <summary>Its lower-case slug: unique, and the same across imports.</summary>
    public required string Key { get; set; }

    /// <summary>What the event is called.</summary>
    public required string Name { get; set; }

    public int? ProgrammeId { get; set; }

    /// <summary>The programme whose leads and coaches run it; null where administrators do.</summary>
    public Programme? Programme { get; set; }

    /// <summary>Who made it; null where nobody is known.</summary>
    public int? PersonId { get; set; }

    /// <summary>What it is about, and what to bring.</summary>
    public string? Description { get; set; }

    /// <summary>When it begins.</summary>
    public DateTime StartsAt { get; set; }

    /// <summary>When it ends, where that is known.</summary>
    public DateTime? EndsAt { get; set; }

    /// <summary>Where it is.</summary>
    public string? Place { get; set; }

    /// <summary>For how many teams there is room; others wait.</summary>
    public int Capacity { get; set; } = EventRules.DefaultCapacity;

    /// <summary>When it was shown to the community. Null for a draft.</summary>
    public DateTime? PublishedAt { get; set; }

    /// <summary>When it was called off. Null while it takes place.</summary>
    public DateTime? CancelledAt { get; set; }

    /// <summary>When it was first stored.</summary>
    public DateTime CreatedAt { get; set; }

    /// <summary>When it last changed.</summary>
    public DateTime UpdatedAt { get; set; }

    /// <summary>Counts its changes, from 1. An update names the version it read.</summary>
    public int Version { get; set; }

    /// <summary>When it was deleted; it can be restored for a while. Null while it is there.</summary>
    public DateTime? DeletedAt { get; set; }

    /// <summary>Who comes, and who waits for room.</summary>
    public List<Attendance> Attendance { get; } = [];

    /// <summary>The plans for its world café, and the one that is in use.</summary>
    public List<WorldCafe> Cafes { get; } = [];

    /// <summary>When it is over: at its end, or a day after its beginning where no end is known.</summary>
    public DateTime OverAt => EndsAt ?? StartsAt.AddDays(1);
}

/// <summary>A team that comes to an event, or waits for room.</summary>
internal sealed class Attendance : IKeyed, IWithTeam
{
    public int Id { get; set; }

    /// <summary>Made of the keys of event and team.</summary>
    public required string Key { get; set; }

    public int EventId { get; set; }

    /// <summary>The event.</summary>
    public Event? Event { get; set; }

    public int TeamId { get; set; }

    /// <summary>The team.</summary>
    public Team? Team { get; set; }

    /// <summary>When the team joined: who waits longest comes first.</summary>
    public DateTime JoinedAt { get; set; }

    /// <summary>Whether the team waits for room.</summary>
    public bool Waits { get; set; }
}
