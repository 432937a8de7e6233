using System.Numerics.Tensors;
using Equity.Matching;

namespace Equity.Benchmarks;

/// <summary>
/// Unit vectors that lie as those of real texts do, as many as wanted, each made from the seed and its number alone. Measured on the encoder's vectors of
/// the 11,197 distinct texts of pairs.tsv, and matched (see results/index.md): how long their mean is, how the rest spreads over directions, and how near
/// the nearest, the tenth, the hundredth and the thousandth of them are. Texts have themes of uneven size, and topics within themes.
/// </summary>
internal sealed class TextLikeVectors
{
    private const int Themes = 60, TopicsATheme = 150;
    private const double MeanLength = 0.43, ThemeShare = 0.30, LeastTopicShare = 0.05, MostTopicShare = 0.6;

    /// <summary>The variance along some of the principal directions, of 384, as a multiple of the mean one.</summary>
    private static readonly (int Direction, double Variance)[] Spectrum =
        [(0, 14.5), (5, 10.1), (10, 7.1), (20, 4.3), (50, 1.74), (100, 0.84), (150, 0.49), (200, 0.32), (250, 0.19), (300, 0.09), (350, 0.04), (383, 0.01)];

    private readonly int dimensions;
    private readonly ulong seed;
    private readonly Rotation mixing;
    private readonly float[] deviations, mean;
    private readonly float[][] themes, topics;

    /// <param name="dimensions">A multiple of 64.</param>
    /// <param name="seed">The same seed, the same vectors.</param>
    public TextLikeVectors(int dimensions, ulong seed)
    {
        (this.dimensions, this.seed, mixing) = (dimensions, seed, new Rotation(dimensions, seed));
        deviations = [.. Enumerable.Range(0, dimensions).Select(i => (float)Math.Sqrt(Variance(i * 383.0 / dimensions)))];
        mean = Direction(new(seed * 3));
        themes = [.. Enumerable.Range(0, Themes).Select(i => Direction(new(seed * 5 + (ulong)i)))];
        topics = [.. Enumerable.Range(0, Themes * TopicsATheme).Select(i => Direction(new(seed * 7 + (ulong)i)))];
        TensorPrimitives.Multiply(mean, (float)(MeanLength / Math.Sqrt(1 - MeanLength * MeanLength)), mean);
    }

    /// <summary>Writes the vector of that number.</summary>
    public void Write(long number, Span<float> vector) => Write(number, number, vector);

    /// <summary>Writes the vector of that number; those of one author have one theme.</summary>
    public void Write(long author, long number, Span<float> vector)
    {
        var (random, taste) = (Seeded(number), Seeded(~author));
        var theme = (int)(Themes * Math.Pow(Uniform(ref taste), 1.5));
        var topic = theme * TopicsATheme + (int)(TopicsATheme * Math.Pow(Uniform(ref random), 1.5));
        var topicShare = LeastTopicShare + (MostTopicShare - LeastTopicShare) * Uniform(ref random);
        Spread(ref random, vector);
        TensorPrimitives.Multiply(vector, (float)Math.Sqrt(1 - ThemeShare - topicShare), vector);
        TensorPrimitives.MultiplyAdd(themes[theme], (float)Math.Sqrt(ThemeShare), vector, vector);
        TensorPrimitives.MultiplyAdd(topics[topic], (float)Math.Sqrt(topicShare), vector, vector);
        TensorPrimitives.Divide(vector, TensorPrimitives.Norm(vector), vector);
        TensorPrimitives.Add(vector, mean, vector);
        TensorPrimitives.Divide(vector, TensorPrimitives.Norm(vector), vector);
        Span<float> scratch = stackalloc float[dimensions];
        mixing.Turn(vector, scratch);
    }

    private static double Variance(double direction)
    {
        var next = Array.FindIndex(Spectrum, p => p.Direction > direction);
        var ((from, low), (to, high)) = (Spectrum[next - 1], Spectrum[next]);
        return Math.Exp(double.Lerp(Math.Log(low), Math.Log(high), (direction - from) / (to - from)));
    }

    private float[] Direction(SplitMix random)
    {
        var direction = new float[dimensions];
        Spread(ref random, direction);
        TensorPrimitives.Divide(direction, TensorPrimitives.Norm(direction), direction);
        return direction;
    }

    /// <summary>Near enough to normal: a sum of four even ones, each of 16 bits.</summary>
    private void Spread(ref SplitMix random, Span<float> written)
    {
        const float Mean = 4 * 65_535 / 2f, Deviation = 37_837;
        for (var i = 0; i < written.Length; i++)
        {
            var bits = random.Next();
            var sum = (bits & 0xFFFF) + (bits >> 16 & 0xFFFF) + (bits >> 32 & 0xFFFF) + (bits >> 48);
            written[i] = (sum - Mean) / Deviation * deviations[i];
        }
        TensorPrimitives.Divide(written, TensorPrimitives.Norm(written), written);
    }

    private SplitMix Seeded(long number) => new(new SplitMix(seed ^ (ulong)number * 0xD1342543DE82EF95).Next());

    private static double Uniform(ref SplitMix random) => (random.Next() >> 11) / (double)(1L << 53);
}
