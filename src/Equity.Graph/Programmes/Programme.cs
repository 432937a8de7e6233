using Equity.Graph.Persistence;

namespace Equity.Graph.Programmes;

/// <summary>A programme of improvement work that teams take part in, in phases.</summary>
internal sealed class Programme : IKeyed
{
    public int Id { get; set; }

    /// <summary>Its lower-case slug: unique, and the same across imports.</summary>
    public required string Key { get; set; }

    /// <summary>What the programme is called.</summary>
    public required string Name { get; set; }

    /// <summary>The aim that all its teams share, where they share one.</summary>
    public string? SharedAim { get; set; }

    /// <summary>Its phases, by number.</summary>
    public List<ProgrammePhase> Phases { get; } = [];
}

/// <summary>One phase of a programme: teams join in phases.</summary>
internal sealed class ProgrammePhase : IEntity
{
    public int Id { get; set; }

    public int ProgrammeId { get; set; }

    /// <summary>Which phase, from 1.</summary>
    public int Number { get; set; }

    /// <summary>What the phase is called, where it has a name.</summary>
    public string? Name { get; set; }

    /// <summary>The aim that the teams of this phase share, where they share one.</summary>
    public string? SharedAim { get; set; }
}
