using System.Buffers.Text;
using System.Text.Json;

namespace Equity.Graph.Execution.Lists;

/// <summary>A place in an ordered list: the values of the row that stands there. It stays where it is when rows are added.</summary>
internal static class Cursor
{
    private const int MaxLength = 4_000;

    /// <summary>The cursor of a row.</summary>
    public static string Of(IReadOnlyList<SortKey> keys, IReadOnlyList<object?> values) =>
        Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(values.Prepend(Order(keys))));

    /// <summary>The values that a cursor holds.</summary>
    /// <exception cref="RequestError">It is no cursor of a list in this order.</exception>
    public static object?[] Parse(string argument, string cursor, IReadOnlyList<SortKey> keys)
    {
        try
        {
            if (cursor.Length > MaxLength)
                throw RequestError.Cursor(argument);
            var parts = JsonSerializer.Deserialize<JsonElement[]>(Base64Url.DecodeFromChars(cursor));
            if (parts is null || parts.Length != keys.Count + 1 || parts[0].GetString() != Order(keys))
                throw RequestError.Cursor(argument);
            return [.. keys.Select((key, i) => parts[i + 1].Deserialize(key.Type))];
        }
        catch (Exception fault) when (fault is FormatException or JsonException or InvalidOperationException or NotSupportedException)
        {
            throw RequestError.Cursor(argument);
        }
    }

    private static string Order(IReadOnlyList<SortKey> keys) => string.Join(',', keys.Select(key => key.Descending ? "-" + key.Name : key.Name));
}
