using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Equity.Graph.Learning;

namespace Equity.Graph.Execution;

/// <summary>Global ids: opaque to clients, one for every row that the graph serves.</summary>
internal static class NodeId
{
    /// <summary>The name in the graph of a kind of rows, which their ids carry.</summary>
    public static string KindOf(Type row) => row == typeof(SharedLearning) ? "Learning" : row.Name;

    /// <summary>The id of a row of a type.</summary>
    public static string Of(string type, int id) => Of(type, id.ToString(CultureInfo.InvariantCulture));

    /// <summary>The id of something that is no row but can be named.</summary>
    public static string Of(string type, string name) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{type}:{name}"));

    /// <summary>The type and integer key that an id names.</summary>
    /// <exception cref="RequestError">It is none of ours.</exception>
    public static (string Type, int Id) Parse(string id) => Find(id) ?? throw RequestError.NodeId(id);

    /// <summary>The type and integer key that an id names; null when it is none of ours.</summary>
    public static (string Type, int Id)? Find(string id) =>
        FindName(id) is var (type, name) && int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var key) ? (type, key) : null;

    /// <summary>The integer key of a row of a type that an id names; null when it names none.</summary>
    public static int? Find<T>(string id) => Find(id) is var (type, key) && type == KindOf(typeof(T)) ? key : null;

    /// <summary>The type and name of something that is no row; null when the id is none of ours.</summary>
    public static (string Type, string Name)? FindName(string id) =>
        id.Length <= 100 && Base64Url.IsValid(id) && Encoding.UTF8.GetString(Base64Url.DecodeFromChars(id)).Split(':') is [var type, var name] ? (type, name) : null;
}
