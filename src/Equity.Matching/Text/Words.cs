namespace Equity.Matching;

/// <summary>The words of a text that carry meaning, to compare texts by and to choose what to quote.</summary>
internal static class Words
{
    // Words of every team's texts: sharing one of them tells nothing.
    private static readonly HashSet<string> Empty = new(
        ("about after again all also and another any are around because been before being between both but can come could did does done each even every "
        + "for from get give given going had has have having her here him his how into its just know least like long made make many may more most much "
        + "need never new not now off often one only our out over own people put same see she should show since some still such take tell than that the "
        + "their them then there they thing this those three through too two under until use used very want was way were what when where which while who "
        + "why will with without work would year you your january february march april june july august september october november december anybody anyone everybody someone something nothing team service patient user than aged adult living live").Split(' '),
        StringComparer.Ordinal);

    /// <summary>Distinct words of three letters or more in lower case, plurals without their s; none of those that every team uses.</summary>
    public static HashSet<string> Of(string text) => Each(text).ToHashSet(StringComparer.Ordinal);

    /// <summary>As <see cref="Of"/>, in their order, repeated ones too.</summary>
    public static IEnumerable<string> Each(string text)
    {
        for (int start = 0, i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && (char.IsLetter(text[i]) || text[i] is '\'' or '’')) continue;
            var word = Stem(text[start..i].Trim('\'', '’').ToLowerInvariant());
            if (word.Length > 2 && !Empty.Contains(word)) yield return word;
            start = i + 1;
        }
    }

    /// <summary>Whether every team uses the word, so that it tells nothing.</summary>
    public static bool IsEmpty(string word) => Empty.Contains(word);

    private static string Stem(string word) =>
        word.EndsWith("'s", StringComparison.Ordinal) || word.EndsWith("’s", StringComparison.Ordinal) ? word[..^2]
        : word.Length > 3 && word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i') ? word[..^1]
        : word;
}
