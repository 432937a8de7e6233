using Equity.Graph.Notifications;
using Equity.Graph.Persistence;

namespace Equity.Graph.Friendships;

/// <summary>Tells the members of the two teams what becomes of their friendship.</summary>
internal static class FriendshipNews
{
    /// <summary>Notifies members of one of the two teams; what they are told of is the other one.</summary>
    /// <param name="db">Within a transaction, whose owner saves.</param>
    /// <param name="friendship">The friendship, saved or not.</param>
    /// <param name="team">The integer key of the team whose members are told.</param>
    /// <param name="kind">What happened.</param>
    /// <param name="at">When, UTC.</param>
    /// <param name="by">Who did it, and is not told; null when nobody did.</param>
    /// <param name="cancel">Stops.</param>
    public static async Task TellAsync(EquityDbContext db, Friendship friendship, int team, NotificationKind kind, DateTime at, int? by, CancellationToken cancel)
    {
        var members = await Told.MembersAsync(db, [team], by, cancel);
        db.AddRange(members.Select(told => new Notification { PersonId = told.Person, Kind = kind, TeamId = friendship.OtherThan(team), Friendship = friendship, At = at }));
    }

    /// <summary>The same for the members of both teams.</summary>
    public static async Task TellBothAsync(EquityDbContext db, Friendship friendship, NotificationKind kind, DateTime at, int? by, CancellationToken cancel)
    {
        await TellAsync(db, friendship, friendship.FromId, kind, at, by, cancel);
        await TellAsync(db, friendship, friendship.ToId, kind, at, by, cancel);
    }
}
