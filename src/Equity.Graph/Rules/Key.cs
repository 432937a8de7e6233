using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Equity.Graph.Screening;

namespace Equity.Graph.Rules;

/// <summary>Keys: lower-case slugs that name a thing outside the database, the same across imports.</summary>
internal static partial class Key
{
    /// <summary>The most characters a key may have.</summary>
    public const int Max = 100;

    /// <summary>Beyond this a key made from a text is cut at a word and closed with six digits of the text's hash.</summary>
    private const int MadeMax = 60;

    /// <summary>What is wrong with a key and what is allowed; null when it may be stored.</summary>
    public static string? Problem(string key) =>
        key.Length <= Max && Slug().IsMatch(key)
            ? null
            : $"is \"{Short(Screen.Shown(key))}\"; a key has lower-case letters a to z, digits and single hyphens, at most {Max} characters, for example \"{From(Screen.Shown(key))}\"";

    /// <summary>The key of a title or a text: the same text always gives the same key.</summary>
    public static string From(string text)
    {
        var slug = NotSlug().Replace(Folding.Fold(text), "-").Trim('-');
        if (slug.Length is > 0 and <= MadeMax && slug.Length * 2 >= text.Length)
            return slug;
        var cut = slug.Length <= MadeMax ? slug : slug[..(slug.LastIndexOf('-', MadeMax) is > 0 and var hyphen ? hyphen : MadeMax)];
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..6];
        return cut.Length == 0 ? hash : string.Create(CultureInfo.InvariantCulture, $"{cut}-{hash}");
    }

    /// <summary>The key of a text that no other text of the same parent has; a second one gets "-2".</summary>
    public static string From(string text, ISet<string> taken)
    {
        var key = From(text);
        var unique = key;
        for (var number = 2; !taken.Add(unique); number++)
            unique = string.Create(CultureInfo.InvariantCulture, $"{key}-{number}");
        return unique;
    }

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Slug();

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex NotSlug();
}
