namespace Equity.Graph.Pages.Events;

/// <summary>A team, to be linked.</summary>
public sealed record TeamLink(string Key, string Name);

/// <summary>A team, to be chosen.</summary>
public sealed record TeamChoice(string Id, string Name);

/// <summary>A team of the viewer's.</summary>
public sealed record OwnTeam(string Id, string Key, string Name);

/// <summary>Who has signed in, by teams.</summary>
public sealed record Visitor(IReadOnlyList<OwnTeam> Teams);

/// <summary>A plan for a world café; only those who run an event have a list of them.</summary>
public sealed record PlanId(string Id);

/// <summary>How many there are.</summary>
public sealed record ListSize(int TotalCount);

/// <summary>Something by its key alone.</summary>
public sealed record Keyed(string Key);

/// <summary>Something by its name alone.</summary>
public sealed record Named(string Name);
