using System.Numerics.Tensors;

namespace Equity.Matching;

/// <summary>
/// Finds the rows of a table with the highest inner product. Thread-safe; a search takes one core and allocates nothing. Whatever the scan, scores are those
/// of the floats, in order of score, highest first, then of id; the scans differ in which rows they may miss.
/// </summary>
/// <param name="table">The caller's, to dispose of.</param>
/// <param name="lanes">Null for the fastest.</param>
internal abstract class Scan(VectorTable table, Lanes? lanes)
{
    /// <summary>The most rows that one search finds.</summary>
    public const int MostWanted = 1_000;

    protected VectorTable Table { get; } = table;

    protected VectorLayout Layout => Table.Layout;

    protected Lanes Lanes { get; } = lanes ?? Lanes.Fastest;

    /// <summary>The rows that belong with a vector best.</summary>
    /// <param name="query">As many dimensions as the table.</param>
    /// <param name="best">Room for as many as are wanted, at most 1,000.</param>
    /// <param name="among">The rows to choose from; null for all.</param>
    /// <returns>How many were found: fewer than wanted only when there are no more.</returns>
    /// <exception cref="ArgumentException">A query or set for another table, or a query with something that is not a number.</exception>
    /// <exception cref="ObjectDisposedException">The table is disposed of.</exception>
    public int Search(ReadOnlySpan<float> query, Span<Neighbour> best, RowSet? among = null)
    {
        if (query.Length != Layout.Dimensions) throw new ArgumentException($"The table has {Layout.Dimensions} dimensions, the query {query.Length}.", nameof(query));
        if (!TensorPrimitives.IsFiniteAll(query)) throw new ArgumentException("The query has something that is not a number.", nameof(query));
        if (among is not null && among.Rows != Layout.Count) throw new ArgumentException($"The table has {Layout.Count} rows, the set is of {among.Rows}.", nameof(among));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(best.Length, MostWanted, nameof(best));
        if (best.IsEmpty || Layout.Count == 0) return 0;

        Span<float> padded = stackalloc float[Layout.Stride];
        query.CopyTo(padded);
        using var view = Table.View();
        var found = new BestRows(best);
        Find(view, padded, among, ref found);
        var sorted = found.Sorted();
        for (var i = 0; i < sorted.Length; i++) best[i] = new(view.Ids(sorted[i].Id, 1)[0], sorted[i].Score);
        return sorted.Length;
    }

    /// <summary>Offers rows with the score of their floats.</summary>
    protected abstract void Find(VectorView view, scoped ReadOnlySpan<float> query, RowSet? among, ref BestRows best);

    /// <summary>Offers rows that follow one another. Nearly always none of them gets in, which one comparison tells.</summary>
    protected static void Offer(ref BestRows best, int first, scoped ReadOnlySpan<float> scores)
    {
        if (TensorPrimitives.Max(scores) < best.Least) return;
        for (var i = 0; i < scores.Length; i++) best.Offer(first + i, scores[i]);
    }

    /// <summary>Offers some rows by their floats.</summary>
    protected void Rescore(VectorView view, scoped ReadOnlySpan<float> query, scoped ReadOnlySpan<Neighbour> rows, ref BestRows best)
    {
        var dot = 0f;
        foreach (var row in rows)
        {
            Lanes.Dots(query, view.Floats(row.Id, 1), new(ref dot));
            best.Offer(row.Id, dot);
        }
    }

    /// <summary>The rows of a block that a search may find.</summary>
    protected ulong Rows(int block, RowSet? among)
    {
        var rows = Layout.Count - block * VectorLayout.BlockRows;
        var there = rows < VectorLayout.BlockRows ? (1UL << rows) - 1 : ulong.MaxValue;
        return among is null ? there : there & among.Block(block);
    }
}
