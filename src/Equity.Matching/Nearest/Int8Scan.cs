namespace Equity.Matching;

/// <summary>A byte a dimension: a quarter of the reading. The best by these are scored again by their floats.</summary>
internal sealed class Int8Scan(VectorTable table, Lanes? lanes = null) : Scan(table, lanes)
{
    /// <summary>How many are scored by floats when so many are wanted: rounding moves a score by a few thousandths, past few others.</summary>
    public static int Shortlist(int wanted) => 2 * wanted + 32;

    protected override void Find(VectorView view, scoped ReadOnlySpan<float> query, RowSet? among, ref BestRows best)
    {
        Span<short> whole = stackalloc short[query.Length];
        Span<float> scores = stackalloc float[VectorLayout.BlockRows];
        Int8Query.Write(query, whole);
        var nearest = new BestRows(stackalloc Neighbour[Shortlist(best.Wanted)]);
        for (var block = 0; block < Layout.Blocks; block++)
        {
            for (var rows = Rows(block, among); rows != 0;)
            {
                var (first, count) = Runs.Next(ref rows);
                first += block * VectorLayout.BlockRows;
                Lanes.Products(whole, view.Int8(first, count), view.Scales(first, count), scores);
                Offer(ref nearest, first, scores[..count]);
            }
        }
        Rescore(view, query, nearest.Sorted(), ref best);
    }
}
