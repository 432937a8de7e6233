using Equity.Graph.Learning;
using Equity.Graph.Persistence;
using Equity.Graph.Teams;

namespace Equity.Graph.Events.Harvest;

/// <summary>What was heard at a table of a world café, as somebody of the teams that sat there wrote it down: a draft, until it is published as learning.</summary>
internal sealed class HarvestNote : IVersioned, IKeyed, IWithTeam, IWithProgramme
{
    public int Id { get; set; }

    public int EventId { get; set; }

    /// <summary>The event.</summary>
    public Event? Event { get; set; }

    /// <summary>Unique, and made of the event's key and a number.</summary>
    public required string Key { get; set; }

    /// <summary>In which round it was heard, from 1.</summary>
    public int Round { get; set; }

    /// <summary>At which table, from 1.</summary>
    public int Table { get; set; }

    /// <summary>What sort of learning it is.</summary>
    public LearningKind Kind { get; set; }

    /// <summary>What was heard in a few words; where nobody says, its first sentence stands for it.</summary>
    public string? Title { get; set; }

    /// <summary>What was heard.</summary>
    public required string Text { get; set; }

    public int FromId { get; set; }

    /// <summary>The team whose idea it was, which has the credit.</summary>
    public Team? From { get; set; }

    public int WrittenById { get; set; }

    /// <summary>The team whose member wrote it down.</summary>
    public Team? WrittenBy { get; set; }

    public int? MergedIntoId { get; set; }

    /// <summary>The note that tells nearly the same and stands for both; null where it stands for itself.</summary>
    public HarvestNote? MergedInto { get; set; }

    public int? LearningId { get; set; }

    /// <summary>The learning that was made of it.</summary>
    public SharedLearning? Learning { get; set; }

    /// <summary>When it was published; null for a draft.</summary>
    public DateTime? PublishedAt { get; set; }

    /// <summary>When it was written down.</summary>
    public DateTime WrittenAt { get; set; }

    /// <summary>When it last changed.</summary>
    public DateTime UpdatedAt { get; set; }

    /// <summary>Counts its changes, from 1. An update names the version it read.</summary>
    public int Version { get; set; }

    int IWithTeam.TeamId => WrittenById;

    Team? IWithTeam.Team => WrittenBy;

    int? IWithProgramme.ProgrammeId => Event?.ProgrammeId;
}
