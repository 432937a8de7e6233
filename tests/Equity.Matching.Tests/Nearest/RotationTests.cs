using System.Numerics.Tensors;
using FsCheck.Xunit;

namespace Equity.Matching.Tests;

public class RotationTests
{
    [Property]
    public void Inner_products_stay(int seed, byte width)
    {
        var random = new Random(seed);
        var stride = 64 * (1 + width % 20);
        var rotation = new Rotation(stride);
        var (a, b, scratch) = (Some(random, stride), Some(random, stride), new float[stride]);
        var before = TensorPrimitives.Dot(a, b);
        rotation.Turn(a, scratch);
        rotation.Turn(b, scratch);
        Assert.Equal(before, TensorPrimitives.Dot(a, b), 1e-3);
    }

    [Fact]
    public void One_dimension_is_spread_over_all()
    {
        var vector = new float[384];
        vector[17] = 1;
        new Rotation(384).Turn(vector, new float[384]);
        Assert.InRange(vector.Max(Math.Abs), 0, 0.3f);
        Assert.InRange(vector.Count(x => x > 0), 130, 254);
    }

    private static float[] Some(Random random, int length) => [.. Enumerable.Range(0, length).Select(_ => random.NextSingle() - 0.5f)];
}
