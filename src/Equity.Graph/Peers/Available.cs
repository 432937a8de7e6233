using System.Linq.Expressions;
using Equity.Graph.Teams;

namespace Equity.Graph.Peers;

/// <summary>Who can be called on.</summary>
internal static class Available
{
    /// <summary>Teams that still work, have room for a friend and are not paused on that day.</summary>
    public static Expression<Func<Team, bool>> On(DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        return team => team.ArchivedAt == null && team.FriendCapacity > 0 && (team.PausedUntil == null || team.PausedUntil < today);
    }
}
