using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.RegularExpressions;
using Equity.Graph.Rules;

namespace Equity.Graph.Forgetting;

/// <summary>
/// Takes a person's name out of texts, as words, whatever their case, and with or without accents: where the person worked, the whole name
/// and each of its parts; elsewhere only names of two words or more, since one word there is more likely somebody else's, or no name at all.
/// </summary>
internal sealed class NameRedaction
{
    /// <summary>What stands where a name stood.</summary>
    public const string Instead = "[somebody]";

    /// <summary>Shorter parts are initials and particles.</summary>
    private const int ShortestPart = 3;

    private readonly HashSet<string> whole;
    private readonly Regex words;
    private readonly Regex? full;
    private readonly Regex slugs;

    private NameRedaction(IReadOnlyList<string> names)
    {
        whole = [.. names.Select(Folding.Fold)];
        words = Words([.. names.SelectMany(Parts).Concat(names)])!;
        full = Words([.. names.Where(name => name.Any(char.IsWhiteSpace))]);
        slugs = Matching([.. names.SelectMany(Parts).Concat(names).Select(Key.From)], "(?:^|-)", "(?:$|-)");
    }

    /// <summary>The redaction of all names that a person had; null when none is known.</summary>
    public static NameRedaction? Of(IEnumerable<string> names)
    {
        var all = names.Select(name => name.Trim()).Where(name => name.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return all.Count == 0 ? null : new NameRedaction(all);
    }

    /// <summary>Whether a text is one of the names and nothing else.</summary>
    public bool Is(string text) => whole.Contains(Folding.Fold(text));

    /// <summary>Whether a key was made from the name.</summary>
    public bool IsInKey(string key) => slugs.IsMatch(key);

    /// <summary>The text without the name.</summary>
    /// <param name="text">The text; null stays null.</param>
    /// <param name="own">Whether the text is of where the person worked.</param>
    [return: NotNullIfNotNull(nameof(text))]
    public string? Redact(string? text, bool own = true)
    {
        if (text is null || (own ? words : full) is not { } names)
            return text;
        // Words next to each other share the space between them; a second pass takes the second one.
        for (var before = ""; before != text;)
        {
            before = text;
            text = names.Replace(text, match => match.Value.Replace(match.Groups["name"].Value, Instead, StringComparison.Ordinal));
        }
        return text;
    }

    private static IEnumerable<string> Parts(string name) => name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(part => part.Length >= ShortestPart);

    private static Regex? Words(List<string> names) => names.Count == 0 ? null : Matching(
        [.. names.SelectMany<string, string>(name => [name, name.Normalize(NormalizationForm.FormC), name.Normalize(NormalizationForm.FormD), Folding.Fold(name)])],
        @"(?:^|[^\p{L}\p{M}\p{N}])", @"(?:$|[^\p{L}\p{M}\p{N}])");

    /// <summary>Longer names come first, so that the whole goes before its parts; whatever white space is between two words.</summary>
    private static Regex Matching(IEnumerable<string> names, string start, string end)
    {
        var any = names.Distinct(StringComparer.Ordinal).OrderByDescending(name => name.Length).Select(name => string.Join(@"\s+", name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Regex.Escape)));
        return new Regex($"{start}(?<name>{string.Join('|', any)}){end}", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }
}
