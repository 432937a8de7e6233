using Equity.Graph.Execution;
using Equity.Graph.Execution.Mutations;
using Equity.Graph.Friendships;
using Equity.Graph.Rules;

namespace Equity.Graph.Events;

/// <summary>The mutations of a team that comes to an event: joinEvent and leaveEvent.</summary>
internal sealed class Joining : ITypeExtension<Mutation>
{
    public void Extend(Mutation type)
    {
        type.Add<JoinEventInput, Event, EventType>(
            "joinEvent", "Your team comes to an event. When there is no room it waits, and is told when there is. Who joins once the world café is published has a seat in all rounds to come.", JoinAsync,
            typeof(NotAMember), typeof(NotFound), typeof(EventNotOpen), typeof(TeamIsDraft), typeof(TeamIsArchived), typeof(HasJoined), typeof(WaitingListFull));
        type.Add<LeaveEventInput, Event, EventType>(
            "leaveEvent", "Your team does not come to an event after all, or waits no longer; who waits longest comes instead.", LeaveAsync, typeof(NotAMember), typeof(NotFound), typeof(EventNotOpen), typeof(HasNotJoined));
    }

    private static async Task<Event?> JoinAsync(Change change, JoinEventInput input)
    {
        if (await change.OwnTeamAsync(input.Team) is not { } team || await change.FindAsync<Event>(input.Event, "event") is not { } gathering)
            return null;
        var there = await change.AttendanceAsync(gathering.Id);
        var waits = there.Count(each => !each.Waits) >= gathering.Capacity;
        MutationError? refusal = (StateOf(gathering, change.Now), there.Find(each => each.TeamId == team.Id)) switch
        {
            ({ } state, _) => new EventNotOpen(state),
            _ when team.PublishedAt is null => new TeamIsDraft("team"),
            _ when team.ArchivedAt is not null => new TeamIsArchived("team"),
            (_, { } joined) => new HasJoined(joined.Waits),
            _ when waits && there.Count(each => each.Waits) >= EventRules.MostWaiting => new WaitingListFull(EventRules.MostWaiting),
            _ => null,
        };
        if (refusal is not null)
        {
            change.Refuse(refusal);
            return null;
        }
        change.Db.Add(new Attendance { Key = Key.From($"{team.Key} at {gathering.Key}"), Event = gathering, TeamId = team.Id, JoinedAt = change.Now, Waits = waits });
        if (!waits)
            await LateSeats.AddAsync(change, gathering.Id, team.Id);
        return gathering;
    }

    private static async Task<Event?> LeaveAsync(Change change, LeaveEventInput input)
    {
        if (await change.OwnTeamAsync(input.Team) is not { } team || await change.FindAsync<Event>(input.Event, "event") is not { } gathering)
            return null;
        var there = (await change.AttendanceAsync(gathering.Id)).Find(each => each.TeamId == team.Id);
        if (there is null)
            change.Refuse(new HasNotJoined());
        else if (gathering.OverAt <= change.Now)
            change.Refuse(new EventNotOpen(EventState.Over));
        else
            await Room.FreeAsync(change, gathering, there);
        return there is null ? null : gathering;
    }

    private static EventState? StateOf(Event gathering, DateTime now) => gathering switch
    {
        { PublishedAt: null } => EventState.Draft,
        { CancelledAt: not null } => EventState.Cancelled,
        _ when gathering.OverAt <= now => EventState.Over,
        _ => null,
    };
}
