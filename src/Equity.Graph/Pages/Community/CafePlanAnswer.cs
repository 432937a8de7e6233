using Equity.Graph.Pages.Events;

namespace Equity.Graph.Pages.Community;

/// <summary>What the document CafePlanPage answers.</summary>
public sealed record CafePlanAnswer(PlannedEvent? Event, ShownPlan? Node = null);

/// <summary>The event.</summary>
public sealed record PlannedEvent(string Id, string Key, string Name, DateTime StartsAt, DateTime? CancelledAt, DateTime? PublishedAt, IReadOnlyList<OwnTeam> Teams, Plan? Cafe, IReadOnlyList<Plan>? Plans);

/// <summary>A plan, with what speaks for it.</summary>
public sealed record Plan(
    string Id, int Version, string Status, int Seed, int Tables, DateTime PlannedAt, int Meetings, int RepeatedMeetings, int UnavoidableRepeats, int NewMeetings, double? TotalScore, double? UpperBound,
    int TablesOfOneDimension, int TablesWithoutAStepAhead, int TeamsMoved, int SeatsMoved);

/// <summary>A plan in full; all null where the id is that of another thing.</summary>
public sealed record ShownPlan(string? Id = null, Keyed? Event = null, IReadOnlyList<SeatChange>? ChangesTo = null, IReadOnlyList<Round>? Rounds = null);

/// <summary>Another seat than in the café in use.</summary>
public sealed record SeatChange(Named Team, int Round, int? From, int? To);
