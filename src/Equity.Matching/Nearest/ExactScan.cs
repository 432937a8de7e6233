namespace Equity.Matching;

/// <summary>Every float of every row: misses nothing, and is what the others are held against.</summary>
internal sealed class ExactScan(VectorTable table, Lanes? lanes = null) : Scan(table, lanes)
{
    protected override void Find(VectorView view, scoped ReadOnlySpan<float> query, RowSet? among, ref BestRows best)
    {
        Span<float> dots = stackalloc float[VectorLayout.BlockRows];
        for (var block = 0; block < Layout.Blocks; block++)
        {
            for (var rows = Rows(block, among); rows != 0;)
            {
                var (first, count) = Runs.Next(ref rows);
                first += block * VectorLayout.BlockRows;
                Lanes.Dots(query, view.Floats(first, count), dots[..count]);
                Offer(ref best, first, dots[..count]);
            }
        }
    }
}
