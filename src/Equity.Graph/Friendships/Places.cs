using Equity.Graph.Persistence;
using Equity.Graph.Teams;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Friendships;

/// <summary>How many of their places for friends teams have given away: a friendship holds one of each, a proposal one of its proposer's.</summary>
internal static class Places
{
    /// <summary>How many places are held, by the team's integer key; teams that hold none are left out. Whoever reads it, all count.</summary>
    /// <param name="db">Where; within a transaction the number stays true until its end.</param>
    /// <param name="teams">Which teams; null for all.</param>
    /// <param name="cancel">Stops.</param>
    public static async Task<Dictionary<int, int>> HeldAsync(EquityDbContext db, IReadOnlyCollection<int>? teams, CancellationToken cancel)
    {
        var open = db.Friendships.IgnoreQueryFilters().Where(friendship => friendship.ClosedAt == null);
        if (teams is not null)
            open = open.Where(friendship => teams.Contains(friendship.FromId) || teams.Contains(friendship.ToId));
        var sides = await open.Select(friendship => new { friendship.FromId, friendship.ToId, friendship.Status }).ToListAsync(cancel);
        return sides.SelectMany(side => side.Status == FriendshipStatus.Accepted ? (int[])[side.FromId, side.ToId] : [side.FromId]).CountBy(team => team).ToDictionary();
    }

    /// <summary>How many places a team has left.</summary>
    public static int Open(int capacity, int held) => Math.Max(0, capacity - held);

    /// <summary>How many places a team has left.</summary>
    public static int Open(this Team team, IReadOnlyDictionary<int, int> held) => Open(team.FriendCapacity, held.GetValueOrDefault(team.Id));
}
