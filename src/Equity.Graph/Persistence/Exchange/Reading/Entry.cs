namespace Equity.Graph.Persistence.Exchange.Reading;

/// <summary>A value of the input, whichever format it came in: both formats become this, and one set of checks reads it.</summary>
/// <param name="Place">Where it stands.</param>
internal abstract record Entry(Place Place);

/// <summary>A text.</summary>
internal sealed record TextEntry(Place Place, string Text) : Entry(Place);

/// <summary>A number, as it was written.</summary>
internal sealed record NumberEntry(Place Place, string Written) : Entry(Place);

/// <summary>True or false.</summary>
internal sealed record FlagEntry(Place Place, bool Value) : Entry(Place);

/// <summary>JSON's null: the field is to be cleared.</summary>
internal sealed record NothingEntry(Place Place) : Entry(Place);

/// <summary>A cell of a CSV file, not empty: what it is depends on what its field may hold.</summary>
internal sealed record CellEntry(Place Place, string Text) : Entry(Place);

/// <summary>A list.</summary>
internal sealed record ListEntry(Place Place, IReadOnlyList<Entry> Items) : Entry(Place);

/// <summary>An object: its fields by name.</summary>
internal sealed record ObjectEntry(Place Place, IReadOnlyDictionary<string, Entry> Fields) : Entry(Place);

/// <summary>Something that could not be read and has been reported.</summary>
internal sealed record BrokenEntry(Place Place) : Entry(Place);
