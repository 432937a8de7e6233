using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Equity.Matching;

/// <summary>For any processor.</summary>
internal sealed class PortableLanes : Lanes
{
    public override string Name => "portable";

    public override void Dots(ReadOnlySpan<float> query, ReadOnlySpan<float> rows, Span<float> dots)
    {
        var all = MemoryMarshal.Cast<float, Vector128<float>>(rows);
        var asked = MemoryMarshal.Cast<float, Vector128<float>>(query);
        for (var r = 0; r < dots.Length; r++)
        {
            var row = all.Slice(r * asked.Length, asked.Length);
            var (a, b, c, d) = (Vector128<float>.Zero, Vector128<float>.Zero, Vector128<float>.Zero, Vector128<float>.Zero);
            for (var i = 0; i + 3 < row.Length; i += 4)
            {
                a += asked[i] * row[i];
                b += asked[i + 1] * row[i + 1];
                c += asked[i + 2] * row[i + 2];
                d += asked[i + 3] * row[i + 3];
            }
            dots[r] = Sum(a, b, c, d);
        }
    }

    public override void Dots(ReadOnlySpan<short> query, ReadOnlySpan<sbyte> rows, Span<int> dots)
    {
        var all = MemoryMarshal.Cast<sbyte, Vector128<sbyte>>(rows);
        var asked = MemoryMarshal.Cast<short, Vector128<short>>(query);
        for (var r = 0; r < dots.Length; r++)
        {
            var row = all.Slice(r * (asked.Length / 2), asked.Length / 2);
            var sums = Vector128<int>.Zero;
            for (var i = 0; i < row.Length; i++)
            {
                var (lower, upper) = Vector128.Widen(row[i]);
                sums += Products(lower, asked[2 * i]) + Products(upper, asked[2 * i + 1]);
            }
            dots[r] = Vector128.Sum(sums);
        }

        static Vector128<int> Products(Vector128<short> x, Vector128<short> y) =>
            Vector128.WidenLower(x) * Vector128.WidenLower(y) + Vector128.WidenUpper(x) * Vector128.WidenUpper(y);
    }

    public override ulong Distances(ReadOnlySpan<ulong> query, ReadOnlySpan<ulong> block, int limit, Span<ulong> distances)
    {
        var nearer = 0UL;
        for (var r = 0; r < VectorLayout.BlockRows; r++)
        {
            var first = r / VectorLayout.GroupRows * query.Length * VectorLayout.GroupRows + r % VectorLayout.GroupRows;
            var distance = 0;
            for (var w = 0; w < query.Length; w++) distance += BitOperations.PopCount(query[w] ^ block[first + w * VectorLayout.GroupRows]);
            distances[r] = (ulong)distance;
            if (distance < limit) nearer |= 1UL << r;
        }
        return nearer;
    }
}
