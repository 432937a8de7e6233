using System.Numerics.Tensors;

namespace Equity.Matching;

/// <summary>
/// Puts texts together that say nearly the same, the likest first, as long as each is like every other of its group: a chain of texts each of which is like
/// the next one would end far from where it began. The order of the texts settles ties and nothing else.
/// </summary>
internal static class NearDuplicates
{
    /// <summary>Groups texts.</summary>
    /// <param name="vectors">Of the texts, of unit length or zero.</param>
    /// <param name="least">How alike the texts of a group are at least.</param>
    /// <param name="cancel">Stops between two rows of pairs.</param>
    /// <returns>The groups of two or more, by their first text.</returns>
    public static IReadOnlyList<TextGroup> Of(IReadOnlyList<float[]> vectors, double least, CancellationToken cancel)
    {
        var likeness = new double[vectors.Count, vectors.Count];
        var pairs = new List<(double Likeness, int One, int Other)>();
        for (var i = 0; i < vectors.Count; i++)
        {
            cancel.ThrowIfCancellationRequested();
            for (var j = i + 1; j < vectors.Count; j++)
            {
                likeness[i, j] = likeness[j, i] = Likeness(vectors[i], vectors[j]);
                if (likeness[i, j] >= least) pairs.Add((likeness[i, j], i, j));
            }
        }
        var groups = Enumerable.Range(0, vectors.Count).Select(i => new List<int> { i }).ToArray();
        foreach (var (_, one, other) in pairs.OrderByDescending(pair => pair.Likeness).ThenBy(pair => pair.One).ThenBy(pair => pair.Other))
        {
            var (into, from) = (groups[one], groups[other]);
            if (into == from || !into.All(i => from.All(j => likeness[i, j] >= least))) continue;
            into.AddRange(from);
            foreach (var i in from) groups[i] = into;
        }
        return [.. groups.Distinct().Where(group => group.Count > 1).Select(group => new TextGroup([.. group.Order()], Least(group))).OrderBy(group => group.Texts[0])];

        double Least(List<int> group) => group.Min(i => group.Where(j => j != i).Min(j => likeness[i, j]));
    }

    /// <summary>The cosine of two vectors of unit length, 0 where they are less than nothing alike.</summary>
    public static double Likeness(float[] one, float[] other) => Math.Clamp(TensorPrimitives.Dot<float>(one, other), 0, 1);
}
