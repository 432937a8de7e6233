using Equity.Graph.Auth;
using Equity.Graph.Execution;
using Equity.Graph.Execution.Mutations;
using Equity.Graph.Notifications;
using Equity.Graph.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Friendships;

/// <summary>
/// What happens between teams by itself: proposals expire, and friends are asked whether they met. All of it follows from what is stored and the time, so
/// that a round after a week finds what seven rounds would have left; the transaction is a lock, so that of two processes one does it.
/// </summary>
internal sealed class FriendshipClock(IDbContextFactory<EquityDbContext> contexts, WriteTurns turns, TimeProvider time, ILogger<FriendshipClock> logger) : Rounds(FirstPause, Pause, "What is due between teams could not be done.", time, logger)
{
    /// <summary>After a start, which may come after a week, what is due is done soon.</summary>
    public static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(5);

    /// <summary>The time between two rounds.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    /// <summary>One round. Nobody is kept from writing when nothing is due.</summary>
    public override async Task RunAsync(CancellationToken cancel)
    {
        var now = Now;
        await using var db = await contexts.OpenAsync(Viewer.System, cancel);
        if (!await Expiry.Due(db, now).AnyAsync(cancel) && !await ToAsk(db, now).AnyAsync(cancel))
            return;
        await turns.RunAsync(db, async transaction =>
        {
            await Expiry.RunAsync(db, now, cancel);
            await AskAsync(db, now, cancel);
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(CancellationToken.None);
            return true;
        }, cancel);
    }

    /// <summary>Friends whose check-in has come, and who have not been asked about that day.</summary>
    private static IQueryable<Friendship> ToAsk(EquityDbContext db, DateTime now)
    {
        var today = DateOnly.FromDateTime(now);
        return db.Friendships.IgnoreQueryFilters().Where(friendship => friendship.Status == FriendshipStatus.Accepted && friendship.NextCheckIn <= today
            && (friendship.AskedAbout == null || friendship.AskedAbout != friendship.NextCheckIn));
    }

    private static async Task AskAsync(EquityDbContext db, DateTime now, CancellationToken cancel)
    {
        foreach (var friendship in await ToAsk(db, now).OrderBy(friendship => friendship.Id).ToListAsync(cancel))
        {
            friendship.AskedAbout = friendship.NextCheckIn;
            // As of the beginning of that day, whenever the clock comes round.
            var at = friendship.NextCheckIn!.Value.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
            await FriendshipNews.TellBothAsync(db, friendship, NotificationKind.CheckInDue, at, by: null, cancel);
        }
    }
}
