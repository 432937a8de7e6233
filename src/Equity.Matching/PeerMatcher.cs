namespace Equity.Matching;
#pragma warning disable
/// <summary>Stub.</summary>
public sealed class MatcherOptions { }
/// <summary>Stub.</summary>
public sealed class PeerMatcher : IDisposable
{
    public PeerMatcher(SentenceEncoder encoder, IVectorStore vectors, TimeProvider time, MatcherOptions? options = null) => this.encoder = encoder;
    private readonly SentenceEncoder encoder;
    public Task<IReadOnlyDictionary<ContentHash, float[]>> EncodeAsync(IReadOnlyCollection<TeamProfile> profiles, IProgress<EncodingProgress>? progress, CancellationToken cancel) => Task.FromResult<IReadOnlyDictionary<ContentHash, float[]>>(new Dictionary<ContentHash, float[]>());
    public Task UpdateAsync(IReadOnlyCollection<TeamProfile> changed, IReadOnlyCollection<int> removed, CancellationToken cancel) => Task.CompletedTask;
    public Task RefitAsync(CancellationToken cancel) => Task.CompletedTask;
    public IReadOnlyList<PeerMatch> Peers(int team, int count, Func<int, bool>? among = null) => [];
    public IReadOnlyList<PeerMatch> FindPeers(string text, int count, Func<int, bool>? among = null) => [];
    public IReadOnlyList<TextMatch> OffersFor(int ask, int count, Func<int, bool>? among = null) => [];
    public IReadOnlyList<TextMatch> AsksFor(int offer, int count, Func<int, bool>? among = null) => [];
    public IReadOnlyList<PeerMatch> AlsoTackling(int inequity, int count, Func<int, bool>? among = null) => [];
    public IReadOnlyList<int> RelatedLearning(int learning, int count) => [];
    public MatcherInfo Info => new(encoder.ModelId, encoder.Dimensions, 0, null, []);
    public void Dispose() { }
}
