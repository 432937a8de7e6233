using System.Text.Json;

namespace Equity.Graph.Persistence.Exchange.Reading;

/// <summary>Turns JSON into entries, noting names that stand twice in an object and texts that hold half of a character.</summary>
internal sealed class JsonEntries(Remarks problems)
{
    private const string HalfACharacter = "holds half of a character (a lone surrogate such as \\ud800); write the whole character";

    public Entry Entry(JsonElement value, Place place) => value.ValueKind switch
    {
        JsonValueKind.Object => Object(value, place),
        JsonValueKind.Array => new ListEntry(place, [.. value.EnumerateArray().Select((item, index) => Entry(item, place.At(index)))]),
        JsonValueKind.String => Text(value, place),
        JsonValueKind.Number => new NumberEntry(place, value.GetRawText()),
        JsonValueKind.True or JsonValueKind.False => new FlagEntry(place, value.GetBoolean()),
        _ => new NothingEntry(place),
    };

    private ObjectEntry Object(JsonElement value, Place place)
    {
        var fields = new Dictionary<string, Entry>();
        foreach (var property in value.EnumerateObject())
        {
            if (Read(() => property.Name) is not { } name)
                problems.Add(place, $"has a field whose name {HalfACharacter}");
            else if (!fields.TryAdd(name, Entry(property.Value, place.Of(Written.Cut(name)))))
                problems.Add(place.Of(Written.Cut(name)), "stands twice in the same object; write it once");
        }
        return new ObjectEntry(place, fields);
    }

    private Entry Text(JsonElement value, Place place)
    {
        if (Read(value.GetString) is { } text)
            return new TextEntry(place, text);
        problems.Add(place, HalfACharacter);
        return new BrokenEntry(place);
    }

    /// <summary>The text; null where it holds half of a character, of which the parser only says that the operation is invalid.</summary>
    private static string? Read(Func<string?> text)
    {
        try
        {
            return text();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
