using FsCheck.Xunit;

namespace Equity.Matching.Tests;

/// <summary>Each scan, on each set of instructions that this machine has, against the obvious search.</summary>
public class ScanTests
{
    [Property]
    public void The_exact_scan_is_the_obvious_search(int seed, byte dimensions, ushort count, byte wanted)
    {
        using var made = new MadeUpTable(seed, 1 + dimensions, count % 400);
        var obvious = made.Obvious(made.Allowed, wanted).ToArray();
        Assert.All(Lanes.Supported, lanes => Assert.Equal(obvious, made.Found(new ExactScan(made.Table, lanes), wanted)));
    }

    [Property]
    public void The_int8_scan_is_the_obvious_search_among_as_many_as_it_scores_again(int seed, byte dimensions, byte wanted)
    {
        using var made = new MadeUpTable(seed, 1 + dimensions, Int8Scan.Shortlist(wanted));
        var obvious = made.Obvious(made.Allowed, wanted).ToArray();
        Assert.All(Lanes.Supported, lanes => Assert.Equal(obvious, made.Found(new Int8Scan(made.Table, lanes), wanted)));
    }

    [Property]
    public void The_sign_scan_is_the_obvious_search_among_those_that_differ_in_the_fewest_signs(int seed, byte dimensions, ushort count)
    {
        const int Wanted = 10, Rescored = 40; // few enough that no int8 leaves one out
        using var made = new MadeUpTable(seed, 1 + dimensions, count % 1000);
        var nearest = made.Allowed.OrderBy(row => Distance(made, row)).ThenBy(row => row).Take(Rescored);
        var obvious = made.Obvious(nearest, Wanted).ToArray();
        Assert.All(Lanes.Supported, lanes => Assert.Equal(obvious, made.Found(new SignScan(made.Table, Rescored, lanes), Wanted)));
    }

    [Property(MaxTest = 20)]
    public void What_a_fast_scan_finds_has_its_exact_score_and_may_be_found(int seed, byte dimensions)
    {
        using var made = new MadeUpTable(seed, 32 + dimensions, 3000);
        var all = made.Obvious(made.Allowed, int.MaxValue).ToList();
        Scan[] scans = [new Int8Scan(made.Table), new SignScan(made.Table)];
        foreach (var found in scans.Select(scan => made.Found(scan, 10)))
        {
            Assert.Equal(Math.Min(10, all.Count), found.Distinct().Count());
            Assert.Subset(all.ToHashSet(), found.ToHashSet());
            Assert.Equal(found.OrderByDescending(n => n.Score).ThenBy(n => n.Id), found);
        }
    }

    [Fact]
    public void An_empty_table_has_no_neighbours()
    {
        using var made = new MadeUpTable(1, 10, 0);
        Assert.All(All(made.Table), scan => Assert.Empty(made.Found(scan, 5)));
    }

    [Fact]
    public void Nothing_is_found_when_nothing_is_wanted()
    {
        using var made = new MadeUpTable(1, 10, 100);
        Assert.All(All(made.Table), scan => Assert.Empty(made.Found(scan, 0)));
    }

    [Fact]
    public void A_filter_that_lets_nobody_through_finds_nobody()
    {
        using var made = new MadeUpTable(1, 10, 100);
        Assert.All(All(made.Table), scan => Assert.Equal(0, scan.Search(made.Query, new Neighbour[5], RowSet.Where(100, _ => false))));
    }

    [Fact]
    public void Equal_rows_come_by_id()
    {
        using var table = VectorTable.Of(4, [.. Enumerable.Range(0, 5000)], (_, vector) => vector.Fill(0.5f));
        var best = new Neighbour[7];
        foreach (var scan in All(table))
        {
            Assert.Equal(7, scan.Search([0.5f, 0.5f, 0.5f, 0.5f], best));
            Assert.Equal([0, 1, 2, 3, 4, 5, 6], best.Select(n => n.Id));
            Assert.All(best, n => Assert.Equal(1, n.Score));
        }
    }

    [Fact]
    public void A_zero_query_finds_somebody_all_the_same()
    {
        using var made = new MadeUpTable(1, 10, 100);
        Assert.All(All(made.Table), scan => Assert.Equal(3, scan.Search(new float[10], new Neighbour[3])));
    }

    [Fact]
    public void A_query_or_filter_for_another_table_is_refused()
    {
        using var made = new MadeUpTable(1, 10, 100);
        foreach (var scan in All(made.Table))
        {
            Assert.Contains("10 dimensions", Assert.Throws<ArgumentException>(() => scan.Search(new float[11], new Neighbour[5])).Message, StringComparison.Ordinal);
            Assert.Contains("100 rows", Assert.Throws<ArgumentException>(() => scan.Search(made.Query, new Neighbour[5], RowSet.Where(99, _ => true))).Message, StringComparison.Ordinal);
            Assert.Throws<ArgumentException>(() => scan.Search([.. Enumerable.Repeat(float.NaN, 10)], new Neighbour[5]));
            Assert.Throws<ArgumentOutOfRangeException>(() => scan.Search(made.Query, new Neighbour[Scan.MostWanted + 1]));
        }
    }

    [Fact]
    public void A_disposed_table_is_not_searched()
    {
        using var made = new MadeUpTable(1, 10, 100);
        var scans = All(made.Table);
        made.Table.Dispose();
        Assert.All(scans, scan => Assert.Throws<ObjectDisposedException>(() => scan.Search(made.Query, new Neighbour[5])));
    }

    [Fact]
    public void A_search_allocates_nothing()
    {
        using var made = new MadeUpTable(1, 384, 3000);
        var best = new Neighbour[10];
        foreach (var scan in All(made.Table))
        {
            scan.Search(made.Query, best, made.Among);
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 10; i++) scan.Search(made.Query, best, made.Among);
            Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        }
    }

    private static Scan[] All(VectorTable table) => [new ExactScan(table), new Int8Scan(table), new SignScan(table)];

    /// <summary>In how many signs a row differs from the query, each less the mean and turned, as the format has it.</summary>
    private static int Distance(MadeUpTable made, int row)
    {
        using var view = made.Table.View();
        var (stride, mean) = (made.Table.Layout.Stride, view.Mean.ToArray());
        double length = mean.Sum(m => (double)m * m), along = made.Query.Zip(mean, (q, m) => (double)q * m).Sum();
        var ours = Turned(made.Query.Select((q, i) => (float)(q - (length > 0 ? along / length : 0) * mean[i])), stride);
        var theirs = Turned(made.Rows[row].Select((x, i) => x - mean[i]), stride);
        return ours.Zip(theirs, (x, y) => x > 0 != y > 0).Count(differs => differs);
    }

    private static float[] Turned(IEnumerable<float> vector, int stride)
    {
        var turned = new float[stride];
        vector.ToArray().CopyTo(turned, 0);
        new Rotation(stride).Turn(turned, new float[stride]);
        return turned;
    }
}
