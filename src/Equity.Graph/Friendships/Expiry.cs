using Equity.Graph.Auth;
using Equity.Graph.Notifications;
using Equity.Graph.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Friendships;

/// <summary>Proposals whose time to be answered is over. Every change of a friendship starts here, so that none depends on when the clock came round.</summary>
internal static class Expiry
{
    /// <summary>Proposals whose time is over and that still wait.</summary>
    public static IQueryable<Friendship> Due(EquityDbContext db, DateTime now) =>
        db.Friendships.IgnoreQueryFilters().Where(proposal => proposal.Status == FriendshipStatus.Proposed && proposal.AnswerBy <= now);

    /// <summary>Lets proposals expire, as of the moment when their time was over, and tells their proposers.</summary>
    /// <param name="db">Within a transaction. What expires is saved.</param>
    /// <param name="now">The time, UTC.</param>
    /// <param name="cancel">Stops.</param>
    public static async Task RunAsync(EquityDbContext db, DateTime now, CancellationToken cancel)
    {
        var due = await Due(db, now).Include(proposal => proposal.Contacts).OrderBy(proposal => proposal.Id).ToListAsync(cancel);
        foreach (var proposal in due)
        {
            proposal.Close(FriendshipStatus.Expired, proposal.AnswerBy);
            await FriendshipNews.TellAsync(db, proposal, proposal.FromId, NotificationKind.FriendshipExpired, proposal.AnswerBy, by: null, cancel);
        }
        if (due.Count == 0)
            return;
        // Whoever's change comes across it, nobody did it.
        var viewer = db.Sight;
        db.Sight = Viewer.System;
        await db.SaveChangesAsync(cancel);
        db.Sight = viewer;
    }
}
