using System.Numerics.Tensors;
using FsCheck.Xunit;

namespace Equity.Matching.Tests;

public class MutualVectorTests
{
    [Property]
    public void One_inner_product_is_the_weighted_sum_and_the_same_both_ways(int seed)
    {
        const double Weight = 0.6;
        var random = new Random(seed);
        var (ours, theirs) = (Parts(random), Parts(random));
        var mutual = new MutualVector(Weight);
        var sum = Weight * TensorPrimitives.Dot<float>(ours[0], theirs[0])
            + (1 - Weight) / 2 * (TensorPrimitives.Dot<float>(ours[1], theirs[2]) + TensorPrimitives.Dot<float>(ours[2], theirs[1]));
        Assert.Equal(sum, Found(mutual, ours, theirs), 1e-6);
        Assert.Equal(sum, Found(mutual, theirs, ours), 1e-6);
    }

    private static float Found(MutualVector mutual, float[][] asking, float[][] kept)
    {
        var query = new float[MutualVector.Dimensions(5)];
        mutual.WriteQuery(asking[0], asking[1], asking[2], query);
        using var table = VectorTable.Of(query.Length, [1], (_, row) => MutualVector.WriteRow(kept[0], kept[1], kept[2], row));
        var best = new Neighbour[1];
        new ExactScan(table).Search(query, best);
        return best[0].Score;
    }

    private static float[][] Parts(Random random) => [.. Enumerable.Range(0, 3).Select(_ => Enumerable.Range(0, 5).Select(_ => random.NextSingle() - 0.5f).ToArray())];
}
