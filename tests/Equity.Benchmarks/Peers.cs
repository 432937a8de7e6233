using System.Buffers.Binary;
using System.Diagnostics;
using Equity.Matching;

namespace Equity.Benchmarks;

/// <summary>How long it takes to find peers among many teams: 12 vectors each, real words, made-up vectors (they cost the same).</summary>
internal static class Peers
{
    private const int Teams = 5_000, Calls = 200;

    public static async Task RunAsync()
    {
        using var encoder = SentenceEncoder.FromFolder(Path.Combine(AppContext.BaseDirectory, "Models", "equity-minilm-l6"));
        using var matcher = new PeerMatcher(encoder, new MadeUpStore(), TimeProvider.System);
        var teams = Profiles();
        await TimeAsync("first update, all teams", 1, _ => matcher.UpdateAsync(teams));
        await TimeAsync("update of one team", 20, i => matcher.UpdateAsync([teams[i]]));
        await TimeAsync("Peers, best 5 with reasons", Calls, i => { matcher.Peers(teams[i * 7].Id, 5); return Task.CompletedTask; });
        await TimeAsync("FindPeers, best 5 with reasons", Calls, i => matcher.FindPeersAsync(teams[i * 7].Texts[6].Text, 5));
        await TimeAsync("Search, a word", Calls, async i => (await matcher.SearchAsync(Word(i))).Page(20));
        await TimeAsync("Search, a misspelt word", Calls, async i => (await matcher.SearchAsync(Word(i) + "q")).Page(20));
        await TimeAsync("Search, a sentence", Calls, async i => (await matcher.SearchAsync(teams[i * 7].Texts[6].Text)).Page(20));
        await TimeAsync("refit", 1, _ => matcher.RefitAsync(CancellationToken.None));

        string Word(int i) => teams[i * 7].Texts[6].Text.Split(' ').MaxBy(word => word.Length)!;
    }

    private static async Task TimeAsync(string what, int calls, Func<int, Task> call)
    {
        for (var i = 0; i < calls / 10; i++) await call(i);
        var milliseconds = new List<double>();
        for (var i = 0; i < calls; i++)
        {
            var watch = Stopwatch.StartNew();
            await call(i);
            milliseconds.Add(watch.Elapsed.TotalMilliseconds);
        }
        milliseconds.Sort();
        Console.WriteLine($"{what,-32} median {milliseconds[calls / 2],8:0.0} ms, 95 % {milliseconds[(int)(calls * 0.95)],8:0.0} ms  ({calls} calls, {Teams} teams)");
    }

    private static TeamProfile[] Profiles()
    {
        var random = new Random(7);
        var (work, people, asks, offers, learnt) = (Texts.Of(1, "team"), Texts.Of(2, "pop"), Texts.Of(3, "ask"), Texts.Of(4, "ask", 1), Texts.Of(5, "learn", 1));
        return [.. Enumerable.Range(1, Teams).Select(id => new TeamProfile(id, random.Next(6),
        [
            new(ProfileField.Name, id, $"Team {id}"), new(ProfileField.Summary, id, Any(work)),
            .. Each(2, i => new(ProfileField.InequityTitle, i, Any(people))), .. Each(2, i => new(ProfileField.Population, i, Any(people))),
            .. Each(2, i => new(ProfileField.Ask, i, Any(asks))), .. Each(2, i => new(ProfileField.Offer, i, Any(offers))),
            .. Each(3, i => new(ProfileField.LearningBody, i, Any(learnt))),
        ]))];

        string Any(string[] texts) => texts[random.Next(texts.Length)];

        IEnumerable<ProfileText> Each(int count, Func<int, ProfileText> make) => Enumerable.Range(0, count).Select(make);
    }

    /// <summary>Has a vector for every text: made from its hash.</summary>
    private sealed class MadeUpStore : IVectorStore
    {
        public Task<IReadOnlyDictionary<ContentHash, float[]>> LoadAsync(string modelId, IReadOnlyCollection<ContentHash> hashes, CancellationToken cancel) =>
            Task.FromResult<IReadOnlyDictionary<ContentHash, float[]>>(hashes.ToDictionary(h => h, Vector));

        public Task SaveAsync(string modelId, IReadOnlyDictionary<ContentHash, float[]> vectors, CancellationToken cancel) => Task.CompletedTask;

        private static float[] Vector(ContentHash hash)
        {
            var random = new Random(BinaryPrimitives.ReadInt32LittleEndian(hash.ToArray()));
            var vector = Enumerable.Range(0, 384).Select(_ => (float)(random.NextDouble() - 0.4)).ToArray();
            var length = MathF.Sqrt(vector.Sum(x => x * x));
            return [.. vector.Select(x => x / length)];
        }
    }
}
