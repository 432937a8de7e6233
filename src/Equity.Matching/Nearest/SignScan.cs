using System.Buffers;
using System.Numerics;
using System.Numerics.Tensors;

namespace Equity.Matching;

/// <summary>
/// A bit a dimension: a thirty-second of the reading. In how many signs two vectors differ tells the angle between them, roughly; the nearest by that are
/// scored again by their int8, and the best of those by their floats.
/// </summary>
/// <param name="table">As for every scan.</param>
/// <param name="rescored">How many are scored by int8, 1 and more: more find more and take longer.</param>
/// <param name="lanes">As for every scan.</param>
internal sealed class SignScan(VectorTable table, int rescored = SignScan.Rescored, Lanes? lanes = null) : Scan(table, lanes)
{
    /// <summary>Among a million vectors like those of texts 1,000 find all of the best ten, 500 find 995 of a thousand, 300 find 986 (results/index.md).</summary>
    public const int Rescored = 1_000;

    /// <summary>Rows that are asked for before they are read: they lie far apart.</summary>
    private const int Ahead = 8;

    private readonly Rotation rotation = new(table.Layout.Stride);

    protected override void Find(VectorView view, scoped ReadOnlySpan<float> query, RowSet? among, ref BestRows best)
    {
        var wanted = Math.Max(rescored, best.Wanted);
        var rented = ArrayPool<long>.Shared.Rent(NearestSigns.RoomFor(wanted));
        try
        {
            Span<int> tally = stackalloc int[Layout.Stride + 2];
            var nearest = new NearestSigns(wanted, tally, rented);
            Collect(view, query, among, ref nearest);
            Choose(view, query, nearest.Rows(), ref best);
        }
        finally
        {
            ArrayPool<long>.Shared.Return(rented);
        }
    }

    private void Collect(VectorView view, scoped ReadOnlySpan<float> query, RowSet? among, ref NearestSigns nearest)
    {
        Span<ulong> signs = stackalloc ulong[Layout.Words], distances = stackalloc ulong[VectorLayout.BlockRows];
        WriteSigns(view.Mean, query, signs);
        for (var block = 0; block < Layout.Blocks; block++)
        {
            var rows = Rows(block, among);
            if (rows == 0) continue;
            for (rows &= Lanes.Distances(signs, view.Signs(block), nearest.Limit, distances); rows != 0; rows &= rows - 1)
            {
                var row = BitOperations.TrailingZeroCount(rows);
                nearest.Offer(block * VectorLayout.BlockRows + row, (int)distances[row]);
            }
        }
    }

    /// <summary>The signs of the query less what of it lies along the mean: that part tells no row from another.</summary>
    private void WriteSigns(ReadOnlySpan<float> mean, ReadOnlySpan<float> query, Span<ulong> signs)
    {
        Span<float> turned = stackalloc float[query.Length], scratch = stackalloc float[query.Length];
        var length = TensorPrimitives.Dot(mean, mean);
        TensorPrimitives.Multiply(mean, length > 0 ? -TensorPrimitives.Dot(mean, query) / length : 0, turned);
        TensorPrimitives.Add(turned, query, turned);
        rotation.Turn(turned, scratch);
        for (var word = 0; word < signs.Length; word++) signs[word] = Signs.Word(turned, word);
    }

    private void Choose(VectorView view, scoped ReadOnlySpan<float> query, scoped ReadOnlySpan<long> rows, ref BestRows best)
    {
        Span<short> whole = stackalloc short[query.Length];
        Int8Query.Write(query, whole);
        var nearest = new BestRows(stackalloc Neighbour[Int8Scan.Shortlist(best.Wanted)]);
        var dot = 0;
        for (var i = 0; i < rows.Length; i++)
        {
            if (i + Ahead < rows.Length) Lanes.Prefetch(view.Int8(NearestSigns.RowOf(rows[i + Ahead]), 1));
            var row = NearestSigns.RowOf(rows[i]);
            Lanes.Dots(whole, view.Int8(row, 1), new(ref dot));
            nearest.Offer(row, dot * view.Scales(row, 1)[0]);
        }
        Rescore(view, query, nearest.Sorted(), ref best);
    }
}
