using System.Buffers.Text;
using System.Text.Json;

namespace Equity.Graph.Execution.Lists;

/// <summary>A place in an ordered list: the values of the row that stands there. It stays where it is when rows are added.</summary>
internal static class Cursor
{
    private const int MaxLength = 4_000;

    /// <summary>The cursor of a row.</summary>
    public static string Of(IReadOnlyList<SortKey> keys, IReadOnlyList<object?> values) =>
        Of(Order(keys), values);

    /// <summary>The cursor of a row in a list that is named by its order.</summary>
    public static string Of(string order, IEnumerable<object?> values) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(values.Prepend(order)));

    /// <summary>The values that a cursor holds.</summary>
    /// <exception cref="RequestError">It is no cursor of a list in this order.</exception>
    public static object?[] Parse(string argument, string cursor, IReadOnlyList<SortKey> keys) => Parse(argument, cursor, Order(keys), [.. keys.Select(key => key.Type)]);

    /// <summary>The values that a cursor holds, of these types.</summary>
    /// <exception cref="RequestError">It is no cursor of a list of that name.</exception>
    public static object?[] Parse(string argument, string cursor, string order, IReadOnlyList<Type> types)
    {
        try
        {
            if (cursor.Length > MaxLength)
                throw RequestError.Cursor(argument);
            var parts = JsonSerializer.Deserialize<JsonElement[]>(Base64Url.DecodeFromChars(cursor));
            if (parts is null || parts.Length != types.Count + 1 || parts[0].GetString() != order)
                throw RequestError.Cursor(argument);
            return [.. types.Select((type, i) => parts[i + 1].Deserialize(type))];
        }
        catch (Exception fault) when (fault is FormatException or JsonException or InvalidOperationException or NotSupportedException)
        {
            throw RequestError.Cursor(argument);
        }
    }

    private static string Order(IReadOnlyList<SortKey> keys) => string.Join(',', keys.Select(key => key.Descending ? "-" + key.Name : key.Name));
}
