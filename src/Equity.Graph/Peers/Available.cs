using Equity.Graph.Friendships;
using Equity.Graph.Persistence;
using Equity.Graph.Teams;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Peers;

/// <summary>Who can be called on.</summary>
internal static class Available
{
    /// <summary>The integer keys of those teams that still work, are not paused on that day and have a place left for a friend.</summary>
    public static async Task<HashSet<int>> OnAsync(EquityDbContext db, IQueryable<Team> teams, DateTimeOffset now, CancellationToken cancel)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var able = await teams.Where(team => team.ArchivedAt == null && team.FriendCapacity > 0 && (team.PausedUntil == null || team.PausedUntil < today))
            .Select(team => new { team.Id, team.FriendCapacity }).ToListAsync(cancel);
        var held = await Places.HeldAsync(db, null, cancel);
        return [.. able.Where(team => Places.Open(team.FriendCapacity, held.GetValueOrDefault(team.Id)) > 0).Select(team => team.Id)];
    }
}
