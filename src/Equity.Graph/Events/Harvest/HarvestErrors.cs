using System.Globalization;
using Equity.Graph.Execution.Mutations;

namespace Equity.Graph.Events.Harvest;

/// <summary>None of your teams sits at a table in that round, or the round has not begun.</summary>
/// <param name="Round">The round; null where none has begun.</param>
internal sealed record NotAtATable(int? Round) : MutationError(Round is { } number
    ? string.Create(CultureInfo.InvariantCulture, $"None of your teams sits at a table in round {number}, or the round has not begun. Name a round in which it sat; of two teams of yours name the one with team.")
    : "No round of the event's world café has begun.");

/// <summary>There are as many notes as there may be.</summary>
/// <param name="Limit">The most there may be.</param>
/// <param name="OfTheTable">Whether they are those of the table in this round; otherwise they are the event's.</param>
internal sealed record TooManyNotes(int Limit, bool OfTheTable)
    : MutationError(string.Create(CultureInfo.InvariantCulture, $"{(OfTheTable ? "The table has" : "The event has")} {Limit} notes{(OfTheTable ? " in this round" : "")}, which is the most there may be. Change or remove one."));

/// <summary>A note has been published, and is learning now.</summary>
/// <param name="Field">The input's field.</param>
internal sealed record IsPublished(string Field) : MutationError($"{Field} has been published. Change the learning that was made of it instead, with updateLearning.");

/// <summary>Notes that are to be merged are of different events, or one of them is merged or published already.</summary>
/// <param name="Field">The input's field.</param>
internal sealed record NotesDoNotFit(string Field)
    : MutationError($"{Field} names a note of another event, one that is merged or published already, or the same one as note. Merge drafts of one event that stand for themselves.");
