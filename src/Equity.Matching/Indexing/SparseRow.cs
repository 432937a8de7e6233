using System.Runtime.Intrinsics;

namespace Equity.Matching;

/// <summary>A unit vector with few features, by ascending index; or zero, with none.</summary>
internal sealed class SparseRow
{
    /// <summary>A row keeps its heaviest features. They hold nearly all of its weight, and bound the time of a comparison.</summary>
    public const int MostFeatures = 192;

    public static readonly SparseRow Zero = new([], []);

    private readonly int[] indices;
    private readonly float[] values;
    private readonly Vector512<ulong> marks;

    private SparseRow(int[] indices, float[] values)
    {
        (this.indices, this.values) = (indices, values);
        var each = new ulong[Vector512<ulong>.Count];
        foreach (var index in indices) each[index / 64 % each.Length] |= 1UL << index % 64;
        marks = Vector512.Create(each);
    }

    /// <summary>Of its features, ascending.</summary>
    public ReadOnlySpan<int> Indices => indices;

    /// <summary>The weight of each.</summary>
    public ReadOnlySpan<float> Values => values;

    /// <summary>Of any features: the heaviest are kept (the lower index of two that weigh the same), scaled to unit length.</summary>
    public static SparseRow Of(IEnumerable<(int Index, float Value)> features)
    {
        var kept = features.Where(f => f.Value > 0).OrderByDescending(f => f.Value).ThenBy(f => f.Index).Take(MostFeatures).OrderBy(f => f.Index).ToArray();
        var length = Math.Sqrt(kept.Sum(f => (double)f.Value * f.Value));
        return length > 0 ? new([.. kept.Select(f => f.Index)], [.. kept.Select(f => (float)(f.Value / length))]) : Zero;
    }

    /// <summary>Writes the row into a dense one of zeros, to be compared with many.</summary>
    public void Write(float[] dense)
    {
        for (var i = 0; i < indices.Length; i++) dense[indices[i]] = values[i];
    }

    /// <summary>Makes the dense row that it was written into one of zeros again.</summary>
    public void Clear(float[] dense)
    {
        foreach (var index in indices) dense[index] = 0;
    }

    /// <summary>The cosine with a row that was written, 0 to 1. Summed by ascending index, so it is the same to the last bit both ways.</summary>
    public double Cosine(float[] dense)
    {
        var sum = 0.0;
        for (var i = 0; i < indices.Length; i++) sum += (double)values[i] * dense[indices[i]];
        return Math.Min(1, sum);
    }

    /// <summary>The cosine by merging the two rows: plainer, and slower but for short ones, of which most have no mark in common and so no feature.</summary>
    public double Cosine(SparseRow other)
    {
        if ((marks & other.marks) == Vector512<ulong>.Zero) return 0;
        var sum = 0.0;
        for (int i = 0, j = 0; i < indices.Length && j < other.indices.Length;)
        {
            if (indices[i] == other.indices[j]) sum += (double)values[i++] * other.values[j++];
            else if (indices[i] < other.indices[j]) i++;
            else j++;
        }
        return Math.Min(1, sum);
    }
}
