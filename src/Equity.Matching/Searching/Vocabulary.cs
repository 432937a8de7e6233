using System.Numerics;

namespace Equity.Matching;

/// <summary>The words that teams use, and in how many teams each is. Fitted with the lexicon. Immutable.</summary>
/// <remarks>
/// A misspelt word is found by counting mistakes and not by trigrams in common: of 1,508 words of the demo community with one mistake each, all are found
/// rather than 1,157 (Dice of trigrams from 0.5), with as few others.
/// </remarks>
internal sealed class Vocabulary
{
    /// <summary>A shorter word is taken as it is written: too many are one letter apart.</summary>
    private const int ShortestMisspelt = 4;

    /// <summary>From this length on, two mistakes are forgiven.</summary>
    private const int ForgivesTwo = 7;

    /// <summary>What each mistake costs, of 1.</summary>
    private const double MistakeCost = 0.15;

    /// <summary>How much the beginning of a word counts as the word.</summary>
    private const double BeginningCounts = 0.8;

    public static readonly Vocabulary Nothing = new([], 0);

    private readonly Dictionary<string, int> teamsByWord;
    private readonly (string Word, uint Letters)[] words;
    private readonly int teams;

    private Vocabulary(Dictionary<string, int> teamsByWord, int teams)
    {
        (this.teamsByWord, this.teams) = (teamsByWord, teams);
        words = [.. teamsByWord.Keys.Select(word => (word, Letters(word)))];
    }

    /// <summary>Of what each team wrote.</summary>
    public static Vocabulary Of(IReadOnlyCollection<string> texts) =>
        new(texts.SelectMany(text => SearchWords.Of(text).Distinct(StringComparer.Ordinal)).CountBy(word => word, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal), texts.Count);

    /// <summary>Whether a team uses the word.</summary>
    public bool Knows(string word) => teamsByWord.ContainsKey(word);

    /// <summary>A word that somebody looks for: itself, or, where no team uses it, the words it may have been meant to be.</summary>
    public Term Term(string word)
    {
        var (itself, telling) = ((SearchWords.Id(word), 1.0), SearchWords.IsTelling(word));
        if (teamsByWord.TryGetValue(word, out var count)) return new(Weight(count), telling, [itself]);
        var meant = word.Length < ShortestMisspelt ? [] : Meant(word);
        // A new word is in no team until the next fit, yet may be in a text.
        return new(
            Weight(meant.Select(other => teamsByWord[other.Word]).DefaultIfEmpty().Max()), telling,
            [itself, .. meant.Select(other => (SearchWords.Id(other.Word), other.Likeness))]);
    }

    /// <summary>How telling a word is: the fewer teams use it, the more; next to nothing when all do.</summary>
    private double Weight(int count) => Math.Log(1 + (teams - count + 0.5) / (count + 0.5));

    private List<(string Word, double Likeness)> Meant(string word)
    {
        var letters = Letters(word);
        var forgiven = word.Length < ForgivesTwo ? 1 : 2;
        var meant = new List<(string Word, double Likeness)>();
        foreach (var (other, otherLetters) in words)
        {
            if (other.StartsWith(word, StringComparison.Ordinal)) meant.Add((other, BeginningCounts));
            // One mistake changes at most two of the letters that occur.
            else if (Math.Abs(other.Length - word.Length) <= forgiven && BitOperations.PopCount(letters ^ otherLetters) <= 2 * forgiven
                && Spelling.Mistakes(word, other) is var mistakes && mistakes <= forgiven) meant.Add((other, 1 - MistakeCost * mistakes));
        }
        return meant;
    }

    private static uint Letters(string word) => word.Aggregate(0u, (letters, letter) => letters | 1u << (letter & 31));
}

/// <summary>A word that is looked for.</summary>
/// <param name="Weight">How telling it is, above 0.</param>
/// <param name="IsTelling">Whether it says anything in running text.</param>
/// <param name="Words">The ids of the words that count as it, each with how much, above 0 to 1; the word itself first.</param>
internal sealed record Term(double Weight, bool IsTelling, IReadOnlyList<(ulong Id, double Likeness)> Words);
