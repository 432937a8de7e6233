using System.Globalization;
using Equity.Graph.Execution.Mutations;

namespace Equity.Graph.Events;

/// <summary>Only those who run the event may do this.</summary>
internal sealed record NotAnOrganiser() : MutationError("Only leads and coaches of the event's programme, and administrators, may do this. Ask one of them.");

/// <summary>Another event has this key, or had it.</summary>
/// <param name="Key">The key that was asked for.</param>
/// <param name="Suggestion">A key that is free.</param>
internal sealed record EventKeyTaken(string Key, string Suggestion) : MutationError($"The key \"{Key}\" is taken. \"{Suggestion}\" is free.");

/// <summary>A time is not after the one that it must follow.</summary>
/// <param name="Field">The input's field.</param>
/// <param name="After">What it must be later than.</param>
internal sealed record TooEarly(string Field, DateTime After)
    : MutationError(string.Create(CultureInfo.InvariantCulture, $"{Field} must be later than {After:yyyy-MM-dd'T'HH:mm:ss'Z'}."));

/// <summary>The event is in a state in which this cannot be done.</summary>
/// <param name="State">The state that it is in.</param>
internal sealed record EventNotOpen(EventState State) : MutationError(State switch
{
    EventState.Draft => "The event is a draft. It can be joined once it is published.",
    EventState.Cancelled => "The event has been called off.",
    _ => "The event is over.",
});

/// <summary>Why an event cannot be joined or left.</summary>
internal enum EventState
{
    /// <summary>It has not been published.</summary>
    Draft,
    /// <summary>It has been called off.</summary>
    Cancelled,
    /// <summary>It is over.</summary>
    Over,
}

/// <summary>The team has joined the event already.</summary>
/// <param name="Waits">Whether it waits for room.</param>
internal sealed record HasJoined(bool Waits) : MutationError(Waits ? "The team waits for room already; its members are told when there is." : "The team has joined already.");

/// <summary>The team has not joined the event.</summary>
internal sealed record HasNotJoined() : MutationError("The team has not joined this event.");

/// <summary>As many teams wait for room as may.</summary>
/// <param name="Limit">The most there may be.</param>
internal sealed record WaitingListFull(int Limit)
    : MutationError(string.Create(CultureInfo.InvariantCulture, $"{Limit} teams wait for room already, which is the most there may be. Ask those who run the event for more room."));
