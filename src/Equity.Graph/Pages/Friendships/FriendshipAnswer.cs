namespace Equity.Graph.Pages.Friendships;

/// <summary>What the document FriendshipPage answers.</summary>
public sealed record FriendshipAnswer(FriendshipViewer Viewer, ShownFriendship? Node);

/// <summary>Who looks at a friendship.</summary>
public sealed record FriendshipViewer(IReadOnlyList<ViewersTeam> Teams);

/// <summary>A team of the viewer's.</summary>
public sealed record ViewersTeam(string Id, string Key, string Name);

/// <summary>A friendship, as far as the viewer may see it: what is null is for others.</summary>
public sealed record ShownFriendship(
    string Id, int Version, string Status, DateTime ProposedAt, DateTime AnswerBy, DateTime? AnsweredAt, DateTime? ClosedAt, string? Message, string? Purpose, PromisedDays? ResponsePromise, string? Boundaries,
    IReadOnlyList<ShownContact>? Contacts, DateOnly? NextCheckIn, string? DeclineReason, FriendshipSide From, FriendshipSide To, IReadOnlyList<FriendshipReason>? Reasons, IReadOnlyList<ShownCheckIn>? CheckIns, InsteadPeer? Instead)
{
    /// <summary>It waits for an answer.</summary>
    public const string Proposed = "PROPOSED";

    /// <summary>The two are friends.</summary>
    public const string Accepted = "ACCEPTED";
}

/// <summary>One of the two teams.</summary>
public sealed record FriendshipSide(string Id, string Key, string Name, string Service, DateOnly? PausedUntil, DateTime? ArchivedAt);

/// <summary>How soon the two answer each other.</summary>
public sealed record PromisedDays(int WorkingDays);

/// <summary>How to reach one of the two.</summary>
public sealed record ShownContact(NamedTeam Team, string How);

/// <summary>A team by its name.</summary>
public sealed record NamedTeam(string Key, string Name);

/// <summary>Why the two belong together.</summary>
public sealed record FriendshipReason(string Text);

/// <summary>Whether the two met.</summary>
public sealed record ShownCheckIn(DateTime At, string Met, int? Helped, string? Note, NamedTeam Team);

/// <summary>Another team to ask.</summary>
public sealed record InsteadPeer(InsteadTeam Team, IReadOnlyList<FriendshipReason> Reasons);

/// <summary>A team to ask, by its name and service.</summary>
public sealed record InsteadTeam(string Key, string Name, string Service);
