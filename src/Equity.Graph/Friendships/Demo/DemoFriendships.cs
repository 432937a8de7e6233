using Equity.Graph.Notifications;
using Equity.Graph.Persistence.Demo;
using Equity.Graph.Rules;

namespace Equity.Graph.Friendships.Demo;

/// <summary>A friendship of the demo community. Days are counted from the first start.</summary>
internal sealed record DemoFriendship(
    string From, string To, FriendshipStatus Status, string Purpose, string Message, int Proposed, int? Answered, int? Closed, int? WorkingDays, int? NextCheckIn, DemoContact? Contact, IReadOnlyList<DemoCheckIn>? CheckIns);

/// <summary>How one of the two is reached, and who of the demo's people says so.</summary>
internal sealed record DemoContact(string Team, string By, string How);

/// <summary>What one of the two said when it was asked whether they met.</summary>
internal sealed record DemoCheckIn(string Team, int Day, Met Met, int? Helped, string? Note);

/// <summary>The friendships of the demo community.</summary>
internal static class DemoFriendships
{
    /// <summary>Adds them, and tells the members of those teams that have some.</summary>
    public static void Add(DemoScene scene, IReadOnlyList<DemoFriendship> friendships)
    {
        foreach (var each in friendships)
        {
            var friendship = Make(scene, each);
            scene.Db.Add(friendship);
            scene.Tell(friendship.To!, friendship.ProposedAt, () => About(friendship, friendship.FromId, NotificationKind.FriendshipProposed));
            if (friendship.Status == FriendshipStatus.Accepted)
                Accept(scene, friendship);
        }
    }

    private static Friendship Make(DemoScene scene, DemoFriendship demo)
    {
        var (from, to) = (scene.Team(demo.From), scene.Team(demo.To));
        var times = new FriendshipTimes();
        var friendship = new Friendship
        {
            From = from,
            To = to,
            Key = Key.From($"{from.Key} and {to.Key}"),
            Pair = Friendship.PairOf(from.Id, to.Id),
            Status = demo.Status,
            Message = demo.Message,
            Purpose = demo.Purpose,
            WorkingDays = demo.WorkingDays,
            Boundaries = demo.WorkingDays is null ? null : FriendshipRules.DefaultBoundaries,
            ProposedAt = scene.At(demo.Proposed),
            AnswerBy = scene.At(demo.Proposed + times.AnswerDays),
            AnsweredAt = demo.Answered is { } answered ? scene.At(answered) : null,
            ClosedAt = demo.Status == FriendshipStatus.Expired ? scene.At(demo.Proposed + times.AnswerDays) : demo.Closed is { } closed ? scene.At(closed) : null,
            NextCheckIn = demo.NextCheckIn is { } next ? scene.Today.AddDays(next) : null,
        };
        if (demo.Contact is { } contact)
            scene.Afterwards(() => [new FriendContact { FriendshipId = friendship.Id, TeamId = scene.Team(contact.Team).Id, PersonId = scene.Person(contact.By).Id, How = contact.How }]);
        var keys = new HashSet<string>();
        friendship.CheckIns.AddRange((demo.CheckIns ?? []).Select(said => new CheckIn
        {
            Team = scene.Team(said.Team),
            Key = Key.Free("check-in", keys),
            Met = said.Met,
            Helped = said.Helped,
            Note = said.Note,
            NoteFor = NoteFor.Leads,
            At = scene.At(said.Day),
        }));
        return friendship;
    }

    private static void Accept(DemoScene scene, Friendship friendship)
    {
        TellBoth(scene, friendship, NotificationKind.FriendshipAccepted, friendship.AnsweredAt!.Value);
        if (friendship.NextCheckIn is not { } day || day > scene.Today)
            return;
        friendship.AskedAbout = day;
        TellBoth(scene, friendship, NotificationKind.CheckInDue, day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc));
    }

    private static void TellBoth(DemoScene scene, Friendship friendship, NotificationKind kind, DateTime at)
    {
        foreach (var (team, other) in new[] { (friendship.From!, friendship.ToId), (friendship.To!, friendship.FromId) })
            scene.Tell(team, at, () => About(friendship, other, kind));
    }

    private static Notification About(Friendship friendship, int other, NotificationKind kind) => new() { Kind = kind, Friendship = friendship, TeamId = other };
}
