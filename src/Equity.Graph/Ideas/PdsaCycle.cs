using Equity.Graph.Learning.Spread;
using Equity.Graph.Persistence;
using Equity.Graph.Teams;

namespace Equity.Graph.Ideas;

/// <summary>One turn of plan, do, study, act: a change idea tried on a small scale.</summary>
internal sealed class PdsaCycle : IKeyed, IWithTeam
{
    public int Id { get; set; }

    public int ChangeIdeaId { get; set; }

    public int TeamId { get; set; }

    /// <summary>The team whose idea it tries.</summary>
    public Team? Team { get; set; }

    /// <summary>The idea's key as it was, and the number.</summary>
    public required string Key { get; set; }

    /// <summary>Which turn it is, from 1.</summary>
    public int Number { get; set; }

    /// <summary>What is to be tried, and what the team expects.</summary>
    public string? Plan { get; set; }

    /// <summary>What was done, and what was seen.</summary>
    public string? Do { get; set; }

    /// <summary>What it showed, compared with what was expected.</summary>
    public string? Study { get; set; }

    /// <summary>What follows from it.</summary>
    public string? Act { get; set; }

    /// <summary>Whether the team does it from now on, does it otherwise or gives it up; null while it is open.</summary>
    public AdoptionOutcome? Decision { get; set; }

    /// <summary>The day on which it began, or is to begin.</summary>
    public DateOnly? StartedOn { get; set; }
}
