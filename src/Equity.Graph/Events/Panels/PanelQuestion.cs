using Equity.Graph.Learning;
using Equity.Graph.Persistence;
using Equity.Graph.Teams;

namespace Equity.Graph.Events.Panels;

/// <summary>A burning question that somebody asks the panel of an event, by the name of a team or without any. Who asked is not kept.</summary>
internal sealed class PanelQuestion : IVersioned, IKeyed, IWithProgramme
{
    public int Id { get; set; }

    public int EventId { get; set; }

    /// <summary>The event at which the panel sits.</summary>
    public Event? Event { get; set; }

    /// <summary>Unique, and made of the event's key and a number: a key is read in more places than a text.</summary>
    public required string Key { get; set; }

    /// <summary>What is asked.</summary>
    public required string Text { get; set; }

    public int? AskedById { get; set; }

    /// <summary>The team that asks; null where it was asked without a name.</summary>
    public Team? AskedBy { get; set; }

    /// <summary>How many people would like it answered. Those who are forgotten leave their vote and nothing else.</summary>
    public int Votes { get; set; }

    public int? MergedIntoId { get; set; }

    /// <summary>The question that asks nearly the same and stands for both; null where it stands for itself.</summary>
    public PanelQuestion? MergedInto { get; set; }

    /// <summary>When it was asked.</summary>
    public DateTime AskedAt { get; set; }

    /// <summary>When it last changed.</summary>
    public DateTime UpdatedAt { get; set; }

    /// <summary>Counts its changes, from 1; votes and answers are none.</summary>
    public int Version { get; set; }

    int? IWithProgramme.ProgrammeId => Event?.ProgrammeId;
}

/// <summary>That a person would like a question answered.</summary>
internal sealed class PanelVote : IEntity
{
    public int Id { get; set; }

    public int PanelQuestionId { get; set; }

    /// <summary>Who voted; null since the person was forgotten.</summary>
    public int? PersonId { get; set; }
}

/// <summary>How many questions a person has asked a panel: not which, so that a question without a name has none here either.</summary>
internal sealed class PanelAsker : IEntity
{
    public int Id { get; set; }

    public int EventId { get; set; }

    public int PersonId { get; set; }

    public int Questions { get; set; }
}

/// <summary>What the panel, or somebody in the room, answered.</summary>
internal sealed class PanelAnswer : IKeyed, IWithProgramme
{
    public int Id { get; set; }

    public int PanelQuestionId { get; set; }

    /// <summary>The question.</summary>
    public PanelQuestion? Question { get; set; }

    /// <summary>Unique within the question.</summary>
    public required string Key { get; set; }

    /// <summary>The answer.</summary>
    public required string Text { get; set; }

    /// <summary>In which role somebody answered.</summary>
    public TeamRole ByRole { get; set; }

    public int? TeamId { get; set; }

    /// <summary>The team whose member answered; null where somebody else did.</summary>
    public Team? Team { get; set; }

    /// <summary>Whether it is advice that lasts.</summary>
    public bool Lasts { get; set; }

    public int? LearningId { get; set; }

    /// <summary>What a team keeps of it as its learning.</summary>
    public SharedLearning? Learning { get; set; }

    /// <summary>When it was written down.</summary>
    public DateTime At { get; set; }

    int? IWithProgramme.ProgrammeId => Question?.Event?.ProgrammeId;
}
