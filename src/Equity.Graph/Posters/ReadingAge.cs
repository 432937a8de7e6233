using System.Text.RegularExpressions;

namespace Equity.Graph.Posters;

/// <summary>At what age a text in English can be read: the Flesch–Kincaid grade and 5 years.</summary>
internal static partial class ReadingAge
{
    /// <summary>Nobody reads earlier.</summary>
    private const int Youngest = 5;

    /// <summary>The age in whole years; null for a text without a word.</summary>
    public static int? Of(string? text)
    {
        var words = Word().Matches(text ?? "");
        if (words.Count == 0)
            return null;
        // A heading without a full stop is a sentence too.
        var sentences = Math.Max(1, SentenceEnd().Count(text!.TrimEnd() + "\n"));
        var syllables = words.Sum(word => SyllablesOf(word.Value));
        var grade = (0.39 * words.Count / sentences) + (11.8 * syllables / words.Count) - 15.59;
        return Math.Max(Youngest, (int)Math.Round(grade + 5, MidpointRounding.AwayFromZero));
    }

    /// <summary>Groups of vowels, without an e at the end that nobody speaks; a number counts as one syllable.</summary>
    private static int SyllablesOf(string word) => Math.Max(1, Vowels().Count(SilentEnd().Replace(word.ToLowerInvariant(), "$1")));

    [GeneratedRegex(@"[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*", RegexOptions.NonBacktracking)]
    private static partial Regex Word();

    [GeneratedRegex(@"[.!?…:;]+(?:\s|$)|[^\s.!?…:;]\s*\n", RegexOptions.NonBacktracking)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex("([^l])e$|([^td])ed$|es$", RegexOptions.NonBacktracking)]
    private static partial Regex SilentEnd();

    [GeneratedRegex("[aeiouyàâäéèêëíîïóôöúûü]+", RegexOptions.NonBacktracking)]
    private static partial Regex Vowels();
}
