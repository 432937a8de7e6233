using Equity.Graph.Inequities;
using Equity.Graph.Persistence;
using Equity.Graph.Teams;

namespace Equity.Graph.Measures;

/// <summary>What a team counts over time to see whether things get better, and for whom.</summary>
internal sealed class Measure : IVersioned, IDeletable, IKeyed, IWithTeam
{
    public int Id { get; set; }

    public int TeamId { get; set; }

    /// <summary>The team that measures.</summary>
    public Team? Team { get; set; }

    /// <summary>Unique within the team, and the same across imports.</summary>
    public required string Key { get; set; }

    /// <summary>What is measured, in a few words.</summary>
    public required string Name { get; set; }

    /// <summary>What the measure is for.</summary>
    public MeasureKind Kind { get; set; }

    /// <summary>What a value is, such as "missed of booked appointments".</summary>
    public required string Unit { get; set; }

    /// <summary>Which way is better.</summary>
    public Direction Better { get; set; }

    /// <summary>Whether the figures count people, or what happens to people: then small ones are shown to nobody outside. Said once, when it is created.</summary>
    public bool CountsPeople { get; set; }

    public int? InequityId { get; set; }

    /// <summary>The inequity that it is about; null when it is about none in particular.</summary>
    public Inequity? Inequity { get; set; }

    /// <summary>The groups that are compared; without any, one figure stands for everybody.</summary>
    public List<Stratum> Strata { get; } = [];

    /// <summary>What was measured.</summary>
    public List<MeasurePoint> Points { get; } = [];

    /// <summary>When it was created.</summary>
    public DateTime CreatedAt { get; set; }

    /// <summary>When figures were last recorded or removed; null before the first.</summary>
    public DateTime? RecordedAt { get; set; }

    /// <summary>When it, its strata or its figures last changed.</summary>
    public DateTime UpdatedAt { get; set; }

    /// <summary>Counts its changes and those of its strata and figures, from 1. An update names the version it read.</summary>
    public int Version { get; set; }

    /// <summary>When it was deleted; it can be restored for a while. Null while it is there.</summary>
    public DateTime? DeletedAt { get; set; }
}

/// <summary>What a measure is for.</summary>
internal enum MeasureKind
{
    /// <summary>Whether people are better off.</summary>
    Outcome,
    /// <summary>Whether what was planned is done.</summary>
    Process,
    /// <summary>Whether something else gets worse.</summary>
    Balancing,
}
