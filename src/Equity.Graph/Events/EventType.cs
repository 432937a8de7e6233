using Equity.Graph.Execution;
using Equity.Graph.Execution.Limits;
using Equity.Graph.Execution.Lists;
using Equity.Graph.Programmes;
using Equity.Graph.Teams;
using GraphQL.Types;

namespace Equity.Graph.Events;

/// <summary>An event in the graph. Other features add what happens there.</summary>
internal sealed class EventType : ObjectGraphType<Event>
{
    public EventType(IEnumerable<ITypeExtension<EventType>> features)
    {
        this.IsNode();
        Field(e => e.Key);
        Field(e => e.Name);
        Field<ProgrammeType>("programme").Description("The programme whose leads and coaches run it; null where administrators do.").Resolve(context => context.LoadOne<Programme>(context.Source.ProgrammeId));
        Field(e => e.Description, nullable: true);
        Field(e => e.StartsAt);
        Field(e => e.EndsAt, nullable: true);
        Field(e => e.Place, nullable: true);
        Field(e => e.Capacity);
        Field<NonNullGraphType<IntGraphType>>("openPlaces").Description("For how many more teams there is room. Who joins when there is none waits.").Resolve(context => context.OpenPlaces());
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<TeamType>>>>("teams").Description("The teams that come, who joined first coming first.").Holds(20).Resolve(context => context.Coming());
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<TeamType>>>>("waiting").Description("The teams that wait for room, who waits longest coming first: all for leads, coaches and administrators, for others their own.").Holds(5)
            .Resolve(context => context.Waiting());
        Field(e => e.PublishedAt, nullable: true);
        Field(e => e.CancelledAt, nullable: true);
        Field(e => e.CreatedAt);
        Field(e => e.UpdatedAt);
        Field(e => e.Version);
        foreach (var feature in features)
            feature.Extend(this);
    }
}

/// <summary>What events can be filtered and ordered by.</summary>
internal sealed class EventListing : Listing<Event>
{
    public static readonly EventListing Instance = new();

    private EventListing() : base(nameof(Event), "Events", typeof(EventType))
    {
        Text(e => e.Key);
        Text(e => e.Name, sortable: true);
        Text(e => e.Place, sortable: true);
        Instant(e => e.StartsAt);
        Instant(e => e.EndsAt);
        Instant(e => e.PublishedAt);
        Instant(e => e.CancelledAt);
        Instant(e => e.CreatedAt);
        Instant(e => e.UpdatedAt);
        One(e => e.Programme, () => ProgrammeListing.Instance);
        UsuallyBy("startsAt", SortDirection.Desc);
    }
}

/// <summary>The root fields events and event, a programme's own, and those that a team comes to.</summary>
internal sealed class EventQueries : ITypeExtension<Query>, ITypeExtension<ProgrammeType>, ITypeExtension<TeamType>
{
    public void Extend(Query type)
    {
        type.AddList("events", "The days on which teams meet, newest first unless ordered otherwise.", EventListing.Instance);
        type.AddByKey<Event, EventType>("event", "The event with this key; null when there is none.", "The event's key, such as spring-world-cafe.");
    }

    public void Extend(ProgrammeType type) =>
        type.AddList<Programme, Event>("events", "Its events, newest first unless ordered otherwise.", EventListing.Instance, gathering => gathering.ProgrammeId!.Value);

    public void Extend(TeamType type) =>
        type.Field<NonNullGraphType<ListGraphType<NonNullGraphType<EventType>>>>("events").Description($"The events that it has joined, newest first, at most {PageArguments.MaxSize}.").Holds(3)
            .Resolve(context => context.Joined());
}
