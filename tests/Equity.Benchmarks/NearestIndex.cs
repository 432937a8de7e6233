using System.Diagnostics;
using Equity.Matching;

namespace Equity.Benchmarks;

/// <summary>
/// How fast and how completely the scans find the best ten of many vectors (<see cref="TextLikeVectors"/>), on one core, in a mapped file. Each search
/// takes turns with a loop that only reads what it has to read, so that a busy machine slows both alike.
/// </summary>
internal static class NearestIndex
{
    private const int Dimensions = 384, Queries = 200, Wanted = 10, MostWide = 100_000;
    private const long FirstQuery = 1L << 40; // no row has this number
    private const string ModelId = "text-like-1";

    public static void Run(params int[] counts)
    {
        Console.WriteLine($"{Lanes.Fastest.Name}, one of {Environment.ProcessorCount} cores, load average {Load()}");
        var texts = new TextLikeVectors(Dimensions, seed: 1);
        foreach (var count in counts) Measure("vectors", Dimensions, count, texts.Write);
        Measure("mutual vectors", MutualVector.Dimensions(Dimensions), Math.Min(MostWide, counts.Max()), (number, vector) => WriteMutual(texts, number, vector));
        Console.WriteLine($"\nload average {Load()}");
    }

    private static void Measure(string what, int dimensions, int count, Action<long, Span<float>> write)
    {
        var path = Path.Combine(Path.GetTempPath(), $"equity-index-{Environment.ProcessId}.bin");
        try
        {
            var writing = Stopwatch.StartNew();
            VectorFile.Write(path, ModelId, dimensions, [.. Enumerable.Range(0, count)], (row, vector) => write(row, vector));
            Console.WriteLine($"\n{count} {what} of {dimensions} dimensions: written in {writing.Elapsed.TotalSeconds:0.0} s, {new FileInfo(path).Length / 1e6:0} MB");
            var queries = new float[Queries][];
            for (var i = 0; i < Queries; i++) write(FirstQuery + i, queries[i] = new float[dimensions]);
            Start(path, dimensions, queries[0]);
            using var table = VectorFile.Open(path, ModelId, dimensions);
            Compare(table, queries);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>From no file open to the first answer, and what is resident when the fast scans have read all that they read.</summary>
    private static void Start(string path, int dimensions, float[] query)
    {
        var before = Environment.WorkingSet;
        var watch = Stopwatch.StartNew();
        using var table = VectorFile.Open(path, ModelId, dimensions);
        new SignScan(table).Search(query, new Neighbour[Wanted]);
        var (signs, withSigns) = (watch.Elapsed.TotalMilliseconds, Environment.WorkingSet);
        new Int8Scan(table).Search(query, new Neighbour[Wanted]);
        Console.WriteLine($"open and first answer: 1 bit {signs:0} ms, then int8 {watch.Elapsed.TotalMilliseconds - signs:0} ms; "
            + $"resident {before / 1e6:0} MB before, {withSigns / 1e6:0} MB with 1 bit, {Environment.WorkingSet / 1e6:0} MB with both");
    }

    private static void Compare(VectorTable table, float[][] queries)
    {
        var layout = table.Layout;
        var exact = new ExactScan(table);
        var truth = queries.Select(query => Found(exact, query)).ToArray();
        var floats = Time(exact, queries, () => BareRead.Floats(table), 30);
        Print("float32", 1, floats, layout.FloatsLength, floats);
        Print("int8", Recall(new Int8Scan(table)), Time(new Int8Scan(table), queries, () => BareRead.Int8(table), 60), layout.Int8Length, floats);
        foreach (var rescored in new[] { 300, 500, 1000 })
        {
            var scan = new SignScan(table, rescored);
            Print($"1 bit, {rescored} rescored", Recall(scan), Time(scan, queries, () => BareRead.Signs(table), 300), layout.SignsLength, floats);
        }

        double Recall(Scan scan) => queries.Zip(truth, (query, best) => Found(scan, query).Intersect(best).Count() / (double)Wanted).Average();
    }

    private static int[] Found(Scan scan, float[] query)
    {
        var best = new Neighbour[Wanted];
        return [.. best[..scan.Search(query, best)].Select(n => n.Id)];
    }

    private static Times Time(Scan scan, float[][] queries, Func<ulong> read, int rounds)
    {
        var best = new Neighbour[Wanted];
        var (reads, searches, allocated) = (new double[rounds], new double[rounds], 0L);
        for (var round = -rounds / 10; round < rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            read();
            var between = Stopwatch.GetTimestamp();
            var before = GC.GetAllocatedBytesForCurrentThread();
            scan.Search(queries[(round + Queries) % Queries], best);
            allocated += round < 0 ? 0 : GC.GetAllocatedBytesForCurrentThread() - before;
            if (round < 0) continue; // warms up
            reads[round] = Stopwatch.GetElapsedTime(start, between).TotalMilliseconds;
            searches[round] = Stopwatch.GetElapsedTime(between).TotalMilliseconds;
        }
        return new(reads, searches, (double)allocated / rounds);
    }

    private static void Print(string name, double recall, Times times, long bytes, Times floats) => Console.WriteLine(
        $"{name,-20} median {Median(times.Searches),7:0.000} ms, fastest {times.Searches.Min(),7:0.000}; recall {recall:0.0000}; {Median(floats.Searches) / Median(times.Searches),5:0.0} times float32; "
        + $"reading alone median {Median(times.Reads),7:0.000} ms, fastest {times.Reads.Min(),7:0.000} ({bytes / times.Reads.Min() / 1e6:0.0} GB/s); "
        + $"of it {Median(times.Reads) / Median(times.Searches):0.00} by medians, {times.Reads.Min() / times.Searches.Min():0.00} by fastest; {times.Allocated:0} bytes allocated");

    private static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);

    /// <summary>A team's profile, need and offer: three texts of one author.</summary>
    private static void WriteMutual(TextLikeVectors texts, long number, Span<float> vector)
    {
        var parts = new float[3 * Dimensions];
        for (var part = 0; part < 3; part++) texts.Write(number, 3 * number + part, parts.AsSpan(part * Dimensions, Dimensions));
        Action<ReadOnlySpan<float>, ReadOnlySpan<float>, ReadOnlySpan<float>, Span<float>> write = number < FirstQuery ? MutualVector.WriteRow : Mutual.WriteQuery;
        write(parts.AsSpan(0, Dimensions), parts.AsSpan(Dimensions, Dimensions), parts.AsSpan(2 * Dimensions), vector);
    }

    private static MutualVector Mutual => new(profileWeight: 0.5);

    private static string Load() => File.ReadAllText("/proc/loadavg").Trim();

    /// <summary>Milliseconds of each round, and bytes a search.</summary>
    private sealed record Times(double[] Reads, double[] Searches, double Allocated);
}
