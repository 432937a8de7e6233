namespace Equity.Matching.Tests;

/// <summary>A table of vectors of few eighths: their inner products are exact in any order of summing, and many are equal. Ids are not row numbers.</summary>
internal sealed class MadeUpTable : IDisposable
{
    private readonly Random random;

    public MadeUpTable(int seed, int dimensions, int count)
    {
        random = new Random(seed);
        Rows = [.. Enumerable.Range(0, count).Select(_ => Vector(dimensions))];
        Ids = [.. Enumerable.Range(0, count).Select(row => 3 * row + 7)];
        Table = VectorTable.Of(dimensions, Ids, (row, vector) => Rows[row].CopyTo(vector));
        Query = Vector(dimensions);
        Among = random.Next(4) switch
        {
            0 => null,
            1 => RowSet.Where(count, _ => random.Next(20) == 0),
            2 => RowSet.Where(count, row => row / 100 % 2 == 0),
            _ => RowSet.Where(count, _ => random.Next(20) > 0),
        };
    }

    public float[][] Rows { get; }

    public int[] Ids { get; }

    public VectorTable Table { get; }

    public float[] Query { get; }

    public RowSet? Among { get; }

    public IEnumerable<int> Allowed => Enumerable.Range(0, Rows.Length).Where(row => Among is null || (Among.Block(row / 64) >> row % 64 & 1) == 1);

    /// <summary>The obvious search: every row of these, in order.</summary>
    public IEnumerable<Neighbour> Obvious(IEnumerable<int> rows, int wanted) =>
        rows.Select(row => new Neighbour(Ids[row], Dot(Rows[row], Query))).OrderByDescending(n => n.Score).ThenBy(n => n.Id).Take(wanted);

    public Neighbour[] Found(Scan scan, int wanted)
    {
        var best = new Neighbour[wanted];
        return best[..scan.Search(Query, best, Among)];
    }

    public void Dispose() => Table.Dispose();

    private static float Dot(float[] a, float[] b) => (float)a.Zip(b, (x, y) => (double)x * y).Sum();

    private float[] Vector(int dimensions) => [.. Enumerable.Range(0, dimensions).Select(_ => random.Next(-3, 4) / 8f)];
}
