using Microsoft.ML.Tokenizers;

namespace Equity.Matching;

/// <summary>Text to the token ids that the encoder was trained on. Thread-safe.</summary>
internal sealed class WordPieces(string vocabulary)
{
    /// <summary>What the encoder reads at most, [CLS] and [SEP] included.</summary>
    public const int MaxTokens = 256;

    private readonly BertTokenizer tokenizer = BertTokenizer.Create(vocabulary, new BertOptions
    {
        Normalizer = new BertText(),
        PreTokenizer = PreTokenizer.CreateWhiteSpace(),
        ApplyBasicTokenization = false,
        LowerCaseBeforeTokenization = false,
        RemoveNonSpacingMarks = true,
        SplitOnSpecialTokens = false,
    });

    /// <summary>[CLS] first, [SEP] last, 2 to <see cref="MaxTokens"/> ids; a longer text is cut.</summary>
    public long[] Ids(string text) => Closed([.. Tokens(text).Take(Most)]);

    /// <summary>The whole text, each piece as <see cref="Ids"/> has it: one where it fits, else cut between sentences, and inside one that is too long by itself.</summary>
    public IReadOnlyList<long[]> Pieces(string text)
    {
        var whole = Tokens(text);
        if (whole.Count <= Most) return [Closed(whole)];
        var pieces = new List<long[]>();
        var piece = new List<int>();
        foreach (var part in Sentences.Whole(text).SelectMany(sentence => Tokens(sentence).Chunk(Most)))
        {
            if (piece.Count + part.Length > Most)
            {
                pieces.Add(Closed(piece));
                piece.Clear();
            }
            piece.AddRange(part);
        }
        pieces.Add(Closed(piece));
        return pieces;
    }

    private const int Most = MaxTokens - 2;

    private IReadOnlyList<int> Tokens(string text) => tokenizer.EncodeToIds(text, addSpecialTokens: false);

    private long[] Closed(IReadOnlyList<int> tokens) => [tokenizer.ClassificationTokenId, .. tokens.Select(token => (long)token), tokenizer.SeparatorTokenId];
}
