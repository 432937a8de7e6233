using System.Numerics.Tensors;

namespace Equity.Matching;

/// <summary>Writes the vector of a row, from 0, into the span, which is as long as it has dimensions. Called from several threads, and more than once a row.</summary>
internal delegate void VectorAt(int row, Span<float> vector);

/// <summary>Fills a table: floats as they are, int8 by the row's largest value, signs of the vector less the mean, turned.</summary>
internal static class VectorWriter
{
    /// <summary>The mean is that of at most so many rows, evenly spread: it only has to be near.</summary>
    private const int MeanRows = 65_536;

    /// <exception cref="ArgumentException">Ids that do not ascend, or a vector with something that is not a number.</exception>
    public static void Fill(VectorTable table, IReadOnlyList<int> ids, VectorAt vectors)
    {
        var layout = table.Layout;
        using var view = table.View();
        WriteMean(view.Mean, layout, vectors);
        WriteIds(view.Ids(0, ids.Count), ids);
        var rotation = new Rotation(layout.Stride);
        try
        {
            Parallel.For(0, layout.Blocks, block => WriteBlock(table, block, vectors, rotation));
        }
        catch (AggregateException e) when (e.InnerException is ArgumentException wrong)
        {
            throw new ArgumentException(wrong.Message, nameof(vectors), e);
        }
    }

    private static void WriteMean(Span<float> mean, VectorLayout layout, VectorAt vectors)
    {
        var step = Math.Max(1, layout.Count / MeanRows);
        var vector = new float[layout.Dimensions];
        var sums = new double[layout.Dimensions];
        var rows = 0;
        for (var row = 0; row < layout.Count; row += step, rows++)
        {
            vectors(row, vector);
            for (var i = 0; i < vector.Length; i++) sums[i] += vector[i];
        }
        for (var i = 0; i < vector.Length && rows > 0; i++) mean[i] = (float)(sums[i] / rows);
    }

    private static void WriteIds(Span<int> written, IReadOnlyList<int> ids)
    {
        for (var row = 0; row < ids.Count; row++)
        {
            if (row > 0 && ids[row] <= ids[row - 1]) throw new ArgumentException($"Ids are to ascend, but {ids[row]} follows {ids[row - 1]}.", nameof(ids));
            written[row] = ids[row];
        }
    }

    private static void WriteBlock(VectorTable table, int block, VectorAt vectors, Rotation rotation)
    {
        var layout = table.Layout;
        using var view = table.View();
        Span<float> turned = stackalloc float[layout.Stride], scratch = stackalloc float[layout.Stride];
        var first = block * VectorLayout.BlockRows;
        for (var row = first; row < Math.Min(layout.Count, first + VectorLayout.BlockRows); row++)
        {
            var vector = view.Floats(row, 1);
            vectors(row, vector[..layout.Dimensions]);
            if (!TensorPrimitives.IsFiniteAll(vector)) throw new ArgumentException($"The vector of row {row} has something that is not a number.");
            view.Scales(row, 1)[0] = WriteInt8(vector, view.Int8(row, 1));
            TensorPrimitives.Subtract(vector, view.Mean, turned);
            rotation.Turn(turned, scratch);
            WriteSigns(turned, view.Signs(block), row - first);
        }
    }

    /// <summary>Writes a row as int8; returns what they are to be multiplied with.</summary>
    public static float WriteInt8(ReadOnlySpan<float> vector, Span<sbyte> written)
    {
        var largest = TensorPrimitives.MaxMagnitude(vector);
        var scale = Math.Abs(largest) / sbyte.MaxValue;
        if (scale == 0) return 0;
        for (var i = 0; i < vector.Length; i++) written[i] = (sbyte)Math.Clamp(MathF.Round(vector[i] / scale), -sbyte.MaxValue, sbyte.MaxValue);
        return scale;
    }

    private static void WriteSigns(ReadOnlySpan<float> turned, Span<ulong> written, int rowOfBlock)
    {
        var words = turned.Length / 64;
        var (group, rowOfGroup) = Math.DivRem(rowOfBlock, VectorLayout.GroupRows);
        for (var word = 0; word < words; word++) written[(group * words + word) * VectorLayout.GroupRows + rowOfGroup] = Signs.Word(turned, word);
    }
}
