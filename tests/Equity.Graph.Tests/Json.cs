using System.Text.Json;

namespace Equity.Graph.Tests;

/// <summary>Short ways into JSON answers.</summary>
internal static class Json
{
    /// <summary>The element at the end of a path of properties.</summary>
    public static JsonElement At(this JsonElement json, params string[] path) => path.Aggregate(json, (at, name) => at.GetProperty(name));

    /// <summary>The text of a property.</summary>
    public static string Text(this JsonElement json, string property) => json.GetProperty(property).GetString()!;

    /// <summary>The items of a list in the answer.</summary>
    public static IReadOnlyList<JsonElement> Nodes(this JsonElement json, params string[] path) => [.. json.At(path).GetProperty("nodes").EnumerateArray()];
}
