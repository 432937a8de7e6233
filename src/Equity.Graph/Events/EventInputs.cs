using Equity.Graph.Execution.Mutations;
using GraphQL;

namespace Equity.Graph.Events;

/// <summary>What is said of an event.</summary>
internal abstract class EventDetailsInput : MutationInput
{
    /// <summary>What it is about, and what to bring.</summary>
    public string? Description { get; init; }

    /// <summary>When it ends, where that is known.</summary>
    public DateTime? EndsAt { get; init; }

    /// <summary>Where it is.</summary>
    public string? Place { get; init; }

    /// <summary>For how many teams there is room: 1 to 300; 300 unless said. Others wait.</summary>
    public int? Capacity { get; init; }
}

/// <summary>A new event: a draft that leads and coaches of its programme see, until it is published.</summary>
internal sealed class CreateEventInput : EventDetailsInput
{
    /// <summary>Its lower-case slug, which never changes; made from the name when left out.</summary>
    public string? Key { get; init; }

    /// <summary>What the event is called.</summary>
    public required string Name { get; init; }

    /// <summary>The key of the programme whose leads and coaches run it; only administrators can leave it out.</summary>
    public string? Programme { get; init; }

    /// <summary>When it begins.</summary>
    public required DateTime StartsAt { get; init; }
}

/// <summary>An event as you read it.</summary>
internal interface IEventInput
{
    /// <summary>The event's id.</summary>
    string Event { get; }

    /// <summary>The version that you read.</summary>
    int Version { get; }
}

/// <summary>What is new about an event. What is left out stays; null clears.</summary>
internal sealed class UpdateEventInput : EventDetailsInput, IEventInput
{
    /// <summary>The event's id.</summary>
    [Id]
    public required string Event { get; init; }

    /// <summary>The version that you read.</summary>
    public required int Version { get; init; }

    /// <summary>What the event is called.</summary>
    public string? Name { get; init; }

    /// <summary>When it begins.</summary>
    public DateTime? StartsAt { get; init; }
}

/// <summary>One event.</summary>
internal abstract class OneEventInput : MutationInput, IEventInput
{
    /// <summary>The event's id.</summary>
    [Id]
    public required string Event { get; init; }

    /// <summary>The version that you read.</summary>
    public required int Version { get; init; }
}

/// <summary>An event that the community is to see, and join.</summary>
internal sealed class PublishEventInput : OneEventInput;

/// <summary>An event that does not take place.</summary>
internal sealed class CancelEventInput : OneEventInput;

/// <summary>An event that is to be deleted.</summary>
internal sealed class DeleteEventInput : OneEventInput;

/// <summary>An event that was deleted or called off.</summary>
internal sealed class RestoreEventInput : MutationInput
{
    /// <summary>The id that it had before.</summary>
    [Id]
    public required string Event { get; init; }
}

/// <summary>A team that comes to an event.</summary>
internal sealed class JoinEventInput : MutationInput
{
    /// <summary>The event's id.</summary>
    [Id]
    public required string Event { get; init; }

    /// <summary>Your team's id.</summary>
    [Id]
    public required string Team { get; init; }
}

/// <summary>A team that does not come to an event after all.</summary>
internal sealed class LeaveEventInput : MutationInput
{
    /// <summary>The event's id.</summary>
    [Id]
    public required string Event { get; init; }

    /// <summary>Your team's id.</summary>
    [Id]
    public required string Team { get; init; }
}
