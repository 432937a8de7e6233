using Equity.Graph.Execution.Mutations;
using Equity.Graph.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Events;

/// <summary>Tells the members of teams what becomes of an event that they have joined.</summary>
internal static class EventNews
{
    /// <summary>Notifies the members of some teams, but for whoever makes the change.</summary>
    /// <param name="change">The change.</param>
    /// <param name="gathering">The event.</param>
    /// <param name="teams">The integer keys of the teams.</param>
    /// <param name="kind">What happened.</param>
    public static async Task TellAsync(this Change change, Event gathering, IReadOnlyCollection<int> teams, NotificationKind kind)
    {
        if (teams.Count == 0)
            return;
        var members = await Told.MembersAsync(change.Db, teams, change.Viewer.Person, change.Cancel);
        change.Db.AddRange(members.Select(told => new Notification { PersonId = told.Person, Kind = kind, TeamId = told.Team, Event = gathering, At = change.Now }));
    }

    /// <summary>Notifies the members of all teams that have joined an event or wait for room.</summary>
    public static async Task TellAllAsync(this Change change, Event gathering, NotificationKind kind) => await change.TellAsync(
        gathering, await change.Db.Attendance.IgnoreQueryFilters().Where(there => there.EventId == gathering.Id).Select(there => there.TeamId).ToListAsync(change.Cancel), kind);
}
