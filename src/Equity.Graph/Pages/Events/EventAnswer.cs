namespace Equity.Graph.Pages.Events;

/// <summary>What the document EventPage answers.</summary>
public sealed record EventAnswer(EventViewer Viewer, Gathering? Event, ListSize Posters);

/// <summary>Who looks at an event.</summary>
public sealed record EventViewer(IReadOnlyList<JoiningTeam> Teams);

/// <summary>A team of the viewer's, that may come.</summary>
public sealed record JoiningTeam(string Id, string Key, string Name, DateTime? PublishedAt, DateTime? ArchivedAt);

/// <summary>An event.</summary>
public sealed record Gathering(
    string Id, string Key, string Name, string? Description, DateTime StartsAt, DateTime? EndsAt, string? Place, int Capacity, int OpenPlaces, DateTime? PublishedAt, DateTime? CancelledAt,
    Named? Programme, IReadOnlyList<TeamLink> Teams, IReadOnlyList<TeamLink> Waiting, GatheringCafe? Cafe, IReadOnlyList<PlanId>? Plans, GatheringPanel Panel, ListSize? Harvest,
    IReadOnlyList<PlanId> Videos, GatheringMeetings Meetings)
{
    /// <summary>Whether it is over at an instant: at its end, or a day after its beginning where no end is known.</summary>
    public bool IsOver(DateTime now) => (EndsAt ?? StartsAt.AddDays(1)) <= now;
}

/// <summary>Its world café.</summary>
public sealed record GatheringCafe(string Status);

/// <summary>Its panel.</summary>
public sealed record GatheringPanel(ListSize? Questions);

/// <summary>Who met for the first time.</summary>
public sealed record GatheringMeetings(int FirstTime, int BecameFriends);
