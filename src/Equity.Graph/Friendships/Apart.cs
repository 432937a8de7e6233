using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Friendships;

/// <summary>Which teams are not suggested to each other: friends, those of whom one has asked the other and, for a time that is configured, those who declined, let a proposal expire or ended it.</summary>
internal static class Apart
{
    /// <summary>The pairs, as far as the friendships given tell of them: nobody is to learn from a list what the list of friendships hides.</summary>
    /// <param name="friendships">Which friendships count.</param>
    /// <param name="settings">For how long.</param>
    /// <param name="now">The time, UTC.</param>
    /// <param name="cancel">Stops.</param>
    public static async Task<List<(int A, int B)>> PairsAsync(IQueryable<Friendship> friendships, FriendshipSettings settings, DateTime now, CancellationToken cancel)
    {
        var earliest = now.AddDays(-settings.LongestApart);
        var rows = await friendships.Where(friendship => friendship.ClosedAt == null || (friendship.ClosedAt > earliest && friendship.Status != FriendshipStatus.Withdrawn))
            .Select(friendship => new { friendship.FromId, friendship.ToId, friendship.ClosedAt, Programme = friendship.From!.Programme!.Key }).ToListAsync(cancel);
        return [.. rows.Where(row => row.ClosedAt is null || row.ClosedAt > now.AddDays(-settings.Of(row.Programme).ApartDays)).Select(row => (row.FromId, row.ToId))];
    }

    /// <summary>From each of these teams to those it is apart from, by integer key.</summary>
    public static async Task<ILookup<int, int>> OfAsync(IQueryable<Friendship> friendships, IReadOnlyCollection<int> teams, FriendshipSettings settings, DateTime now, CancellationToken cancel)
    {
        var own = friendships.Where(friendship => EF.Parameter(teams).Contains(friendship.FromId) || EF.Parameter(teams).Contains(friendship.ToId));
        return (await PairsAsync(own, settings, now, cancel)).SelectMany(pair => new[] { pair, (A: pair.B, B: pair.A) }).ToLookup(pair => pair.A, pair => pair.B);
    }
}
