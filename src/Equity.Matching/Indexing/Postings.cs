namespace Equity.Matching;

/// <summary>Rows of words the other way round: for each word which rows have it, and how much it weighs there. Immutable and thread-safe.</summary>
internal sealed class Postings
{
    private readonly int[] starts;
    private readonly int[] rows;
    private readonly float[] weights;

    /// <param name="all">One a row.</param>
    /// <param name="dimensions">One more than the highest index of a feature.</param>
    public Postings(IReadOnlyList<SparseRow> all, int dimensions)
    {
        starts = new int[dimensions + 1];
        foreach (var row in all)
        {
            foreach (var index in row.Indices) starts[index + 1]++;
        }
        for (var i = 0; i < dimensions; i++) starts[i + 1] += starts[i];
        (rows, weights) = (new int[starts[^1]], new float[starts[^1]]);
        var next = starts[..^1];
        for (var row = 0; row < all.Count; row++)
        {
            var indices = all[row].Indices;
            for (var i = 0; i < indices.Length; i++)
            {
                var place = next[indices[i]]++;
                (rows[place], weights[place]) = (row, all[row].Values[i]);
            }
        }
    }

    /// <summary>Adds the inner products with every row that has a word in common. Summed by ascending index, so they are those of <see cref="SparseRow"/> to the last bit.</summary>
    /// <param name="words">What is searched for.</param>
    /// <param name="sums">One a row.</param>
    public void Add(SparseRow words, Span<double> sums)
    {
        var indices = words.Indices;
        for (var i = 0; i < indices.Length; i++)
        {
            var (start, count) = (starts[indices[i]], starts[indices[i] + 1] - starts[indices[i]]);
            var some = rows.AsSpan(start, count);
            var value = (double)words.Values[i];
            for (var j = 0; j < some.Length; j++) sums[some[j]] += value * weights[start + j];
        }
    }
}
