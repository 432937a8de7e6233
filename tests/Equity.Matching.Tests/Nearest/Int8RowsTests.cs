using FsCheck.Xunit;

namespace Equity.Matching.Tests;

public class Int8RowsTests
{
    [Property(MaxTest = 30)]
    public void Products_are_nearly_those_of_the_floats(int seed, byte width, byte count)
    {
        var random = new Random(seed);
        var dimensions = 1 + width;
        var vectors = Enumerable.Range(0, 1 + count).Select(_ => Crowd.Unit(random, null, 1, dimensions)).ToArray();
        var rows = new Int8Rows(dimensions, vectors.Length, (row, vector) => vectors[row].CopyTo(vector));
        var asked = new float[rows.Layout.Stride];
        vectors[0].CopyTo(asked, 0);
        var query = new short[asked.Length];
        var own = new short[asked.Length];
        var (factor, scale) = (Int8Query.Write(asked, query), rows.WriteQuery(0, own));
        var first = random.Next(vectors.Length);
        var (products, ownProducts) = (new float[Math.Min(64, vectors.Length - first)], new float[Math.Min(64, vectors.Length - first)]);
        rows.Products(query, first, products);
        rows.Products(own, first, ownProducts);
        for (var i = 0; i < products.Length; i++)
        {
            var obvious = vectors[0].Zip(vectors[first + i], (x, y) => x * y).Sum();
            Assert.Equal(obvious, factor * products[i], 0.02);
            Assert.Equal(obvious, scale * ownProducts[i], 0.04);
        }
    }
}
