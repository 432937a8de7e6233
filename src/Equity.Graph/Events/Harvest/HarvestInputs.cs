using Equity.Graph.Execution.Mutations;
using Equity.Graph.Learning;
using GraphQL;

namespace Equity.Graph.Events.Harvest;

/// <summary>What you heard at your table.</summary>
internal sealed class HarvestInput : MutationInput
{
    /// <summary>The event's id.</summary>
    [Id]
    public required string Event { get; init; }

    /// <summary>In which round, from 1; the one that began last unless said.</summary>
    public int? Round { get; init; }

    /// <summary>The id of your team that sat at the table; needed only by members of two that sat in the round.</summary>
    [Id]
    public string? Team { get; init; }

    /// <summary>What sort of learning it is.</summary>
    public required LearningKind Kind { get; init; }

    /// <summary>What was heard.</summary>
    public required string Text { get; init; }

    /// <summary>What was heard in a few words; its first sentence unless said.</summary>
    public string? Title { get; init; }

    /// <summary>The id of the team whose idea it was: one that comes to the event.</summary>
    [Id]
    public required string From { get; init; }
}

/// <summary>A note as you read it.</summary>
internal abstract class OneNoteInput : MutationInput
{
    /// <summary>The note's id.</summary>
    [Id]
    public required string Note { get; init; }

    /// <summary>The version that you read.</summary>
    public required int Version { get; init; }
}

/// <summary>What is new about a note. What is left out stays.</summary>
internal sealed class UpdateHarvestNoteInput : OneNoteInput
{
    /// <summary>What sort of learning it is.</summary>
    public LearningKind? Kind { get; init; }

    /// <summary>What was heard.</summary>
    public string? Text { get; init; }

    /// <summary>What was heard in a few words; its first sentence unless said.</summary>
    public string? Title { get; init; }

    /// <summary>The id of the team whose idea it was: one that comes to the event.</summary>
    [Id]
    public string? From { get; init; }
}

/// <summary>A note that should not be there.</summary>
internal sealed class RemoveHarvestNoteInput : OneNoteInput;

/// <summary>Notes that tell nearly the same.</summary>
internal sealed class MergeHarvestNotesInput : MutationInput
{
    /// <summary>The id of the note that stays.</summary>
    [Id]
    public required string Note { get; init; }

    /// <summary>The ids of the notes that it is to stand for.</summary>
    [Id]
    public required IReadOnlyList<string> Duplicates { get; init; }
}

/// <summary>What is to be published of what was heard.</summary>
internal sealed class PublishHarvestInput : MutationInput
{
    /// <summary>The event's id.</summary>
    [Id]
    public required string Event { get; init; }

    /// <summary>The ids of the notes to publish, at most 100; left out, the first hundred that wait and stand for themselves.</summary>
    [Id]
    public IReadOnlyList<string>? Notes { get; init; }
}
