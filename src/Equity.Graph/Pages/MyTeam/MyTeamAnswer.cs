using System.Text.Json.Serialization;

namespace Equity.Graph.Pages.MyTeam;

/// <summary>What the document MyTeamPage answers.</summary>
public sealed record MyTeamAnswer(MyTeamViewer Viewer);

/// <summary>A person, what happened in the person's teams, and these.</summary>
public sealed record MyTeamViewer(IReadOnlyList<Notice> Notifications, IReadOnlyList<MemberTeam> Teams);

/// <summary>Something that happened and was not marked as read.</summary>
public sealed record Notice(string Id, string Text, DateTime At, NoticeAbout? About);

/// <summary>What it is about; which of its parts are there depends on what it is.</summary>
public sealed record NoticeAbout([property: JsonPropertyName("__typename")] string Kind, string? Id = null, string? Key = null, NoticeEvent? Event = null);

/// <summary>The event that something belongs to.</summary>
public sealed record NoticeEvent(string Key);

/// <summary>A team of the person's.</summary>
public sealed record MemberTeam(
    string Id, string Key, string Name, int Version, string? Aim, DateTime? PublishedAt, DateTime? ArchivedAt, DateOnly? PausedUntil, int FriendCapacity, int OpenPlaces, Told Inequities, IReadOnlyList<OwnAsk> Asks, OwnFriendships? Friendships)
{
    /// <summary>What is open: friends and proposals.</summary>
    public IReadOnlyList<OwnFriendship> Open => Friendships?.Nodes ?? [];

    /// <summary>Who waits for the team's answer.</summary>
    public IEnumerable<OwnFriendship> Asked => Open.Where(friendship => friendship.IsProposed && friendship.To.Id == Id);

    /// <summary>Whom the team has asked.</summary>
    public IEnumerable<OwnFriendship> Sent => Open.Where(friendship => friendship.IsProposed && friendship.From.Id == Id);

    /// <summary>The team's friends.</summary>
    public IEnumerable<OwnFriendship> Friends => Open.Where(friendship => !friendship.IsProposed);

    /// <summary>What it needs help with.</summary>
    public IEnumerable<OwnAsk> OpenAsks => Asks.Where(ask => ask.Status == "OPEN");
}

/// <summary>How many there are.</summary>
public sealed record Told(int TotalCount);

/// <summary>Something that the team needs help with, and who may have it.</summary>
public sealed record OwnAsk(string Id, string Text, string Status, IReadOnlyList<AskMatch> Matches);

/// <summary>An offer that may answer an ask.</summary>
public sealed record AskMatch(MatchedOffer Offer);

/// <summary>The offer, and whose it is.</summary>
public sealed record MatchedOffer(string Text, OfferingTeam Team);

/// <summary>A team that offers something.</summary>
public sealed record OfferingTeam(string Key, string Name);

/// <summary>Friendships of the team.</summary>
public sealed record OwnFriendships(IReadOnlyList<OwnFriendship>? Nodes);

/// <summary>A friendship of the team, or a proposal.</summary>
public sealed record OwnFriendship(
    string Id, int Version, string Status, DateTime ProposedAt, DateTime AnswerBy, string? Message, string? Purpose, DateOnly? NextCheckIn, Side From, Side To, IReadOnlyList<OwnCheckIn>? CheckIns)
{
    /// <summary>Whether it waits for an answer.</summary>
    public bool IsProposed => Status == Friendships.ShownFriendship.Proposed;

    /// <summary>The other one of the two teams.</summary>
    public Side OtherThan(MemberTeam own) => From.Id == own.Id ? To : From;

    /// <summary>Whether a team is asked now whether the two met: the day has come, or the other one has said so and it has not.</summary>
    public bool IsDue(MemberTeam own, DateOnly today) => !IsProposed && (NextCheckIn <= today || Latest(said => said != own.Key) > (Latest(said => said == own.Key) ?? DateTime.MinValue));

    private DateTime? Latest(Func<string, bool> by) => CheckIns?.Where(said => by(said.Team.Key)).Max(said => (DateTime?)said.At);
}

/// <summary>One of the two teams.</summary>
public sealed record Side(string Id, string Key, string Name, string Service);

/// <summary>That a team has said whether the two met.</summary>
public sealed record OwnCheckIn(DateTime At, CheckInTeam Team);

/// <summary>The team that said it.</summary>
public sealed record CheckInTeam(string Key);
