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
    public long[] Ids(string text)
    {
        var pieces = tokenizer.EncodeToIds(text, addSpecialTokens: false);
        var count = Math.Min(pieces.Count, MaxTokens - 2);
        var ids = new long[count + 2];
        ids[0] = tokenizer.ClassificationTokenId;
        for (var i = 0; i < count; i++) ids[i + 1] = pieces[i];
        ids[^1] = tokenizer.SeparatorTokenId;
        return ids;
    }
}
