using Equity.Graph.Auth;
using Equity.Graph.Calendars;
using Equity.Graph.Execution.Limits;
using Equity.Graph.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Events;

/// <summary>Events as calendars read them: one at an address of its own, and those that a person's teams have joined.</summary>
internal sealed class EventCalendar : ICalendarSource
{
    /// <summary>Where the events' calendar files are.</summary>
    public const string Folder = "/events";

    /// <summary>How many events a person's calendar has at most: the latest.</summary>
    private const int Most = 100;

    /// <inheritdoc />
    public async Task<IReadOnlyList<CalendarEntry>> EntriesAsync(EquityDbContext db, Viewer viewer, CancellationToken cancel)
    {
        var events = await db.Events.AsNoTracking().Where(gathering => gathering.Attendance.Any(there => !there.Waits && viewer.Teams.Contains(there.TeamId)))
            .OrderByDescending(gathering => gathering.StartsAt).ThenByDescending(gathering => gathering.Id).Take(Most).ToListAsync(cancel);
        return [.. events.AsEnumerable().Reverse().Select(Entry)];
    }

    /// <summary>Serves an event to whoever may see it.</summary>
    public static async Task<IResult> AnswerAsync(HttpContext http, string key, SignIn signIn, IDbContextFactory<EquityDbContext> contexts)
    {
        var cancel = http.RequestAborted;
        if (await signIn.ViewerAsync(http.Request.Headers.Authorization, cancel) is not { } viewer)
            return Results.Text("The token is not valid. Send another one, or none.", statusCode: StatusCodes.Status401Unauthorized);
        await using var db = await contexts.OpenAsync(viewer, cancel);
        if (await db.Events.AsNoTracking().SingleOrDefaultAsync(known => known.Key == key, cancel) is not { } gathering)
            return Results.Text("There is no such event, or you cannot see it.", statusCode: StatusCodes.Status404NotFound);
        http.Response.Headers.CacheControl = viewer.IsSignedIn ? "private, max-age=300" : "public, max-age=300";
        http.Response.Headers.Vary = "Authorization";
        return Results.Text(CalendarFile.Write([Entry(gathering)]), CalendarFile.MediaType);
    }

    private static CalendarEntry Entry(Event gathering) => new(
        $"event-{gathering.Key}@equity",
        gathering.CancelledAt is null ? gathering.Name : $"Called off: {gathering.Name}",
        gathering.Description,
        gathering.StartsAt,
        gathering.EndsAt,
        gathering.Place,
        gathering.UpdatedAt,
        gathering.Version);
}

/// <summary>Where events are served as calendar files.</summary>
internal static class EventCalendars
{
    /// <summary>Serves them, to nobody too often.</summary>
    public static void MapEventCalendars(this WebApplication app)
    {
        app.UseRates(EventCalendar.Folder);
        app.MapMethods(EventCalendar.Folder + "/{key}.ics", [HttpMethods.Get, HttpMethods.Head], EventCalendar.AnswerAsync);
    }
}
