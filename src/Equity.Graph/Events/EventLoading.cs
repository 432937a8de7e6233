using Equity.Graph.Execution;
using Equity.Graph.Execution.Lists;
using Equity.Graph.Teams;
using GraphQL;
using GraphQL.DataLoader;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Events;

/// <summary>Who comes to events, by one query for all events of a level.</summary>
internal static class EventLoading
{
    /// <summary>The teams that come to an event.</summary>
    public static IDataLoaderResult<IReadOnlyList<Team>> Coming(this IResolveFieldContext<Event> context) => Teams(context, waits: false);

    /// <summary>The teams that wait for room, as far as the viewer is told.</summary>
    public static IDataLoaderResult<IReadOnlyList<Team>> Waiting(this IResolveFieldContext<Event> context) => Teams(context, waits: true);

    /// <summary>For how many more teams there is room; teams that the viewer cannot see take theirs too.</summary>
    public static IDataLoaderResult<int> OpenPlaces(this IResolveFieldContext<Event> context) =>
        context.Loader<int, int>("places taken", (db, events, cancel) =>
            db.Attendance.IgnoreQueryFilters().Where(there => events.Contains(there.EventId) && !there.Waits).GroupBy(there => there.EventId)
                .Select(all => new { all.Key, Count = all.Count() }).ToDictionaryAsync(all => all.Key, all => all.Count, cancel))
            .Load(context.Source.Id).Then(taken => Math.Max(0, context.Source.Capacity - taken));

    /// <summary>The events that a team has joined.</summary>
    public static IDataLoaderResult<IReadOnlyList<Event>> Joined(this IResolveFieldContext<Team> context) =>
        context.Loader<int, IReadOnlyList<Event>>("events of teams", async (db, teams, cancel) =>
        {
            var joined = await db.Attendance.AsNoTracking().Where(there => teams.Contains(there.TeamId) && !there.Waits)
                .OrderByDescending(there => there.Event!.StartsAt).ThenByDescending(there => there.EventId).Select(there => new { there.TeamId, there.Event }).ToListAsync(cancel);
            return joined.GroupBy(there => there.TeamId).ToDictionary(own => own.Key, own => (IReadOnlyList<Event>)[.. own.Take(PageArguments.MaxSize).Select(there => there.Event!)]);
        }).Load(context.Source.Id).Then(events => events ?? []);

    private static IDataLoaderResult<IReadOnlyList<Team>> Teams(IResolveFieldContext<Event> context, bool waits) =>
        context.Loader<int, IReadOnlyList<Team>>(("teams of events", waits), async (db, events, cancel) =>
        {
            var there = await db.Attendance.AsNoTracking().Where(each => events.Contains(each.EventId) && each.Waits == waits)
                .OrderBy(each => each.Id).Select(each => new { each.EventId, each.Team }).ToListAsync(cancel);
            return there.GroupBy(each => each.EventId).ToDictionary(own => own.Key, own => (IReadOnlyList<Team>)[.. own.Select(each => each.Team!)]);
        }).Load(context.Source.Id).Then(teams => teams ?? []);
}
