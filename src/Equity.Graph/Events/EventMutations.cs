using Equity.Graph.Auth;
using Equity.Graph.Execution;
using Equity.Graph.Execution.Mutations;
using Equity.Graph.Notifications;
using Equity.Graph.Persistence;
using Equity.Graph.Rules;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Events;

/// <summary>What those do who run an event: createEvent, updateEvent, publishEvent, cancelEvent, deleteEvent, restoreEvent.</summary>
internal sealed class EventMutations : ITypeExtension<Mutation>
{
    private static readonly TextRule EventKey = new("key", Key.Max);
    private static readonly Type[] OfRows = [typeof(NotAnOrganiser), typeof(NotFound), typeof(StaleVersion)];
    private static readonly Type[] OfDetails = [.. InputErrors.OfTexts, typeof(NumberOutOfRange), typeof(TooEarly)];

    public void Extend(Mutation type)
    {
        type.Add<CreateEventInput, Event, EventType>(
            "createEvent", "Makes an event, as a draft that leads and coaches of its programme see.", CreateAsync, [typeof(NotAnOrganiser), typeof(NotFound), typeof(EventKeyTaken), .. OfDetails]);
        type.Add<UpdateEventInput, Event, EventType>(
            "updateEvent", "Changes what is said of an event. Who has joined is told of another time or place; where there is more room, who waits comes in.", UpdateAsync, [.. OfRows, .. OfDetails]);
        type.Add<PublishEventInput, Event, EventType>("publishEvent", "Shows an event to the community, whose teams can join it from then on.", PublishAsync, OfRows);
        type.Add<CancelEventInput, Event, EventType>("cancelEvent", "Calls an event off, and tells who has joined. It can still be read; restoreEvent takes it back.", CancelAsync, OfRows);
        type.Add<DeleteEventInput, Event, EventType>(
            "deleteEvent", FormattableString.Invariant($"Deletes an event with all that belongs to it, and tells who has joined; restoreEvent brings it back within {Deletion.Kept.Days} days."), DeleteAsync, OfRows);
        type.Add<RestoreEventInput, Event, EventType>("restoreEvent", "Brings back an event that was deleted or called off, and tells who had joined.", RestoreAsync, typeof(NotAnOrganiser), typeof(NotFound), typeof(EventKeyTaken));
    }

    private static async Task<Event?> CreateAsync(Change change, CreateEventInput input)
    {
        var programme = input.Programme is null ? null : await change.Db.Programmes.SingleOrDefaultAsync(known => known.Key == input.Programme, change.Cancel);
        if (input.Programme is not null && programme is null)
            change.Refuse(new NotFound("programme"));
        else if (!change.Viewer.MayOrganise(programme?.Id))
            change.Refuse(new NotAnOrganiser());
        var gathering = new Event { Key = "", Name = "", StartsAt = input.StartsAt, ProgrammeId = programme?.Id, PersonId = change.Person, CreatedAt = change.Now };
        change.Text(input, EventKey, input.Key, key => gathering.Key = key ?? "");
        if (gathering.Key.Length > 0 && Key.Problem(gathering.Key) is { } problem)
            change.Refuse(new InvalidText(EventKey.Field, problem));
        Fill(change, input, gathering, input.Name);
        if (change.Errors.Count > 0)
            return null;
        var wanted = gathering.Key.Length > 0 ? gathering.Key : Key.From(gathering.Name);
        var free = await FreeKeyAsync(change, wanted);
        if (gathering.Key.Length > 0 && free != wanted)
            change.Refuse(new EventKeyTaken(wanted, free));
        gathering.Key = free;
        change.Db.Add(gathering);
        return gathering;
    }

    private static async Task<Event?> UpdateAsync(Change change, UpdateEventInput input)
    {
        if (await change.OrganisedAsync(input) is not { } gathering)
            return null;
        var before = (gathering.StartsAt, gathering.Place);
        change.Choice(input, "startsAt", input.StartsAt, at => gathering.StartsAt = at);
        Fill(change, input, gathering, input.Name);
        if (change.Errors.Count > 0)
            return null;
        await MoveRoundsAsync(change, gathering, gathering.StartsAt - before.StartsAt);
        if (gathering.PublishedAt is not null && before != (gathering.StartsAt, gathering.Place))
            await change.TellAllAsync(gathering, NotificationKind.EventMoved);
        await Room.LetInAsync(change, gathering);
        return gathering;
    }

    /// <summary>The rounds of its world café that are to come move with an event.</summary>
    private static async Task MoveRoundsAsync(Change change, Event gathering, TimeSpan by)
    {
        if (by == TimeSpan.Zero)
            return;
        foreach (var round in await change.Db.CafeRounds.Where(round => round.WorldCafe!.EventId == gathering.Id && round.StartedAt == null).OrderBy(round => round.Id).ToListAsync(change.Cancel))
            round.StartsAt += by;
    }

    private static async Task<Event?> PublishAsync(Change change, PublishEventInput input)
    {
        if (await change.OrganisedAsync(input) is not { } gathering)
            return null;
        gathering.PublishedAt ??= change.Now;
        return gathering;
    }

    private static async Task<Event?> CancelAsync(Change change, CancelEventInput input)
    {
        if (await change.OrganisedAsync(input) is not { } gathering)
            return null;
        if (gathering.CancelledAt is null)
            await change.TellAllAsync(gathering, NotificationKind.EventCancelled);
        gathering.CancelledAt ??= change.Now;
        return gathering;
    }

    private static async Task<Event?> DeleteAsync(Change change, DeleteEventInput input)
    {
        if (await change.OrganisedAsync(input) is not { } gathering)
            return null;
        await change.TellAllAsync(gathering, NotificationKind.EventCancelled);
        change.Db.Remove(gathering);
        return gathering;
    }

    private static async Task<Event?> RestoreAsync(Change change, RestoreEventInput input)
    {
        var since = change.Now - Deletion.Kept;
        var events = change.Db.Events.IgnoreQueryFilters([ReadRules.Deleted]).Where(gathering => gathering.DeletedAt == null || gathering.DeletedAt > since);
        if (await change.FindAsync(input.Event, "event", events) is not { } gathering || !change.Organises(gathering))
            return null;
        if (gathering.DeletedAt is not null && await change.Db.Events.IgnoreQueryFilters([ReadRules.Sight]).AnyAsync(other => other.Key == gathering.Key, change.Cancel))
            change.Refuse(new EventKeyTaken(gathering.Key, await FreeKeyAsync(change, gathering.Key)));
        (gathering.DeletedAt, gathering.CancelledAt) = (null, null);
        if (change.Db.Entry(gathering).State == EntityState.Modified)
            await change.TellAllAsync(gathering, NotificationKind.EventRestored);
        return gathering;
    }

    private static void Fill(Change change, EventDetailsInput input, Event gathering, string? name)
    {
        change.Text(input, EventRules.Name, name, text => gathering.Name = text!);
        change.Text(input, EventRules.Description, input.Description, text => gathering.Description = text);
        change.Text(input, EventRules.Place, input.Place, text => gathering.Place = text);
        change.Number(input, EventRules.Capacity, input.Capacity, capacity => gathering.Capacity = (int?)capacity ?? EventRules.DefaultCapacity);
        if (input.Gives("endsAt"))
            gathering.EndsAt = input.EndsAt;
        if (gathering.EndsAt <= gathering.StartsAt)
            change.Refuse(new TooEarly("endsAt", gathering.StartsAt));
    }

    /// <summary>What is known of an old event must not fall to a new one.</summary>
    private static async Task<string> FreeKeyAsync(Change change, string wanted) =>
        Key.Free(wanted, await change.Db.Events.IgnoreQueryFilters().Where(other => other.Key.StartsWith(wanted)).Select(other => other.Key).ToHashSetAsync(change.Cancel));
}

/// <summary>The event that a change is about.</summary>
internal static class EventChange
{
    /// <summary>The event that an input names, as it was read, which the viewer runs; refuses the change otherwise.</summary>
    public static async Task<Event?> OrganisedAsync(this Change change, IEventInput input) =>
        await change.FindAsync<Event>(input.Event, "event") is { } gathering && change.Organises(gathering) && change.IsCurrent(gathering, input.Version) ? gathering : null;

    /// <summary>Whether the viewer runs the event; refuses the change otherwise.</summary>
    public static bool Organises(this Change change, Event gathering)
    {
        var organises = change.Viewer.MayOrganise(gathering.ProgrammeId);
        if (!organises)
            change.Refuse(new NotAnOrganiser());
        return organises;
    }
}
