using System.Diagnostics;
using System.Globalization;
using Equity.Matching;

namespace Equity.Benchmarks;

/// <summary>
/// How long searches take beside updates. Whether updates hold searches up, or only use the processor that searches would use, tells the comparison with the
/// same updates of another matcher, with which the searched one shares nothing: the three take turns.
/// </summary>
internal static class Updates
{
    private const int Rounds = 4, Group = 5, RefitEvery = 60;

    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(5);

    public static async Task RunAsync(int teams)
    {
        using var encoder = SentenceEncoder.FromFolder(Path.Combine(AppContext.BaseDirectory, "Models", "equity-minilm-l6"));
        var community = new GeneratedCommunity(encoder, 7);
        var profiles = community.Teams(1, teams);
        using var searched = new PeerMatcher(encoder, community, TimeProvider.System);
        using var other = new PeerMatcher(encoder, community, TimeProvider.System);
        foreach (var matcher in (PeerMatcher[])[searched, other]) await matcher.UpdateAsync(profiles);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{teams:N0} teams, {Environment.ProcessorCount} cores; updates of {Group} teams without a pause, words fitted anew after every {RefitEvery}"));
        (string What, PeerMatcher? Updated, Times Searches, Times Changes)[] turns = [("nobody updates", null, new(), new()), ("another matcher is updated", other, new(), new()), ("it is updated itself", searched, new(), new())];
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var (_, updated, searches, changes) in turns)
            {
                using var stop = new CancellationTokenSource(Turn);
                var writing = updated is null ? Task.CompletedTask : Task.Run(() => UpdateAsync(updated, community, teams, changes, stop.Token));
                Search(searched, teams, searches, stop.Token);
                await writing;
            }
        }
        var contended = Monitor.LockContentionCount;
        foreach (var (what, _, searches, changes) in turns) Console.WriteLine($"{what,-28} searches: {searches}{(changes.Count > 0 ? $"; updates: {changes}" : "")}");
        Console.WriteLine($"locks that a thread had to wait for, all turns: {contended}");
    }

    private static void Search(PeerMatcher matcher, int teams, Times times, CancellationToken stop)
    {
        for (var i = 0; !stop.IsCancellationRequested; i++) times.Measure(() => matcher.Peers(1 + i * 7919 % teams, 5));
    }

    private static async Task UpdateAsync(PeerMatcher matcher, GeneratedCommunity community, int teams, Times times, CancellationToken stop)
    {
        for (var i = 0; !stop.IsCancellationRequested; i++)
        {
            var changed = community.Teams(1 + i * Group % (teams - Group), Group);
            await times.MeasureAsync(() => matcher.UpdateAsync(changed));
            if (i % RefitEvery == RefitEvery - 1) await matcher.RefitAsync(CancellationToken.None);
        }
    }

    /// <summary>Milliseconds by the clock, and how many of them the garbage collector held everything.</summary>
    private sealed class Times
    {
        private readonly List<(double All, double Collecting)> milliseconds = [];

        public int Count => milliseconds.Count;

        public void Measure(Action act)
        {
            var (pauses, watch) = (GC.GetTotalPauseDuration(), Stopwatch.StartNew());
            act();
            milliseconds.Add((watch.Elapsed.TotalMilliseconds, (GC.GetTotalPauseDuration() - pauses).TotalMilliseconds));
        }

        public async Task MeasureAsync(Func<Task> act)
        {
            var (pauses, watch) = (GC.GetTotalPauseDuration(), Stopwatch.StartNew());
            await act();
            milliseconds.Add((watch.Elapsed.TotalMilliseconds, (GC.GetTotalPauseDuration() - pauses).TotalMilliseconds));
        }

        public override string ToString()
        {
            var sorted = milliseconds.Order().ToList();
            return string.Create(CultureInfo.InvariantCulture,
                $"{sorted.Count:N0}, median {sorted[sorted.Count / 2].All:0.0} ms, 99 % {sorted[sorted.Count * 99 / 100].All:0.0}, longest {sorted[^1].All:0.0}; collecting at most {sorted.Max(each => each.Collecting):0.0} of one, longest without that {sorted.Max(each => each.All - each.Collecting):0.0}");
        }
    }
}
