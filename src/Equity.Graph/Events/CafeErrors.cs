using System.Globalization;
using Equity.Graph.Execution.Mutations;

namespace Equity.Graph.Events;

/// <summary>The teams cannot sit as it was asked for.</summary>
/// <param name="Teams">How many come.</param>
internal sealed record CannotBeSeated(int Teams) : MutationError(Teams == 0
    ? "No team has joined the event yet."
    : string.Create(CultureInfo.InvariantCulture, $"{Teams} teams cannot sit as asked: allow more at a table, or fewer, or name fewer hosts. No table has fewer than {EventRules.FewestAtATable}, where there is more than one."));

/// <summary>What was planned on is no longer so: a team has joined or left, or a round has begun. Nothing was stored.</summary>
internal sealed record PlanOutOfDate() : MutationError("Since this was planned, a team has joined or left, a round has begun, or another plan was published. Plan again.");

/// <summary>The café is in a state in which this cannot be done.</summary>
/// <param name="Status">The state that it is in.</param>
internal sealed record CafeNotInThatState(CafeStatus Status) : MutationError(Status switch
{
    CafeStatus.Planned => "It is a plan. Publish it first.",
    CafeStatus.Published => "It has been published already.",
    CafeStatus.Running => "It has begun: its rounds stay as they were. Plan the rest with replanWorldCafe.",
    _ => "Its last round has begun: there is nothing left to plan.",
});

/// <summary>Rounds begin one after another, each once.</summary>
/// <param name="Next">The number of the round that can begin now; null when all have.</param>
internal sealed record RoundOutOfTurn(int? Next)
    : MutationError(Next is null ? "All rounds have begun already." : string.Create(CultureInfo.InvariantCulture, $"Rounds begin one after another, each once: it is the turn of round {Next}."));
