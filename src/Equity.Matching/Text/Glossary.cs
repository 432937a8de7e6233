using System.Text.RegularExpressions;

namespace Equity.Matching;

/// <summary>
/// What the field calls one thing by many names, from <c>glossary.tsv</c>: a term, the other ways to say it, and where they are from. Texts are compared
/// with the term in them; what is quoted stays as it was written.
/// </summary>
internal static class Glossary
{
    private static readonly Dictionary<string, (string Term, bool IsAbbreviation)> Terms = new(StringComparer.OrdinalIgnoreCase);
    private static readonly Regex Ways;

    static Glossary()
    {
        foreach (var entry in Entries)
        {
            foreach (var way in entry.Ways) Terms.Add(way, (entry.Term, way.Count(char.IsUpper) > 1));
        }
        var longestFirst = Terms.Keys.OrderByDescending(way => way.Length).ThenBy(way => way, StringComparer.Ordinal).Select(way => Regex.Escape(way).Replace("'", "['’]", StringComparison.Ordinal));
        Ways = new($@"(?<!\w)(?:{string.Join('|', longestFirst)})(?!\w)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Compiled);
    }

    /// <summary>The lines of the file.</summary>
    public static IReadOnlyList<GlossaryEntry> Entries { get; } = Read();

    /// <summary>
    /// The text with its terms: an abbreviation gives way to what it stands for, any other way of saying is followed by the term, unless the text has it
    /// anyway. An abbreviation of two letters counts in capitals only: "Ed" is a man.
    /// </summary>
    /// <param name="text">As written.</param>
    /// <param name="which">Which ways, as written; the others stay as they are. Null for all.</param>
    public static string Spelled(string text, Func<string, bool>? which = null) => Ways.Replace(text, found =>
    {
        var way = found.Value.Replace('’', '\'');
        if (way.Length == 2 && !way.All(char.IsUpper) || which is not null && !which(found.Value)) return found.Value;
        var (term, isAbbreviation) = Terms[way];
        return isAbbreviation ? term : text.Contains(term, StringComparison.OrdinalIgnoreCase) ? found.Value : $"{found.Value} ({term})";
    });

    private static IReadOnlyList<GlossaryEntry> Read()
    {
        using var file = new StreamReader(typeof(Glossary).Assembly.GetManifestResourceStream("glossary.tsv")!);
        return [.. file.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split('\t'))
            .Select(cells => new GlossaryEntry(cells[0], cells[1].Split(" | "), cells[2].TrimEnd()))];
    }
}

/// <summary>A line of the glossary.</summary>
/// <param name="Term">What is compared.</param>
/// <param name="Ways">Other ways to say it; those in capitals are abbreviations.</param>
/// <param name="Source">Where they are from.</param>
internal sealed record GlossaryEntry(string Term, IReadOnlyList<string> Ways, string Source);
