using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
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

    /// <summary>What stands where a key stood that was made from a name.</summary>
    public const string Forgotten = "forgotten";

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Shorter parts are initials and particles.</summary>
    private const int ShortestPart = 3;

    private readonly HashSet<string> whole;
    private readonly Regex words;
    private readonly Regex? full;
    private readonly Regex slugs;
    private readonly Regex? fullSlugs;

    private NameRedaction(IReadOnlyList<string> names)
    {
        whole = [.. names.Select(Folding.Fold)];
        words = Words([.. names.SelectMany(Parts).Concat(names)]);
        slugs = Slugs([.. names.SelectMany(Parts).Concat(names)]);
        if (names.Where(name => name.Any(char.IsWhiteSpace)).ToList() is { Count: > 0 } several)
            (full, fullSlugs) = (Words(several), Slugs(several));
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
    /// <param name="key">The key.</param>
    /// <param name="own">Whether it is of where the person worked.</param>
    public bool IsInKey(string key, bool own = true) => (own ? slugs : fullSlugs)?.IsMatch(key) == true;

    /// <summary>The text without the name.</summary>
    /// <param name="text">The text; null stays null.</param>
    /// <param name="own">Whether the text is of where the person worked.</param>
    [return: NotNullIfNotNull(nameof(text))]
    public string? Redact(string? text, bool own)
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

    /// <summary>JSON without the name in its texts, which are read as they were before they were written as JSON.</summary>
    [return: NotNullIfNotNull(nameof(json))]
    public string? RedactJson(string? json, bool own)
    {
        if (json is null || JsonNode.Parse(json) is not { } whole)
            return json;
        var changed = false;
        foreach (var text in TextsOf(whole).ToList())
        {
            var before = text.GetValue<string>();
            var after = own && IsKey(text) && IsInKey(before) ? Forgotten : Redact(before, own);
            if (after == before)
                continue;
            text.ReplaceWith(after);
            changed = true;
        }
        return changed ? whole.ToJsonString(Json) : json;
    }

    private static IEnumerable<JsonValue> TextsOf(JsonNode? node) => node switch
    {
        JsonObject fields => fields.SelectMany(field => TextsOf(field.Value)),
        JsonArray items => items.SelectMany(TextsOf),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => [value],
        _ => [],
    };

    private static bool IsKey(JsonValue text) => text.Parent is JsonObject && text.GetPropertyName() == "key";

    private static IEnumerable<string> Parts(string name) => name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(part => part.Length >= ShortestPart);

    private static Regex Slugs(List<string> names) => Matching(names.Select(Key.From), "(?:^|-)", "(?:$|-)");

    private static Regex Words(List<string> names) => Matching(
        [.. names.SelectMany<string, string>(name => [name, name.Normalize(NormalizationForm.FormC), name.Normalize(NormalizationForm.FormD), Folding.Fold(name)])],
        @"(?:^|[^\p{L}\p{M}\p{N}])", @"(?:$|[^\p{L}\p{M}\p{N}])");

    /// <summary>Longer names come first, so that the whole goes before its parts; whatever white space is between two words.</summary>
    private static Regex Matching(IEnumerable<string> names, string start, string end)
    {
        var any = names.Distinct(StringComparer.Ordinal).OrderByDescending(name => name.Length).Select(name => string.Join(@"\s+", name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Regex.Escape)));
        return new Regex($"{start}(?<name>{string.Join('|', any)}){end}", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }
}
