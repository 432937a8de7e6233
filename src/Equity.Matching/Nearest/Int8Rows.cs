using System.Numerics.Tensors;

namespace Equity.Matching;

/// <summary>
/// Vectors in memory as int8 with a scale each, a quarter of their floats: for finding candidates that something else scores exactly. What must be found by
/// the floats themselves, or lies in a file, is in a <see cref="VectorTable"/>. Immutable and thread-safe.
/// </summary>
internal sealed class Int8Rows
{
    private readonly sbyte[] rows;
    private readonly float[] scales;

    /// <param name="dimensions">Of every vector.</param>
    /// <param name="count">How many.</param>
    /// <param name="vectors">Tells them; each is asked for once.</param>
    public Int8Rows(int dimensions, int count, VectorAt vectors)
    {
        Layout = new(dimensions, count);
        (rows, scales) = (new sbyte[Layout.Int8Length], new float[Layout.Blocks * VectorLayout.BlockRows]);
        Parallel.For(0, Layout.Blocks, block =>
        {
            Span<float> vector = stackalloc float[dimensions];
            for (var row = block * VectorLayout.BlockRows; row < Math.Min(count, (block + 1) * VectorLayout.BlockRows); row++)
            {
                vectors(row, vector);
                scales[row] = VectorWriter.WriteInt8(vector, rows.AsSpan(row * Layout.Stride, Layout.Stride));
            }
        });
    }

    public VectorLayout Layout { get; }

    /// <summary>A row as what is searched for; to be multiplied with its scale, which is returned.</summary>
    public float WriteQuery(int row, Span<short> query)
    {
        TensorPrimitives.ConvertTruncating<sbyte, short>(rows.AsSpan(row * Layout.Stride, Layout.Stride), query);
        return scales[row];
    }

    /// <summary>Nearly the inner products of a query with rows that follow one another, to be multiplied with what <see cref="Int8Query.Write"/> returned.</summary>
    /// <param name="query">As it makes it, as wide as a row with its padding.</param>
    /// <param name="first">The first row.</param>
    /// <param name="products">One for each row; at most 64.</param>
    public void Products(ReadOnlySpan<short> query, int first, Span<float> products) =>
        Lanes.Fastest.Products(query, rows.AsSpan(first * Layout.Stride, products.Length * Layout.Stride), scales.AsSpan(first, products.Length), products);
}
