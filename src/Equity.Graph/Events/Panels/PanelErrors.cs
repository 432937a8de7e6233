using System.Globalization;
using Equity.Graph.Execution.Mutations;

namespace Equity.Graph.Events.Panels;

/// <summary>The panel's event is over, or was called off.</summary>
/// <param name="OverAt">Since when.</param>
internal sealed record PanelIsOver(DateTime OverAt)
    : MutationError(string.Create(CultureInfo.InvariantCulture, $"The panel is over since {OverAt:yyyy-MM-ddTHH:mm:ssZ}. Its questions and answers stay to be read; ask a team instead, or the next panel."));

/// <summary>There are as many questions as there may be.</summary>
/// <param name="Limit">The most there may be.</param>
/// <param name="Yours">Whether they are yours; otherwise they are everybody's.</param>
internal sealed record TooManyQuestions(int Limit, bool Yours) : MutationError(string.Create(
    CultureInfo.InvariantCulture, $"{(Yours ? "You have asked" : "The panel has been asked")} {Limit} questions, which is the most there may be. Vote for one that asks nearly the same."));

/// <summary>The question has as many answers as it may have.</summary>
/// <param name="Limit">The most there may be.</param>
internal sealed record TooManyAnswers(int Limit)
    : MutationError(string.Create(CultureInfo.InvariantCulture, $"The question has {Limit} answers, which is the most there may be."));

/// <summary>Questions that are to be merged are of different events, or one of them is merged into another already.</summary>
/// <param name="Field">The input's field.</param>
internal sealed record CannotBeMerged(string Field)
    : MutationError($"{Field} names a question of another event, one that is merged already, or the same one as question. Merge questions of one panel that stand for themselves.");
