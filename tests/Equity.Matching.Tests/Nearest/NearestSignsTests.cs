using FsCheck.Xunit;

namespace Equity.Matching.Tests;

public class NearestSignsTests
{
    [Property]
    public void The_nearest_are_those_of_sorting_all(int seed, byte wanted, ushort count, byte order)
    {
        var random = new Random(seed);
        var distances = Enumerable.Range(0, count % 3000).Select(_ => random.Next(1 + random.Next(130))).ToArray();
        if (order % 3 == 1) Array.Sort(distances);
        if (order % 3 == 2) Array.Sort(distances, (a, b) => b.CompareTo(a)); // the worst order: everyone gets in at first
        var nearest = new NearestSigns(1 + wanted, new int[132], new long[NearestSigns.RoomFor(1 + wanted)]);
        for (var row = 0; row < distances.Length; row++) nearest.Offer(row, distances[row]);
        var obvious = Enumerable.Range(0, distances.Length).OrderBy(row => distances[row]).ThenBy(row => row).Take(1 + wanted).Order();
        Assert.Equal(obvious, nearest.Rows().ToArray().Select(NearestSigns.RowOf));
    }
}
