namespace Equity.Graph.Pages.Events;

/// <summary>Where a team of the viewer's sat in a round that has begun.</summary>
public sealed record Seat(HarvestRound Round, HarvestTable Table, OwnTeam Team);
