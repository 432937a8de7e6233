namespace Equity.Graph.Pages.Events;

/// <summary>What the document EventEditPage answers.</summary>
public sealed record EventEditAnswer(EventEditor Viewer, EditableEvent? Event = null, EditorProgrammes? Programmes = null);

/// <summary>Who makes or changes an event.</summary>
public sealed record EventEditor(IReadOnlyList<string> Roles, IReadOnlyList<ProgrammeName> Programmes);

/// <summary>All programmes.</summary>
public sealed record EditorProgrammes(IReadOnlyList<ProgrammeName> Nodes);

/// <summary>A programme.</summary>
public sealed record ProgrammeName(string Key, string Name);

/// <summary>An event as it is changed.</summary>
public sealed record EditableEvent(
    string Id, string Key, string Name, string? Description, DateTime StartsAt, DateTime? EndsAt, string? Place, int Capacity, DateTime? PublishedAt, DateTime? CancelledAt, int Version,
    IReadOnlyList<PlanId>? Plans, IReadOnlyList<Keyed> Teams);
