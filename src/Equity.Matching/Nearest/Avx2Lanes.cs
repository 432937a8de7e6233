using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Equity.Matching;

/// <summary>Registers of 256 bits; otherwise as <see cref="Avx512Lanes"/>.</summary>
internal sealed class Avx2Lanes : Lanes
{
    public override string Name => "AVX2";

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Dots(ReadOnlySpan<float> query, ReadOnlySpan<float> rows, Span<float> dots)
    {
        ref var asked = ref MemoryMarshal.GetReference(query);
        var stride = (nuint)query.Length;
        var r = 0;
        for (; r + 2 <= dots.Length; r += 2)
        {
            ref var row = ref MemoryMarshal.GetReference(rows.Slice(r * query.Length, 2 * query.Length));
            Vector256<float> lowerA = default, upperA = default, lowerB = default, upperB = default;
            for (nuint i = 0; i < stride; i += 16)
            {
                var (low, high) = (Vector256.LoadUnsafe(ref asked, i), Vector256.LoadUnsafe(ref asked, i + 8));
                lowerA += low * Vector256.LoadUnsafe(ref row, i);
                upperA += high * Vector256.LoadUnsafe(ref row, i + 8);
                lowerB += low * Vector256.LoadUnsafe(ref row, i + stride);
                upperB += high * Vector256.LoadUnsafe(ref row, i + stride + 8);
            }
            (dots[r], dots[r + 1]) = (Summed(lowerA, upperA), Summed(lowerB, upperB));
        }
        if (r < dots.Length)
        {
            ref var row = ref MemoryMarshal.GetReference(rows.Slice(r * query.Length, query.Length));
            Vector256<float> lower = default, upper = default;
            for (nuint i = 0; i < stride; i += 16)
            {
                PrefetchFar(ref row, i);
                lower += Vector256.LoadUnsafe(ref asked, i) * Vector256.LoadUnsafe(ref row, i);
                upper += Vector256.LoadUnsafe(ref asked, i + 8) * Vector256.LoadUnsafe(ref row, i + 8);
            }
            dots[r] = Summed(lower, upper);
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
            Vector256<int> a = default, b = default, c = default, d = default;
            for (nuint i = 0; i < stride; i += 16)
            {
                PrefetchFar(ref row, 4 * i);
                var factors = Vector256.LoadUnsafe(ref asked, i);
                a += Products(ref row, i, factors);
                b += Products(ref row, i + stride, factors);
                c += Products(ref row, i + 2 * stride, factors);
                d += Products(ref row, i + 3 * stride, factors);
            }
            Sums(a, b, c, d).CopyTo(dots[r..]);
        }
        for (; r < dots.Length; r++)
        {
            ref var row = ref MemoryMarshal.GetReference(rows.Slice(r * query.Length, query.Length));
            var sums = Vector256<int>.Zero;
            for (nuint i = 0; i < stride; i += 16) sums += Products(ref row, i, Vector256.LoadUnsafe(ref asked, i));
            dots[r] = Vector256.Sum(sums);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override ulong Distances(ReadOnlySpan<ulong> query, ReadOnlySpan<ulong> block, int limit, Span<ulong> distances)
    {
        const int GroupRows = VectorLayout.GroupRows, Half = GroupRows / 2;
        var least = Vector256.Create((long)limit);
        var nearer = 0UL;
        for (var first = 0; first < VectorLayout.BlockRows; first += Half)
        {
            var group = first / GroupRows * GroupRows;
            var sums = Counts(query, block.Slice(group * query.Length, GroupRows * query.Length), first - group);
            sums.CopyTo(distances[first..]);
            nearer |= (ulong)Vector256.LessThan(sums.AsInt64(), least).ExtractMostSignificantBits() << first;
        }
        return nearer;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Summed(Vector256<float> lower, Vector256<float> upper) => Sum(lower.GetLower(), lower.GetUpper(), upper.GetLower(), upper.GetUpper());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Products(ref sbyte row, nuint at, Vector256<short> factors) =>
        Avx2.MultiplyAddAdjacent(Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref row, at)), factors);

    /// <summary>How many signs of four rows of a group differ, from that one on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> Counts(ReadOnlySpan<ulong> query, ReadOnlySpan<ulong> group, int first)
    {
        ref var row = ref MemoryMarshal.GetReference(group);
        var (ones, low) = (Vector256.Create(OnesOfNibble), Vector256.Create((byte)0x0F));
        var sums = Vector256<ulong>.Zero;
        for (var w = 0; w < query.Length;)
        {
            var counts = Vector256<byte>.Zero;
            for (var end = Math.Min(query.Length, w + WordsAByte); w < end; w++)
            {
                PrefetchNear(ref row, (nuint)(w * VectorLayout.GroupRows));
                var other = Vector256.LoadUnsafe(ref row, (nuint)(w * VectorLayout.GroupRows + first)) ^ Vector256.Create(query[w]);
                counts += Avx2.Shuffle(ones, other.AsByte() & low) + Avx2.Shuffle(ones, (other >>> 4).AsByte() & low);
            }
            sums += Avx2.SumAbsoluteDifferences(counts, Vector256<byte>.Zero).AsUInt64();
        }
        return sums;
    }
}
