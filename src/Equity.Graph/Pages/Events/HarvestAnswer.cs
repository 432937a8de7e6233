using Equity.Graph.Pages.Frame;

namespace Equity.Graph.Pages.Events;

/// <summary>What the document HarvestPage answers.</summary>
public sealed record HarvestAnswer(Visitor Viewer, HarvestEvent? Event);

/// <summary>The event.</summary>
public sealed record HarvestEvent(
    string Id, string Key, string Name, IReadOnlyList<PlanId>? Plans, IReadOnlyList<OwnTeam> Teams, HarvestCafe? Cafe, HeardList? Harvest, NoteList? HarvestNotes, IReadOnlyList<LikeNotes>? HarvestGroups);

/// <summary>Its world café.</summary>
public sealed record HarvestCafe(IReadOnlyList<HarvestRound> Rounds);

/// <summary>A round.</summary>
public sealed record HarvestRound(int Number, string Question, DateTime? StartedAt, IReadOnlyList<HarvestTable> Tables);

/// <summary>Who sat at a table.</summary>
public sealed record HarvestTable(int Number, IReadOnlyList<Keyed> Teams);

/// <summary>What was heard, published.</summary>
public sealed record HeardList(int TotalCount, PageInfo PageInfo, IReadOnlyList<Heard> Nodes);

/// <summary>A piece of learning that was heard.</summary>
public sealed record Heard(string Id, string Kind, string Title, string Body, TeamLink Team);

/// <summary>What was written down and waits.</summary>
public sealed record NoteList(int TotalCount, IReadOnlyList<Note> Nodes);

/// <summary>A note.</summary>
public sealed record Note(string Id, int Round, int Table, string Kind, string Title, string Text, TeamLink? From);

/// <summary>Notes that tell nearly the same.</summary>
public sealed record LikeNotes(IReadOnlyList<LikeNote> Notes);

/// <summary>One of them.</summary>
public sealed record LikeNote(string Id, string Title, string Text, Named? From);
