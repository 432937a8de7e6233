using Equity.Graph.Execution.Mutations;
using Equity.Graph.Teams;
using GraphQL;

namespace Equity.Graph.Events.Panels;

/// <summary>A burning question for the panel of an event.</summary>
internal sealed class AskPanelInput : MutationInput
{
    /// <summary>The event's id.</summary>
    [Id]
    public required string Event { get; init; }

    /// <summary>What you ask.</summary>
    public required string Text { get; init; }

    /// <summary>The id of your team, in whose name you ask. Left out, the question has no name, and nobody keeps whose it is.</summary>
    [Id]
    public string? Team { get; init; }
}

/// <summary>A question to a panel.</summary>
internal abstract class OneQuestionInput : MutationInput
{
    /// <summary>The question's id.</summary>
    [Id]
    public required string Question { get; init; }
}

/// <summary>A question that you would like answered.</summary>
internal sealed class VoteForQuestionInput : OneQuestionInput;

/// <summary>A question for which you voted.</summary>
internal sealed class TakeBackVoteInput : OneQuestionInput;

/// <summary>Questions that ask nearly the same.</summary>
internal sealed class MergeQuestionsInput : OneQuestionInput
{
    /// <summary>The ids of the questions that the first one is to stand for.</summary>
    [Id]
    public required IReadOnlyList<string> Duplicates { get; init; }
}

/// <summary>What was answered to a question.</summary>
internal sealed class AnswerQuestionInput : OneQuestionInput
{
    /// <summary>The answer, without names.</summary>
    public required string Text { get; init; }

    /// <summary>In which role somebody answered.</summary>
    public required TeamRole ByRole { get; init; }

    /// <summary>The id of the team whose member answered.</summary>
    [Id]
    public string? Team { get; init; }

    /// <summary>Whether it is advice that lasts: then the team whose member answered, or else the team that asked, keeps it as its learning.</summary>
    public bool? Lasts { get; init; }

    /// <summary>The learning in a few words; the question's own text unless said.</summary>
    public string? Title { get; init; }
}

/// <summary>A question that should not be there.</summary>
internal sealed class RemoveQuestionInput : OneQuestionInput
{
    /// <summary>The version that you read.</summary>
    public required int Version { get; init; }
}
