using System.Numerics.Tensors;

namespace Equity.Matching.Tests;

/// <summary>Teams with made-up vectors: any number of passages of any view, near and far, zero vectors too; some tell dimensions.</summary>
internal static class MadeUpTeams
{
    /// <summary>Two to twelve teams with ids from 1.</summary>
    public static IndexedTeam[] Of(int seed, byte size)
    {
        var random = new Random(seed);
        var subjects = Enumerable.Range(0, 4).Select(_ => Unit(random, null)).ToArray();
        return [.. Enumerable.Range(1, 2 + size % 11).Select(id => Team(random, subjects, id))];
    }

    private static IndexedTeam Team(Random random, float[][] subjects, int id)
    {
        var passages = Enum.GetValues<View>()
            .SelectMany(v => Enumerable.Range(0, v == View.Profile ? random.Next(2) : random.Next(4)).Select(i => new Passage(v, id * 10 + i, $"{v} {id} {i}", ""))).ToList();
        var words = Words();
        SparseRow[] support = [.. passages.Where(p => p.View is View.Ask or View.Offer).Select(_ => Words())];
        var dimensions = passages.Where(p => p.View == View.Inequity && random.Next(3) > 0).ToDictionary(p => p.Source, _ => random.Next(2) == 0 ? "AGE" : "SEX");
        return new(new(id, random.Next(6), []) { Dimensions = dimensions }, passages, _ => random.Next(12) == 0 ? new float[384] : Unit(random, subjects[random.Next(4)]), words, support);

        SparseRow Words() => SparseRow.Of(Enumerable.Range(0, 300).Where(_ => random.Next(3) == 0).Select(i => (i, random.NextSingle())));
    }

    private static float[] Unit(Random random, float[]? near)
    {
        var vector = new float[384];
        for (var i = 0; i < vector.Length; i++) vector[i] = (near?[i] * 12 ?? 0) + (float)(random.NextDouble() - 0.5);
        TensorPrimitives.Divide(vector, TensorPrimitives.Norm(vector), vector);
        return vector;
    }
}
