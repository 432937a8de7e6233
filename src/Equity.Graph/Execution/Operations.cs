using System.Collections.Frozen;

namespace Equity.Graph.Execution;

/// <summary>The named documents of schema/operations, which pages run and README shows.</summary>
internal static class Operations
{
    private const string Folder = "operations/";

    private static readonly FrozenDictionary<string, string> Texts = typeof(Operations).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
        .ToFrozenDictionary(name => Path.GetFileNameWithoutExtension(name[Folder.Length..]), Read);

    /// <summary>All documents by name, in ordinal order.</summary>
    public static IEnumerable<KeyValuePair<string, string>> All => Texts.OrderBy(each => each.Key, StringComparer.Ordinal);

    /// <summary>Whether there is a document of this name.</summary>
    public static bool Has(string name) => Texts.ContainsKey(name);

    /// <summary>The text of a document.</summary>
    /// <param name="name">Its name, which is its file's and its operation's.</param>
    public static string Text(string name) => Texts[name];

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(Operations).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
