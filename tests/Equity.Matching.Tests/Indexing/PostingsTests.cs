using FsCheck.Xunit;

namespace Equity.Matching.Tests;

public class PostingsTests
{
    [Property]
    public void Inner_products_are_those_of_the_rows_to_the_last_bit(int seed, byte count)
    {
        var random = new Random(seed);
        SparseRow[] rows = [.. Enumerable.Range(0, 1 + count).Select(_ => Row())];
        var asked = Row();
        var sums = new double[rows.Length];
        new Postings(rows, 300).Add(asked, sums);
        Assert.Equal(rows.Select(row => row.Cosine(asked)), sums.Select(sum => Math.Min(1, sum)));

        SparseRow Row() => SparseRow.Of(Enumerable.Range(0, 300).Where(_ => random.Next(4) == 0).Select(i => (i, random.NextSingle())));
    }
}
