using System.Globalization;
using Equity.Graph.Persistence;
using Equity.Graph.Teams;

namespace Equity.Graph.Friendships;

/// <summary>What two teams agree when one is the other's friend to call on, from the proposal to its end.</summary>
internal sealed class Friendship : IVersioned, IKeyed, IWithTeam
{
    public int Id { get; set; }

    public int FromId { get; set; }

    /// <summary>The team that proposed it.</summary>
    public Team? From { get; set; }

    public int ToId { get; set; }

    /// <summary>The team that was asked.</summary>
    public Team? To { get; set; }

    /// <summary>Unique, and made of the keys of the two teams.</summary>
    public required string Key { get; set; }

    /// <summary>The same for both directions, so that the database itself keeps a pair to one open friendship.</summary>
    public required string Pair { get; set; }

    /// <summary>What has become of it.</summary>
    public FriendshipStatus Status { get; set; }

    /// <summary>What the proposer wrote; when two proposals crossed, what both wrote.</summary>
    public string? Message { get; set; }

    /// <summary>What it is for.</summary>
    public string? Purpose { get; set; }

    /// <summary>Within how many working days the two answer each other.</summary>
    public int? WorkingDays { get; set; }

    /// <summary>What stays between the two, and what they do not ask of each other.</summary>
    public string? Boundaries { get; set; }

    /// <summary>When it was proposed.</summary>
    public DateTime ProposedAt { get; set; }

    /// <summary>Until when it waits for an answer.</summary>
    public DateTime AnswerBy { get; set; }

    /// <summary>When the other team accepted or declined.</summary>
    public DateTime? AnsweredAt { get; set; }

    /// <summary>When it was over: declined, withdrawn, expired or ended. Null while it is open.</summary>
    public DateTime? ClosedAt { get; set; }

    /// <summary>Why the other team declined, for that team alone.</summary>
    public string? DeclineReason { get; set; }

    /// <summary>The day on which both are asked whether they met.</summary>
    public DateOnly? NextCheckIn { get; set; }

    /// <summary>The check-in day that both were last asked about: nobody is asked twice about one.</summary>
    public DateOnly? AskedAbout { get; set; }

    /// <summary>How well the two belonged together when it was proposed; null when nobody knew yet.</summary>
    public double? Score { get; set; }

    /// <summary>The parts of the score and the reasons of that moment, as JSON.</summary>
    public string? Match { get; set; }

    /// <summary>When it last changed, UTC.</summary>
    public DateTime UpdatedAt { get; set; }

    /// <summary>Counts its changes, from 1. An update names the version it read.</summary>
    public int Version { get; set; }

    /// <summary>How to reach the two teams.</summary>
    public List<FriendContact> Contacts { get; } = [];

    /// <summary>What the two said when they were asked whether they met.</summary>
    public List<CheckIn> CheckIns { get; } = [];

    int IWithTeam.TeamId => FromId;

    Team? IWithTeam.Team => From;

    /// <summary>The other of the two teams, by integer key.</summary>
    public int OtherThan(int team) => team == FromId ? ToId : FromId;

    /// <summary>Ends it, whatever it was; how to reach each other goes at once.</summary>
    public void Close(FriendshipStatus status, DateTime at)
    {
        (Status, ClosedAt) = (status, at);
        Contacts.Clear();
    }

    /// <summary>What stands for two teams, whichever comes first.</summary>
    public static string PairOf(int one, int other) => string.Create(CultureInfo.InvariantCulture, $"{Math.Min(one, other)}-{Math.Max(one, other)}");
}

/// <summary>What has become of a friendship.</summary>
internal enum FriendshipStatus
{
    /// <summary>It waits for the other team's answer.</summary>
    Proposed,
    /// <summary>The two are friends.</summary>
    Accepted,
    /// <summary>The other team said no.</summary>
    Declined,
    /// <summary>The proposer took it back.</summary>
    Withdrawn,
    /// <summary>Nobody answered in time.</summary>
    Expired,
    /// <summary>One of the two ended it.</summary>
    Ended,
}

/// <summary>How one of two friends can be reached: read by the two alone, gone when the friendship ends.</summary>
internal sealed class FriendContact : IEntity
{
    public int Id { get; set; }

    public int FriendshipId { get; set; }

    public int TeamId { get; set; }

    /// <summary>The person who wrote it, and who takes it along when forgotten.</summary>
    public int PersonId { get; set; }

    /// <summary>How: a name, a number, an address, as the team likes.</summary>
    public required string How { get; set; }
}

/// <summary>What one of two friends said when it was asked whether they met.</summary>
internal sealed class CheckIn : IKeyed, IWithTeam
{
    public int Id { get; set; }

    public int FriendshipId { get; set; }

    public int TeamId { get; set; }

    /// <summary>The team that says it.</summary>
    public Team? Team { get; set; }

    /// <summary>Unique within the friendship.</summary>
    public required string Key { get; set; }

    /// <summary>Whether the two met.</summary>
    public Met Met { get; set; }

    /// <summary>How much it helped, 1 to 5.</summary>
    public int? Helped { get; set; }

    /// <summary>What the team wants to add.</summary>
    public string? Note { get; set; }

    /// <summary>Who besides the team reads the note.</summary>
    public NoteFor NoteFor { get; set; }

    /// <summary>When it was said.</summary>
    public DateTime At { get; set; }
}

/// <summary>Whether two friends met.</summary>
internal enum Met
{
    /// <summary>They did.</summary>
    Yes,
    /// <summary>They mean to.</summary>
    NotYet,
    /// <summary>They did not.</summary>
    No,
}

/// <summary>Who besides the team itself reads the note of a check-in.</summary>
internal enum NoteFor
{
    /// <summary>Nobody.</summary>
    Nobody,
    /// <summary>Leads and coaches of a programme of the two teams.</summary>
    Leads,
}
