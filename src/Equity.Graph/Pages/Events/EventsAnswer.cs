using Equity.Graph.Pages.Frame;

namespace Equity.Graph.Pages.Events;

/// <summary>What the document EventsPage answers.</summary>
public sealed record EventsAnswer(EventsViewer Viewer, ComingEvents Coming, PastEvents Past);

/// <summary>Who asks, and the address of this person's calendar.</summary>
public sealed record EventsViewer(string? Calendar, IReadOnlyList<string> Roles, IReadOnlyList<Keyed> Programmes);

/// <summary>What is to come.</summary>
public sealed record ComingEvents(int TotalCount, IReadOnlyList<EventLine> Nodes);

/// <summary>What is over.</summary>
public sealed record PastEvents(int TotalCount, PageInfo PageInfo, IReadOnlyList<EventLine> Nodes);

/// <summary>An event in a list.</summary>
public sealed record EventLine(string Key, string Name, string? Description, DateTime StartsAt, string? Place, int OpenPlaces, DateTime? PublishedAt, DateTime? CancelledAt);
