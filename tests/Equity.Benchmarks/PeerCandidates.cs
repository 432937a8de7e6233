using System.Diagnostics;
using System.Globalization;
using Equity.Matching;

namespace Equity.Benchmarks;

/// <summary>
/// How much of the true best ten the candidates hold and how much sooner they are found, among generated teams (<see cref="GeneratedCommunity"/>). Every search
/// takes turns with the exact one, so that a busy machine slows both alike.
/// </summary>
internal static class PeerCandidates
{
    private const int Queries = 100, First = 10;

    public static async Task RunAsync(params int[] sizes)
    {
        using var encoder = SentenceEncoder.FromFolder(Path.Combine(AppContext.BaseDirectory, "Models", "equity-minilm-l6"));
        var community = new GeneratedCommunity(encoder, 7);
        foreach (var size in sizes) await CompareAsync(community, size);
    }

    private static async Task CompareAsync(GeneratedCommunity community, int size)
    {
        var snapshot = (await community.SnapshotAsync(size)).Community;
        var scorer = new PeerScorer(new());
        var making = Stopwatch.StartNew();
        _ = PeerTable.Of(snapshot.Teams, snapshot.Lexicon);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"\n{size:N0} teams, {snapshot.Teams.Average(team => team.Passages.Count):0.0} passages each; their table is made in {making.Elapsed.TotalMilliseconds:0} ms"));
        foreach (var wanted in (int[])[200, 400, 800]) Compare(snapshot, scorer, $"{wanted} candidates", null, wanted);
        foreach (var (what, among) in Filters()) Compare(snapshot, scorer, what, among, snapshot.Table!.Candidates(Variety.Pool));
    }

    private static IEnumerable<(string What, Func<int, bool>? Among)> Filters() =>
        [("everybody", null), ("one in 2 fits", id => id * 7919L % 2 == 0), ("one in 10 fits", id => id * 7919L % 10 == 0), ("one in 100 fits", id => id * 7919L % 100 == 0)];

    private static void Compare(Snapshot snapshot, PeerScorer scorer, string what, Func<int, bool>? among, int wanted)
    {
        var (exact, near) = (new Measured(), new Measured());
        var (found, missed) = (0, 0.0);
        for (var query = -20; query < Queries; query++)
        {
            var ours = snapshot.Teams[(query + 20) * 7919 % snapshot.Teams.Count];
            var best = exact.Measure(() => Ranking.Teams(snapshot, ours, Variety.Pool, among, scorer.OfTeams));
            var likely = near.Measure(() =>
            {
                var likeliest = new BestTeams(Variety.Pool);
                snapshot.Table!.Find(ours, wanted, among, scorer, ref likeliest);
                return likeliest.Sorted();
            });
            if (query < 0) continue;
            found += best.Take(First).Intersect(likely.Take(First)).Count();
            missed = Math.Max(missed, best[0].Score.Total - likely[0].Score.Total);
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{what,-16} recall@10 {found / (double)(First * Queries):0.0000}, best missed by at most {missed:0.000}; everybody scored {exact.Median:0.0} ms, candidates {near.Median:0.00} ms ({near.Fastest:0.00} the fastest), {exact.Median / near.Median:0.0} times as fast; {near.Bytes:N0} bytes a call, of which {Result:N0} the result"));
    }

    /// <summary>The list that is returned: a reference and five parts for each team, and the array's head.</summary>
    private static long Result => Variety.Pool * 48 + 24;

    private sealed class Measured
    {
        private readonly List<double> milliseconds = [];

        public double Median => milliseconds.Order().ElementAt(milliseconds.Count / 2);

        public double Fastest => milliseconds.Min();

        /// <summary>Of the last call.</summary>
        public long Bytes { get; private set; }

        public T Measure<T>(Func<T> call)
        {
            var (before, watch) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.StartNew());
            var result = call();
            milliseconds.Add(watch.Elapsed.TotalMilliseconds);
            Bytes = GC.GetAllocatedBytesForCurrentThread() - before - 40; // the watch itself
            return result;
        }
    }
}
