using System.Numerics.Tensors;

namespace Equity.Matching.Tests;

/// <summary>Teams by the thousand, quickly: each has a theme of a dozen, passages that are near it and words of it; many have only some sides.</summary>
internal static class Crowd
{
    private const int Dimensions = 64, Themes = 12, WordsATheme = 40;

    private static readonly float[][] Middles = [.. Enumerable.Range(0, Themes).Select(theme => Unit(new Random(theme), null, 1))];

    /// <summary>The team of that id, by a seed: another one is another team.</summary>
    public static IndexedTeam Team(int id, int seed)
    {
        var random = new Random(seed);
        var theme = random.Next(Themes);
        var passages = Enum.GetValues<View>().SelectMany(view => Enumerable.Range(0, view == View.Profile ? 1 : random.Next(3)).Select(i => new Passage(view, id * 10 + i, $"{view} {seed} {i}", ""))).ToList();
        return new(Profile(id, seed), passages, _ => Unit(random, Middles[random.Next(4) > 0 ? theme : random.Next(Themes)], 1.2f), SparseRow.Zero);
    }

    /// <summary>What it wrote: a dozen words.</summary>
    public static TeamProfile Profile(int id, int seed)
    {
        var random = new Random(seed);
        var theme = random.Next(Themes);
        var text = string.Join(' ', Enumerable.Range(0, 12).Select(_ => Word(random.Next(4) > 0 ? theme : random.Next(Themes), random.Next(WordsATheme))));
        return new(id, 0, [new(ProfileField.Summary, id, text)]);
    }

    /// <summary>A unit vector, near another one or anywhere.</summary>
    public static float[] Unit(Random random, float[]? near, float own, int dimensions = Dimensions)
    {
        var vector = new float[dimensions];
        for (var i = 0; i < dimensions; i++) vector[i] = random.NextSingle() - 0.5f;
        TensorPrimitives.Multiply(vector, own / TensorPrimitives.Norm<float>(vector), vector);
        if (near is not null) TensorPrimitives.Add(vector, near, vector);
        TensorPrimitives.Divide(vector, TensorPrimitives.Norm<float>(vector), vector);
        return vector;
    }

    private static string Word(int theme, int number) => $"{(char)('a' + theme)}{(char)('a' + number % 20)}{(char)('a' + number / 20)}q";
}
