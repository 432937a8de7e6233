using System.Text.RegularExpressions;
using Equity.Graph.Rules;

namespace Equity.Graph.Forgetting;

/// <summary>Takes a person's name out of texts: the whole name and each of its parts, as words, whatever their case.</summary>
internal sealed class NameRedaction
{
    /// <summary>What stands where a name stood.</summary>
    public const string Instead = "[somebody]";

    /// <summary>Shorter parts are initials and particles.</summary>
    private const int ShortestPart = 3;

    private readonly Regex words;
    private readonly Regex slugs;

    private NameRedaction(IReadOnlyList<string> names)
    {
        words = Of(names, @"(?:^|[^\p{L}\p{N}])", @"(?:$|[^\p{L}\p{N}])");
        slugs = Of([.. names.Select(Key.From)], "(?:^|-)", "(?:$|-)");
    }

    /// <summary>The redaction of all names that a person had; null when none is known.</summary>
    public static NameRedaction? Of(IEnumerable<string> names)
    {
        var all = names.SelectMany(name => name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(part => part.Length >= ShortestPart).Prepend(name.Trim()))
            .Where(name => name.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).OrderByDescending(name => name.Length).ToList();
        return all.Count == 0 ? null : new NameRedaction(all);
    }

    /// <summary>Whether a text holds the name.</summary>
    public bool IsIn(string? text) => text is not null && words.IsMatch(text);

    /// <summary>Whether a key was made from the name.</summary>
    public bool IsInKey(string key) => slugs.IsMatch(key);

    /// <summary>The text without the name.</summary>
    public string Redact(string text)
    {
        // Words next to each other share the space between them; a second pass takes the second one.
        for (var before = ""; before != text;)
        {
            before = text;
            text = words.Replace(text, match => match.Value.Replace(match.Groups["name"].Value, Instead, StringComparison.Ordinal));
        }
        return text;
    }

    private static Regex Of(IReadOnlyList<string> names, string start, string end) => new(
        $"{start}(?<name>{string.Join('|', names.Select(Regex.Escape))}){end}", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
