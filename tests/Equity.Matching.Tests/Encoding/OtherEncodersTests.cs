using Microsoft.Extensions.AI;

namespace Equity.Matching.Tests.Encoding;

/// <summary>Any encoder can be put in place of the one that ships, and none at all.</summary>
public class OtherEncodersTests
{
    [Fact]
    public async Task Another_encoder_is_asked_for_each_text_once_and_named()
    {
        using var encoder = new Letters("letters", 26);
        using var matcher = new PeerMatcher(encoder, new MemoryStore());
        await matcher.UpdateAsync(Community.Teams);
        Assert.Equal(("letters", 26), (matcher.Info.Model, matcher.Info.Dimensions));
        Assert.Equal(encoder.Asked.Distinct().Count(), encoder.Asked.Count);
        Assert.All(Community.Teams, team => Assert.Equal(Community.Teams.Count - 1, matcher.Peers(team.Id, 100).Count));
        Assert.NotEmpty((await matcher.SearchAsync("scared of the dentist")).Page(5).Hits);
        Assert.Equal("scared of the dentist", encoder.Asked[^1]);
    }

    [Fact]
    public async Task Vectors_of_any_length_are_made_unit_vectors()
    {
        using var encoder = new Letters("letters", 26) { Factor = 7 };
        using var plain = new Letters("letters", 26);
        using var matcher = new PeerMatcher(encoder);
        var made = await matcher.EncodeAsync(Community.Teams);
        Assert.All(made.Values, vector => Assert.Equal(1, vector.Sum(x => (double)x * x), 1e-5));
    }

    [Fact]
    public async Task Vectors_of_another_model_are_left_alone_and_made_anew()
    {
        var store = new NamedStore();
        using (var old = new PeerMatcher(new Letters("old", 26), store)) await old.UpdateAsync(Community.Teams);
        using var encoder = new Letters("new", 26);
        using var matcher = new PeerMatcher(encoder, store);
        await matcher.UpdateAsync(Community.Teams);
        Assert.Equal(store.Models["old"].Count, store.Models["new"].Count);
        Assert.Equal(store.Models["new"].Count, encoder.Asked.Count);
    }

    [Fact]
    public async Task Stored_vectors_that_are_too_short_are_made_anew_and_stored_over()
    {
        var store = new NamedStore();
        using (var old = new PeerMatcher(new Letters("letters", 13), store)) await old.UpdateAsync(Community.Teams);
        using (var now = new PeerMatcher(new Letters("letters", 26), store)) await now.UpdateAsync(Community.Teams);
        Assert.All(store.Models["letters"].Values, vector => Assert.Equal(26, vector.Length));
    }

    [Theory]
    [InlineData(null, 26, "defaultModelId")]
    [InlineData("letters", null, "defaultModelDimensions")]
    [InlineData("letters", 0, "defaultModelDimensions")]
    public void An_encoder_that_does_not_tell_what_it_is_is_refused_with_the_remedy(string? model, int? dimensions, string remedy)
    {
        using var encoder = new Letters(model, dimensions);
        Assert.Contains(remedy, Assert.Throws<ArgumentException>(() => new PeerMatcher(encoder)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_encoder_that_returns_something_else_than_it_tells_changes_nothing()
    {
        using var encoder = new Letters("letters", 30);
        encoder.Made = 26;
        using var matcher = new PeerMatcher(encoder);
        var refused = await Assert.ThrowsAsync<InvalidDataException>(() => matcher.UpdateAsync(Community.Teams));
        Assert.Equal("The encoder letters tells of 30 dimensions and made a vector of 26.", refused.Message);
        Assert.Equal(0, matcher.Info.Teams);
    }

    [Fact]
    public async Task A_cancelled_update_changes_nothing()
    {
        using var cancelled = new CancellationTokenSource();
        using var encoder = new Letters("letters", 26) { Meanwhile = cancelled.Cancel };
        using var matcher = new PeerMatcher(encoder);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => matcher.UpdateAsync(Community.Teams, cancel: cancelled.Token));
        Assert.Equal(0, matcher.Info.Teams);
    }

    [Fact]
    public async Task Without_an_encoder_words_alone_find_peers_with_reasons_and_it_says_so()
    {
        using var matcher = new PeerMatcher(encoder: null);
        await matcher.UpdateAsync(Community.Teams);
        Assert.StartsWith("words", matcher.Info.Model, StringComparison.Ordinal);
        Assert.Equal(Community.Heart, matcher.Peers(Community.Clinic, 1)[0].Team);
        Assert.All(Community.Teams, team => Assert.All(matcher.Peers(team.Id, 100), peer => Assert.NotEmpty(peer.Reasons)));
        Assert.Equal(Community.Dental, (await matcher.FindPeersAsync("has not seen a dentist", 1))[0].Team);
        Assert.Equal(Community.Dental, (await matcher.SearchAsync("dentist")).Page(1).Hits[0].Team);
    }

    /// <summary>Counts letters, far away.</summary>
    private sealed class Letters(string? model, int? dimensions) : IEmbeddingGenerator<string, Embedding<float>>
    {
        public List<string> Asked { get; } = [];

        public int Made { get; set; } = dimensions ?? 1;

        public float Factor { get; init; } = 1;

        public Action Meanwhile { get; init; } = () => { };

        public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            Meanwhile();
            cancellationToken.ThrowIfCancellationRequested();
            Asked.AddRange(values);
            return new(values.Select(text => new Embedding<float>(Count(text))));
        }

        public object? GetService(Type serviceType, object? serviceKey = null) => serviceType == typeof(EmbeddingGeneratorMetadata) ? new EmbeddingGeneratorMetadata("tests", null, model, dimensions) : null;

        public void Dispose()
        {
        }

        private float[] Count(string text)
        {
            var counts = new float[Made];
            foreach (var letter in text.ToLowerInvariant().Where(char.IsAsciiLetter)) counts[(letter - 'a') % Made] += 1;
            var length = MathF.Sqrt(counts.Sum(x => x * x));
            return [.. counts.Select(x => length > 0 ? Factor * x / length : 0)];
        }
    }

    private sealed class NamedStore : IVectorStore
    {
        public Dictionary<string, Dictionary<ContentHash, float[]>> Models { get; } = [];

        public Task<IReadOnlyDictionary<ContentHash, float[]>> LoadAsync(string modelId, IReadOnlyCollection<ContentHash> hashes, CancellationToken cancel) =>
            Task.FromResult<IReadOnlyDictionary<ContentHash, float[]>>(Of(modelId).Where(vector => hashes.Contains(vector.Key)).ToDictionary());

        public Task SaveAsync(string modelId, IReadOnlyDictionary<ContentHash, float[]> vectors, CancellationToken cancel)
        {
            foreach (var (hash, vector) in vectors) Of(modelId)[hash] = vector;
            return Task.CompletedTask;
        }

        private Dictionary<ContentHash, float[]> Of(string modelId) => Models.TryGetValue(modelId, out var known) ? known : Models[modelId] = [];
    }
}
