namespace Equity.Matching;

/// <summary>The words of a text as a search compares them: all of them, since people look for names, and names are made of any words and numbers.</summary>
internal static class SearchWords
{
    private static readonly BertText Cleaned = new();

    /// <summary>Words that a search alone does not look for in running text, beside those that every team uses.</summary>
    private static readonly HashSet<string> Short = new(
        "an as at be by do go he if in is it me my no of on or so to up us we am cant dont wont isnt didnt doesnt im ive".Split(' '), StringComparer.Ordinal);

    /// <summary>
    /// In their order, repeated ones too: lower case, no accents, no apostrophes ("Sha’ban" and "shaban" are one), plurals without their s; no single letters.
    /// </summary>
    public static IEnumerable<string> Of(string text) => Cleaned
        .Normalize(text.Replace("'", "", StringComparison.Ordinal).Replace("’", "", StringComparison.Ordinal))
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Where(word => char.IsDigit(word[0]) || word.Length > 1 && char.IsLetter(word, 0))
        .Select(Stem);

    /// <summary>Whether finding the word says something of what a text is about.</summary>
    public static bool IsTelling(string word) => !Short.Contains(word) && !Words.IsEmpty(word);

    /// <summary>The word in eight bytes (FNV-1a): among the words of a language two have never been seen to share one.</summary>
    public static ulong Id(string word)
    {
        var id = 14695981039346656037UL;
        foreach (var letter in word) id = (id ^ letter) * 1099511628211UL;
        return id;
    }

    private static string Stem(string word) => word switch
    {
        { Length: > 4 } when word.EndsWith("ies", StringComparison.Ordinal) => $"{word.AsSpan(..^3)}y",
        { Length: > 3 } when word[^1] == 's' && word[^2] != 's' => word[..^1],
        _ => word,
    };
}
