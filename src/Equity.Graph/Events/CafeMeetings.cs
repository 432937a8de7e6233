using Equity.Graph.Friendships;
using Equity.Graph.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Events;

/// <summary>Who meets whom at the tables of world cafés. A pair has the lower integer key first.</summary>
internal static class CafeMeetings
{
    /// <summary>Each pair that sits at a table together, as often as it does.</summary>
    public static IEnumerable<(int A, int B)> In(IEnumerable<CafeRound> rounds) =>
        from round in rounds
        from table in round.Seats.GroupBy(seat => seat.Table)
        let teams = table.Select(seat => seat.TeamId).Order().ToList()
        from pair in Pairs(teams)
        select pair;

    /// <summary>Pairs of these teams that know each other: friends to call on, or met at the café of another event.</summary>
    public static async Task<List<(int A, int B)>> KnownAsync(EquityDbContext db, int gathering, IReadOnlyCollection<int> teams, CancellationToken cancel)
    {
        var friends = await db.Friendships.IgnoreQueryFilters().Where(friendship => friendship.Status == FriendshipStatus.Accepted && teams.Contains(friendship.FromId) && teams.Contains(friendship.ToId))
            .Select(friendship => new { friendship.FromId, friendship.ToId }).ToListAsync(cancel);
        var met = (await MetAsync(db, teams, cancel)).Where(pair => pair.Any(meeting => meeting.Event != gathering)).Select(pair => pair.Key);
        return [.. friends.Select(pair => (Math.Min(pair.FromId, pair.ToId), Math.Max(pair.FromId, pair.ToId))).Concat(met).Distinct().Order()];
    }

    /// <summary>Pairs of these teams that sat at a table together in a round that took place, with where.</summary>
    public static async Task<ILookup<(int A, int B), CafeMeeting>> MetAsync(EquityDbContext db, IReadOnlyCollection<int> teams, CancellationToken cancel)
    {
        var seats = await db.CafeSeats.IgnoreQueryFilters()
            .Where(seat => seat.Round!.StartedAt != null && seat.Round.WorldCafe!.Status != CafeStatus.Planned && seat.Round.WorldCafe.Event!.DeletedAt == null && teams.Contains(seat.TeamId))
            .Select(seat => new { seat.CafeRoundId, seat.Table, seat.TeamId, seat.Round!.WorldCafe!.EventId, seat.Round.WorldCafe.Event!.StartsAt }).ToListAsync(cancel);
        return seats.GroupBy(seat => (seat.CafeRoundId, seat.Table))
            .SelectMany(table => Pairs([.. table.Select(seat => seat.TeamId).Order()]), (table, pair) => (pair, Meeting: new CafeMeeting(table.First().EventId, table.First().StartsAt)))
            .ToLookup(met => met.pair, met => met.Meeting);
    }

    private static IEnumerable<(int A, int B)> Pairs(IReadOnlyList<int> teams) =>
        from first in Enumerable.Range(0, teams.Count)
        from second in Enumerable.Range(first + 1, teams.Count - first - 1)
        select (teams[first], teams[second]);
}

/// <summary>Where two teams sat at a table together.</summary>
/// <param name="Event">The integer key of the event.</param>
/// <param name="StartsAt">When the event begins.</param>
internal readonly record struct CafeMeeting(int Event, DateTime StartsAt);
