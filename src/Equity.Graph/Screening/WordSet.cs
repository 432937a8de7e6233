using System.Collections.Frozen;

namespace Equity.Graph.Screening;

/// <summary>Words that recognisers know, in lower case.</summary>
/// <param name="words">The words, with blanks between them.</param>
internal sealed class WordSet(string words)
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> lookup =
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether it has a word, or the word without a last 's.</summary>
    public bool Contains(ReadOnlySpan<char> word) => lookup.Contains(word) || (word.EndsWith("'s") && lookup.Contains(word[..^2]));
}
