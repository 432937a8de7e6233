using Equity.Graph.Execution.Mutations;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Events;

/// <summary>Who joins or leaves once a world café is published: rounds to come get a seat more or less at once, and nobody else moves until somebody plans anew.</summary>
internal static class LateSeats
{
    /// <summary>Seats a team in all rounds to come: at a table with the fewest teams, of these where it has met the fewest before, of these the first.</summary>
    public static async Task AddAsync(Change change, int gathering, int team)
    {
        if (await InUseAsync(change, gathering) is not { } cafe)
            return;
        var met = cafe.Rounds.Where(round => round.StartedAt is not null).Select(round => TableOf(round, team)).SelectMany(table => table).CountBy(other => other).ToDictionary();
        foreach (var round in cafe.Rounds.Where(round => round.StartedAt is null && round.Seats.TrueForAll(seat => seat.TeamId != team)).OrderBy(round => round.Number))
        {
            var table = round.Seats.GroupBy(seat => seat.Table).OrderBy(seats => seats.Count()).ThenBy(seats => seats.Sum(seat => met.GetValueOrDefault(seat.TeamId))).ThenBy(seats => seats.Key).FirstOrDefault();
            foreach (var other in table ?? Enumerable.Empty<CafeSeat>())
                met[other.TeamId] = met.GetValueOrDefault(other.TeamId) + 1;
            round.Seats.Add(new CafeSeat { TeamId = team, Table = table?.Key ?? 1, Hosts = table is null });
        }
        await RecountAsync(change, cafe);
    }

    /// <summary>Takes a team's seats in rounds to come away. Where it hosted a table, of those who sit there who is furthest ahead does.</summary>
    public static async Task RemoveAsync(Change change, int gathering, int team)
    {
        if (await InUseAsync(change, gathering) is not { } cafe)
            return;
        foreach (var round in cafe.Rounds.Where(round => round.StartedAt is null))
        {
            foreach (var seat in round.Seats.Where(seat => seat.TeamId == team).ToList())
            {
                round.Seats.Remove(seat);
                change.Db.Remove(seat);
                if (seat.Hosts && round.Seats.Where(other => other.Table == seat.Table).OrderByDescending(other => other.Team?.Stage).ThenBy(other => other.TeamId).FirstOrDefault() is { } next)
                    next.Hosts = true;
            }
        }
        await RecountAsync(change, cafe);
    }

    /// <summary>The café that is in use, with all seats.</summary>
    public static Task<WorldCafe?> InUseAsync(Change change, int gathering) => change.Db.WorldCafes.IgnoreQueryFilters().WithSeats()
        .SingleOrDefaultAsync(cafe => cafe.EventId == gathering && cafe.Status != CafeStatus.Planned, change.Cancel);

    /// <summary>Counts anew who meets whom.</summary>
    private static async Task RecountAsync(Change change, WorldCafe cafe)
    {
        var meetings = CafeMeetings.In(cafe.Rounds).CountBy(pair => pair).ToDictionary();
        var known = (await CafeMeetings.KnownAsync(change.Db, cafe.EventId, [.. meetings.Keys.SelectMany(pair => new[] { pair.A, pair.B }).Distinct()], change.Cancel)).ToHashSet();
        (cafe.Meetings, cafe.RepeatedMeetings) = (meetings.Count, meetings.Values.Sum() - meetings.Count);
        cafe.NewMeetings = meetings.Keys.Count(pair => !known.Contains(pair));
    }

    private static IEnumerable<int> TableOf(CafeRound round, int team) =>
        round.Seats.Find(own => own.TeamId == team) is { } seat ? round.Seats.Where(other => other.Table == seat.Table && other.TeamId != team).Select(other => other.TeamId) : [];
}
