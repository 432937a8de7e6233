using Equity.Graph.Execution.Mutations;
using Equity.Graph.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Friendships;

/// <summary>What happens to the friendships of a team that is archived or deleted: it cannot be called on any more, and holds nobody's place. What it was asked is over too.</summary>
internal static class Leaving
{
    /// <summary>Ends what is open, and tells the other teams.</summary>
    public static async Task RunAsync(Change change, int team)
    {
        var open = await change.Db.Friendships.IgnoreQueryFilters().Include(friendship => friendship.Contacts)
            .Where(friendship => friendship.ClosedAt == null && (friendship.FromId == team || friendship.ToId == team)).OrderBy(friendship => friendship.Id).ToListAsync(change.Cancel);
        foreach (var friendship in open)
        {
            var (status, kind) = (friendship.Status, friendship.FromId == team) switch
            {
                (FriendshipStatus.Accepted, _) => (FriendshipStatus.Ended, NotificationKind.FriendshipEnded),
                (_, true) => (FriendshipStatus.Withdrawn, NotificationKind.FriendshipWithdrawn),
                _ => (FriendshipStatus.Declined, NotificationKind.FriendshipDeclined),
            };
            friendship.Close(status, change.Now);
            await FriendshipNews.TellAsync(change.Db, friendship, friendship.OtherThan(team), kind, change.Now, change.Person, change.Cancel);
        }
    }
}
