using System.Globalization;
using Equity.Graph.Auth;
using Equity.Graph.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Calendars;

/// <summary>Serves a person's calendar to a calendar program, which cannot sign in: the address is the secret, and the person can have another.</summary>
internal static class CalendarEndpoint
{
    /// <summary>Where calendars are.</summary>
    public const string Path = "/calendar.ics";

    private const string Purpose = "calendar";

    /// <summary>The path of a person's calendar, with what lets a calendar program in.</summary>
    public static string PathOf(Person person, SignedLinks links) => $"{Path}?token={links.Sign(Purpose, string.Create(CultureInfo.InvariantCulture, $"{person.Id} {person.CalendarAddress}"))}";

    /// <summary>Serves calendars.</summary>
    public static void MapCalendar(this IEndpointRouteBuilder routes) => routes.MapMethods(Path, [HttpMethods.Get, HttpMethods.Head], AnswerAsync);

    private static async Task<IResult> AnswerAsync(HttpContext http, SignedLinks links, IDbContextFactory<EquityDbContext> contexts, IEnumerable<ICalendarSource> sources, string? token, CancellationToken cancel)
    {
        await using var db = await contexts.OpenAsync(Viewer.System, cancel);
        if (links.Read(Purpose, token)?.Split(' ') is not [var id, var address] || await PersonAsync(db, int.Parse(id, CultureInfo.InvariantCulture), int.Parse(address, CultureInfo.InvariantCulture), cancel) is not { } person)
            return Results.Text("This calendar is not here any more. Sign in and ask for viewer { calendar }.", statusCode: StatusCodes.Status404NotFound);
        var viewer = await SignIn.AgainAsync(db, new Viewer { Identity = new Identity(person.Issuer, person.Subject, null, null), Community = true, Published = true }, cancel);
        db.Sight = viewer;
        var entries = new List<CalendarEntry>();
        foreach (var source in sources)
            entries.AddRange(await source.EntriesAsync(db, viewer, cancel));
        http.Response.Headers.CacheControl = "private, max-age=900";
        return Results.Text(CalendarFile.Write(entries), CalendarFile.MediaType);
    }

    private static Task<Person?> PersonAsync(EquityDbContext db, int id, int address, CancellationToken cancel) =>
        db.People.AsNoTracking().SingleOrDefaultAsync(known => known.Id == id && known.CalendarAddress == address, cancel);
}
