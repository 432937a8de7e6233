using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Equity.Matching;

/// <summary>
/// What scans compute, on the widest registers that a processor has. All of them give the same bits: whole numbers are exact, and floats are summed in
/// one order, in sixteen sums side by side. Widths are multiples of 64.
/// </summary>
internal abstract class Lanes
{
    /// <summary>Those that run here, the fastest first.</summary>
    public static readonly IReadOnlyList<Lanes> Supported =
    [
        .. Avx512BW.IsSupported ? [new Avx512Lanes()] : Array.Empty<Lanes>(),
        .. Avx2.IsSupported ? [new Avx2Lanes()] : Array.Empty<Lanes>(),
        new PortableLanes(),
    ];

    public static readonly Lanes Fastest = Supported[0];

    public abstract string Name { get; }

    /// <summary>The inner product of a vector with each of as many rows as there is room for.</summary>
    public abstract void Dots(ReadOnlySpan<float> query, ReadOnlySpan<float> rows, Span<float> dots);

    /// <summary>The same for int8 rows. No sum may leave an int: see <see cref="Int8Query"/>.</summary>
    public abstract void Dots(ReadOnlySpan<short> query, ReadOnlySpan<sbyte> rows, Span<int> dots);

    /// <summary>The same for int8 rows with what each is to be multiplied with.</summary>
    /// <param name="query">As <see cref="Int8Query"/> makes it.</param>
    /// <param name="rows">As many as there are scales.</param>
    /// <param name="scales">One a row, at most 64.</param>
    /// <param name="products">Room for as many.</param>
    public void Products(ReadOnlySpan<short> query, ReadOnlySpan<sbyte> rows, ReadOnlySpan<float> scales, Span<float> products)
    {
        Span<int> dots = stackalloc int[VectorLayout.BlockRows];
        dots = dots[..scales.Length];
        Dots(query, rows, dots);
        TensorPrimitives.ConvertTruncating<int, float>(dots, products);
        TensorPrimitives.Multiply(products[..scales.Length], scales, products);
    }

    /// <summary>In how many signs a vector differs from each of the 64 rows of a block, and which of them differ in fewer than a limit, the first row in the lowest bit.</summary>
    public abstract ulong Distances(ReadOnlySpan<ulong> query, ReadOnlySpan<ulong> block, int limit, Span<ulong> distances);

    /// <summary>A line of memory, in bytes.</summary>
    private const int Line = 64;

    /// <summary>How far ahead scans ask for memory, in bytes. Tried from 1 to 16 kB: signs are best asked into the first cache, longer rows into the second.</summary>
    private const int Near = 2_048, Far = 8_192;

    /// <summary>So many words before a count in a byte, 8 a word, could leave it.</summary>
    protected const int WordsAByte = 31;

    /// <summary>How many bits are set in each number of four bits.</summary>
    protected static Vector128<byte> OnesOfNibble => Vector128.Create((byte)0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4);

    /// <summary>
    /// Asks for the line of memory that a scan of signs reaches some lines after this one, also in the next page, where the processor's own guessing ends:
    /// while it computes, memory would wait. Past the end it does nothing.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static unsafe void PrefetchNear(ref ulong row, nuint at) => Sse.Prefetch0((byte*)Unsafe.AsPointer(ref Unsafe.Add(ref row, at)) + Near);

    /// <summary>The same for a scan of int8 or floats.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static unsafe void PrefetchFar<T>(ref T row, nuint at) where T : unmanaged => Sse.Prefetch1((byte*)Unsafe.AsPointer(ref Unsafe.Add(ref row, at)) + Far);

    /// <summary>Asks for a row that is soon to be read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static unsafe void Prefetch(ReadOnlySpan<sbyte> row)
    {
        if (!Sse.IsSupported) return;
        for (var line = 0; line < row.Length; line += Line) Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.AsRef(in row[line])));
    }

    /// <summary>The sum of each of four, where there is AVX2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector128<int> Sums(Vector256<int> a, Vector256<int> b, Vector256<int> c, Vector256<int> d)
    {
        var sums = Avx2.HorizontalAdd(Avx2.HorizontalAdd(a, b), Avx2.HorizontalAdd(c, d));
        return sums.GetLower() + sums.GetUpper();
    }

    /// <summary>The end of every float sum: sixteen to four by halves, then the four.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static float Sum(Vector128<float> a, Vector128<float> b, Vector128<float> c, Vector128<float> d)
    {
        var sums = a + c + (b + d);
        return sums[0] + sums[2] + (sums[1] + sums[3]);
    }
}
