using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Equity.Matching;

/// <summary>Registers of 512 bits. The loops are compiled once, for good: the first search is as fast as the thousandth.</summary>
internal sealed class Avx512Lanes : Lanes
{
    public override string Name => "AVX-512";

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Dots(ReadOnlySpan<float> query, ReadOnlySpan<float> rows, Span<float> dots)
    {
        ref var asked = ref MemoryMarshal.GetReference(query);
        var stride = (nuint)query.Length;
        var r = 0;
        for (; r + 4 <= dots.Length; r += 4)
        {
            ref var row = ref MemoryMarshal.GetReference(rows.Slice(r * query.Length, 4 * query.Length));
            Vector512<float> a = default, b = default, c = default, d = default;
            for (nuint i = 0; i < stride; i += 16)
            {
                var factors = Vector512.LoadUnsafe(ref asked, i);
                a += factors * Vector512.LoadUnsafe(ref row, i);
                b += factors * Vector512.LoadUnsafe(ref row, i + stride);
                c += factors * Vector512.LoadUnsafe(ref row, i + 2 * stride);
                d += factors * Vector512.LoadUnsafe(ref row, i + 3 * stride);
            }
            (dots[r], dots[r + 1], dots[r + 2], dots[r + 3]) = (Summed(a), Summed(b), Summed(c), Summed(d));
        }
        for (; r < dots.Length; r++)
        {
            ref var row = ref MemoryMarshal.GetReference(rows.Slice(r * query.Length, query.Length));
            var sums = Vector512<float>.Zero;
            for (nuint i = 0; i < stride; i += 16)
            {
                PrefetchFar(ref row, i);
                sums += Vector512.LoadUnsafe(ref asked, i) * Vector512.LoadUnsafe(ref row, i);
            }
            dots[r] = Summed(sums);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Dots(ReadOnlySpan<short> query, ReadOnlySpan<sbyte> rows, Span<int> dots)
    {
        ref var asked = ref MemoryMarshal.GetReference(query);
        var stride = (nuint)query.Length;
        var r = 0;
        for (; r + 4 <= dots.Length; r += 4)
        {
            ref var row = ref MemoryMarshal.GetReference(rows.Slice(r * query.Length, 4 * query.Length));
            Vector512<int> a = default, b = default, c = default, d = default;
            for (nuint i = 0; i < stride; i += 32)
            {
                PrefetchFar(ref row, 4 * i);
                PrefetchFar(ref row, 4 * i + 64);
                var factors = Vector512.LoadUnsafe(ref asked, i);
                a += Products(ref row, i, factors);
                b += Products(ref row, i + stride, factors);
                c += Products(ref row, i + 2 * stride, factors);
                d += Products(ref row, i + 3 * stride, factors);
            }
            Sums(Halved(a), Halved(b), Halved(c), Halved(d)).CopyTo(dots[r..]);
        }
        for (; r < dots.Length; r++)
        {
            ref var row = ref MemoryMarshal.GetReference(rows.Slice(r * query.Length, query.Length));
            var sums = Vector512<int>.Zero;
            for (nuint i = 0; i < stride; i += 32) sums += Products(ref row, i, Vector512.LoadUnsafe(ref asked, i));
            dots[r] = Vector256.Sum(Halved(sums));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override ulong Distances(ReadOnlySpan<ulong> query, ReadOnlySpan<ulong> block, int limit, Span<ulong> distances)
    {
        const int GroupRows = VectorLayout.GroupRows;
        var least = Vector512.Create((ulong)limit);
        var nearer = 0UL;
        for (var first = 0; first < VectorLayout.BlockRows; first += GroupRows)
        {
            var sums = Counts(query, block.Slice(first * query.Length, GroupRows * query.Length));
            sums.CopyTo(distances[first..]);
            nearer |= Vector512.LessThan(sums, least).ExtractMostSignificantBits() << first;
        }
        return nearer;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> Products(ref sbyte row, nuint at, Vector512<short> factors) =>
        Avx512BW.MultiplyAddAdjacent(Avx512BW.ConvertToVector512Int16(Vector256.LoadUnsafe(ref row, at)), factors);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Summed(Vector512<float> sums)
    {
        var (lower, upper) = (sums.GetLower(), sums.GetUpper());
        return Sum(lower.GetLower(), lower.GetUpper(), upper.GetLower(), upper.GetUpper());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Halved(Vector512<int> sums) => sums.GetLower() + sums.GetUpper();

    /// <summary>How many signs of eight rows differ.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Counts(ReadOnlySpan<ulong> query, ReadOnlySpan<ulong> rows)
    {
        ref var row = ref MemoryMarshal.GetReference(rows);
        var (ones, low) = (Vector512.Create(OnesOfNibble), Vector512.Create((byte)0x0F));
        var sums = Vector512<ulong>.Zero;
        for (var w = 0; w < query.Length;)
        {
            var counts = Vector512<byte>.Zero;
            for (var end = Math.Min(query.Length, w + WordsAByte); w < end; w++)
            {
                PrefetchNear(ref row, (nuint)(w * VectorLayout.GroupRows));
                var other = Vector512.LoadUnsafe(ref row, (nuint)(w * VectorLayout.GroupRows)) ^ Vector512.Create(query[w]);
                counts += Avx512BW.Shuffle(ones, other.AsByte() & low) + Avx512BW.Shuffle(ones, (other >>> 4).AsByte() & low);
            }
            sums += Avx512BW.SumAbsoluteDifferences(counts, Vector512<byte>.Zero).AsUInt64();
        }
        return sums;
    }
}
