using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms.Text;

namespace Equity.Matching;

/// <summary>
/// The lexical side: words and character trigrams, weighted by how rare they are over the texts it was fitted on. Immutable and thread-safe: it shares
/// the fitted transformer and never a prediction engine, which is not. A text without a known word gives the zero row.
/// </summary>
internal sealed class Lexicon
{
    private readonly MLContext ml;
    private readonly ITransformer fitted;

    private Lexicon(MLContext ml, ITransformer fitted, int dimensions) => (this.ml, this.fitted, Dimensions) = (ml, fitted, dimensions);

    /// <summary>One more than the highest index of a row.</summary>
    public int Dimensions { get; }

    /// <summary>Fits on these texts; null when they hold no word. Deterministic: the order of the texts fixes the order of the features.</summary>
    public static Lexicon? Fit(IReadOnlyList<string> texts)
    {
        if (!texts.Any(t => t.Any(char.IsLetter))) return null;
        var ml = new MLContext(seed: 1);
        var rows = Read(ml, texts);
        var fitted = ml.Transforms.Text.FeaturizeText(nameof(Written.Features), new TextFeaturizingEstimator.Options
        {
            CaseMode = TextNormalizingEstimator.CaseMode.Lower,
            KeepNumbers = false, // two percentages that happen to be equal say nothing
            KeepPunctuations = false,
            KeepDiacritics = false,
            StopWordsRemoverOptions = new StopWordsRemovingEstimator.Options { Language = TextFeaturizingEstimator.Language.English },
            WordFeatureExtractor = new WordBagEstimator.Options { NgramLength = 1, Weighting = NgramExtractingEstimator.WeightingCriteria.TfIdf },
            CharFeatureExtractor = new WordBagEstimator.Options { NgramLength = 3, UseAllLengths = false, Weighting = NgramExtractingEstimator.WeightingCriteria.TfIdf },
            Norm = TextFeaturizingEstimator.NormFunction.L2,
        }, nameof(Written.Text)).Fit(rows);
        var features = (VectorDataViewType)fitted.GetOutputSchema(rows.Schema)[nameof(Written.Features)].Type;
        return new(ml, fitted, features.Size);
    }

    /// <summary>One row a text, in their order.</summary>
    public IReadOnlyList<SparseRow> Rows(IReadOnlyList<string> texts)
    {
        var featurized = fitted.Transform(Read(ml, texts));
        var column = featurized.Schema[nameof(Written.Features)];
        using var cursor = featurized.GetRowCursor([column]);
        var read = cursor.GetGetter<VBuffer<float>>(column);
        var buffer = default(VBuffer<float>);
        var rows = new List<SparseRow>(texts.Count);
        while (cursor.MoveNext())
        {
            read(ref buffer);
            rows.Add(SparseRow.Of(buffer.Items().Select(f => (f.Key, f.Value))));
        }
        return rows;
    }

    private static IDataView Read(MLContext ml, IReadOnlyList<string> texts) => ml.Data.LoadFromEnumerable(texts.Select(t => new Written { Text = t }));

    private sealed class Written
    {
        public string Text { get; set; } = "";

        [NoColumn]
        public float[] Features { get; set; } = [];
    }
}
