using System.Numerics;
using FsCheck.Xunit;

namespace Equity.Matching.Tests;

/// <summary>Each set of instructions that this machine has against the obvious loop.</summary>
public class LanesTests
{
    public static TheoryData<string> Names => [.. Lanes.Supported.Select(lanes => lanes.Name)];

    [Fact]
    public void The_portable_path_runs_everywhere_and_comes_last() => Assert.Equal("portable", Lanes.Supported[^1].Name);

    [Property]
    public void Whole_inner_products_are_the_obvious_ones(int seed, byte width, byte rows)
    {
        var random = new Random(seed);
        var stride = 64 * (1 + width % 40);
        var query = Enumerable.Range(0, stride).Select(_ => (short)random.Next(-400, 401)).ToArray();
        var table = Enumerable.Range(0, stride * (rows % 65)).Select(_ => (sbyte)random.Next(-127, 128)).ToArray();
        var obvious = table.Chunk(stride).Select(row => row.Zip(query, (x, y) => x * y).Sum());
        foreach (var lanes in Lanes.Supported)
        {
            var dots = new int[rows % 65];
            lanes.Dots(query, table, dots);
            Assert.Equal(obvious, dots);
        }
    }

    [Property]
    public void Float_inner_products_are_near_the_obvious_ones_and_the_same_to_the_last_bit_on_every_path(int seed, byte width, byte rows)
    {
        var random = new Random(seed);
        var stride = 64 * (1 + width % 40);
        var query = Enumerable.Range(0, stride).Select(_ => random.NextSingle() - 0.5f).ToArray();
        var table = Enumerable.Range(0, stride * (rows % 65)).Select(_ => random.NextSingle() - 0.5f).ToArray();
        var portable = new float[rows % 65];
        Lanes.Supported[^1].Dots(query, table, portable);
        foreach (var (row, dot) in table.Chunk(stride).Zip(portable)) Assert.Equal(row.Zip(query, (x, y) => (double)x * y).Sum(), dot, 1e-4);
        foreach (var lanes in Lanes.Supported)
        {
            var dots = new float[rows % 65];
            lanes.Dots(query, table, dots);
            Assert.Equal(portable, dots);
        }
    }

    [Property]
    public void Distances_are_the_obvious_ones_and_those_below_the_limit_are_marked(int seed, byte width, int limit)
    {
        var random = new Random(seed);
        var words = 1 + width % 40;
        var query = Enumerable.Range(0, words).Select(_ => (ulong)random.NextInt64()).ToArray();
        var rows = Enumerable.Range(0, 64).Select(_ => query.Select(word => random.Next(3) == 0 ? word : ~word ^ (ulong)random.NextInt64()).ToArray()).ToArray();
        var block = new ulong[64 * words];
        for (var row = 0; row < 64; row++)
        {
            for (var word = 0; word < words; word++) block[(row / 8 * words + word) * 8 + row % 8] = rows[row][word];
        }
        var obvious = rows.Select(row => (ulong)row.Zip(query, (x, y) => BitOperations.PopCount(x ^ y)).Sum()).ToArray();
        var least = Math.Abs(limit % (64 * words));
        foreach (var lanes in Lanes.Supported)
        {
            var distances = new ulong[64];
            var nearer = lanes.Distances(query, block, least, distances);
            Assert.Equal(obvious, distances);
            Assert.Equal(obvious.Select(d => d < (ulong)least), Enumerable.Range(0, 64).Select(row => (nearer >> row & 1) == 1));
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void Every_sign_can_differ_and_no_count_overflows(string name)
    {
        var lanes = Lanes.Supported.Single(l => l.Name == name);
        var distances = new ulong[64];
        lanes.Distances(new ulong[64], [.. Enumerable.Repeat(ulong.MaxValue, 64 * 64)], 4096, distances);
        Assert.All(distances, d => Assert.Equal(4096UL, d));
    }
}
