using Equity.Graph.Execution.Mutations;
using Equity.Graph.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Events;

/// <summary>The room at an event: first come, first served; who waits longest comes next.</summary>
internal static class Room
{
    /// <summary>All who come to an event or wait, in the order in which they joined, as the change leaves them.</summary>
    public static async Task<List<Attendance>> AttendanceAsync(this Change change, int gathering)
    {
        var there = await change.Db.Attendance.IgnoreQueryFilters().Where(each => each.EventId == gathering).OrderBy(each => each.Id).ToListAsync(change.Cancel);
        return [.. there.Where(each => change.Db.Entry(each).State != EntityState.Deleted)];
    }

    /// <summary>Lets in who waits, as far as there is room, and tells them; a world café has a seat for each.</summary>
    public static async Task LetInAsync(Change change, Event gathering)
    {
        if (gathering.CancelledAt is not null || gathering.OverAt <= change.Now)
            return;
        var all = await change.AttendanceAsync(gathering.Id);
        var next = all.Where(each => each.Waits).Take(Math.Max(0, gathering.Capacity - all.Count(each => !each.Waits))).ToList();
        foreach (var team in next)
        {
            team.Waits = false;
            await LateSeats.AddAsync(change, gathering.Id, team.TeamId);
        }
        await change.TellAsync(gathering, [.. next.Select(team => team.TeamId)], NotificationKind.EventPlaceFree);
    }

    /// <summary>Takes a team out; who waits comes in.</summary>
    public static async Task FreeAsync(Change change, Event gathering, Attendance team)
    {
        change.Db.Remove(team);
        if (team.Waits)
            return;
        await LateSeats.RemoveAsync(change, gathering.Id, team.TeamId);
        await LetInAsync(change, gathering);
    }

    /// <summary>Takes a team that is archived or deleted out of all events that are not over.</summary>
    public static async Task FreeAllAsync(Change change, int team)
    {
        var dayAgo = change.Now.AddDays(-1);
        var joined = await change.Db.Attendance.IgnoreQueryFilters().Include(there => there.Event)
            .Where(there => there.TeamId == team && there.Event!.DeletedAt == null && (there.Event.EndsAt > change.Now || (there.Event.EndsAt == null && there.Event.StartsAt > dayAgo)))
            .OrderBy(there => there.Id).ToListAsync(change.Cancel);
        foreach (var there in joined)
            await FreeAsync(change, there.Event!, there);
    }
}
