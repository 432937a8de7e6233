using Equity.Graph.Notifications;
using Equity.Graph.Persistence;
using Equity.Graph.Persistence.Demo;
using Equity.Graph.Rules;
using Equity.Matching;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Events.Demo;

/// <summary>A gathering of the demo community. Days are counted from the first start; the first team joined on one, each other team an hour after the one before.</summary>
internal sealed record DemoGathering(
    string Key, string Name, string Description, string Place, string Programme, int Day, TimeOnly Starts, TimeOnly Ends, int Published, int Capacity, int Joined, IReadOnlyList<string> Teams);

/// <summary>A world café as the planner of this program has planned it, kept so that it is the same everywhere.</summary>
internal sealed record DemoCafe(
    int Planned, TimeOnly Starts, int Minutes, int Least, int Most, int Seed, IReadOnlyList<string> Questions, SeatingFigures Figures, IReadOnlyList<IReadOnlyList<DemoTable>> Rounds);

/// <summary>Who sits at a table, the host among them.</summary>
internal sealed record DemoTable(string Host, IReadOnlyList<string> Teams);

/// <summary>The gatherings of the demo community.</summary>
internal static class DemoGatherings
{
    /// <summary>Adds a gathering with those who come.</summary>
    public static Event Add(DemoScene scene, DemoGathering demo)
    {
        var gathering = new Event
        {
            Key = demo.Key,
            Name = demo.Name,
            Programme = scene.Programme(demo.Programme),
            Description = demo.Description,
            Place = demo.Place,
            StartsAt = scene.At(demo.Day, demo.Starts),
            EndsAt = scene.At(demo.Day, demo.Ends),
            Capacity = demo.Capacity,
            PublishedAt = scene.At(demo.Published),
            CreatedAt = scene.At(demo.Published - 1),
        };
        gathering.Attendance.AddRange(demo.Teams.Select((team, i) =>
            new Attendance { Key = Key.From($"{team} at {demo.Key}"), Team = scene.Team(team), JoinedAt = scene.At(demo.Joined).AddHours(i) }));
        scene.Db.Add(gathering);
        return gathering;
    }

    /// <summary>Adds the world café of a gathering that is over.</summary>
    public static void Seat(DemoScene scene, Event gathering, DemoCafe demo)
    {
        var starts = gathering.StartsAt.Date + demo.Starts.ToTimeSpan();
        var cafe = new WorldCafe
        {
            Event = gathering,
            Key = Key.From($"{gathering.Key} cafe"),
            Status = CafeStatus.Running,
            LeastAtATable = demo.Least,
            MostAtATable = demo.Most,
            Seed = demo.Seed,
            PlannedAt = scene.At(demo.Planned),
            OverAt = starts.AddMinutes(demo.Rounds.Count * demo.Minutes),
        };
        cafe.Take(demo.Figures);
        foreach (var (i, tables) in demo.Rounds.Index())
        {
            var at = starts.AddMinutes(i * demo.Minutes);
            var round = new CafeRound { Key = Key.From($"{cafe.Key} round {i + 1}"), Number = i + 1, Question = demo.Questions[i], StartsAt = at, StartedAt = at, Minutes = demo.Minutes };
            round.Seats.AddRange(tables.SelectMany((table, n) => table.Teams.Select(team => new CafeSeat { Table = n + 1, Team = scene.Team(team), Hosts = team == table.Host })));
            cafe.Rounds.Add(round);
        }
        gathering.Cafes.Add(cafe);
        foreach (var team in gathering.Attendance.Select(there => there.Team!))
            scene.Tell(team, cafe.PlannedAt, () => new Notification { Kind = NotificationKind.CafePublished, Event = gathering, TeamId = team.Id });
    }

    /// <summary>
    /// Once the coming gathering is over it is to come again: it moves, with those who joined it, if nobody has made it another one or planned its café.
    /// One that somebody has made their own stays as it was, and so does one that was deleted.
    /// </summary>
    public static async Task KeepComingAsync(EquityDbContext db, DemoGathering demo, DateTime now, CancellationToken cancel)
    {
        var gathering = await db.Events.Include(known => known.Cafes).SingleOrDefaultAsync(known => known.Key == demo.Key, cancel);
        if (gathering is null || gathering.OverAt > now || !IsAsTold(gathering, demo))
            return;
        (gathering.StartsAt, gathering.EndsAt) = (now.Date.AddDays(demo.Day) + demo.Starts.ToTimeSpan(), now.Date.AddDays(demo.Day) + demo.Ends.ToTimeSpan());
        await db.SaveChangesAsync(cancel);
    }

    private static bool IsAsTold(Event gathering, DemoGathering demo) =>
        gathering.Cafes.Count == 0 && gathering is { CancelledAt: null, PublishedAt: not null, EndsAt: { } ends }
        && (gathering.Name, gathering.Description, gathering.Place, gathering.Capacity) == (demo.Name, demo.Description, demo.Place, demo.Capacity)
        && (TimeOnly.FromDateTime(gathering.StartsAt), TimeOnly.FromDateTime(ends)) == (demo.Starts, demo.Ends);
}
