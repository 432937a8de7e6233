using System.Numerics.Tensors;
using Equity.Matching;

namespace Equity.Benchmarks.Evaluation;

/// <summary>A way to answer queries: the ids of teams, or of offers for an ask, best first. Null when it has no answer to this sort of query.</summary>
internal sealed record Ranker(string Name, Func<Judged, IReadOnlyList<int>?> Rank);

/// <summary>The ways that are held side by side.</summary>
internal sealed class Rankers(EvaluatedCommunity community, SentenceEncoder encoder) : IDisposable
{
    private readonly Stored vectors = new();
    private readonly List<PeerMatcher> matchers = [];

    /// <summary>From the plainest to the one that ships, which is last.</summary>
    public async Task<IReadOnlyList<Ranker>> AllAsync()
    {
        var parts = new MatcherOptions().Weights.Select(part => part.Name).ToList();
        var weights = new MatcherOptions().Weights.ToDictionary(part => part.Name, part => part.Value);
        var rankers = new List<Ranker> { Words(), OneVector("encoder, whole profile, one vector") };
        foreach (var part in parts) rankers.Add(await TeamsOnlyAsync($"{part} alone", Weighted(other => other == part ? 1 : 0)));
        foreach (var part in parts) rankers.Add(await TeamsOnlyAsync($"the blend without {part}", Weighted(other => other == part ? 0 : weights[other])));
        rankers.Add(await TeamsOnlyAsync("the blend with equal weights", Weighted(_ => 1)));
        rankers.Add(await TeamsOnlyAsync("the blend without variety", new() { Variety = 0 }));
        rankers.Add(await SharedOutAsync());
        rankers.Add(await MatcherAsync("the blend", new()));
        return rankers;
    }

    /// <summary>By a team's id: all others, with the parts of their scores, 0 to 1 each.</summary>
    public async Task<Func<int, IReadOnlyList<(int Team, double[] Parts)>>> PartsAsync()
    {
        var options = Weighted(_ => 1);
        var matcher = await LoadAsync(options);
        return team => [.. matcher.Peers(team, PeerMatcher.MostPeers).Select(peer => (peer.Team, peer.Parts.Select(part => part.Value / options.WordsWeight).ToArray()))];
    }

    /// <summary>As <see cref="MatcherAsync"/>, for teams alone: asks have no parts, and a search has only words and meaning.</summary>
    private async Task<Ranker> TeamsOnlyAsync(string name, MatcherOptions options)
    {
        var ranker = await MatcherAsync(name, options);
        return ranker with { Rank = query => query.Kind == QueryKind.Team ? ranker.Rank(query) : null };
    }

    /// <summary>Whom teams are shown by default.</summary>
    private async Task<Ranker> SharedOutAsync()
    {
        var matcher = await LoadAsync(new());
        await matcher.ShareOutAsync(community.Profiles.Select(profile => profile.Id).ToHashSet());
        return new("the blend shared out", query => query.Kind == QueryKind.Team ? [.. matcher.DefaultPeers(query.Team, PeerMatcher.MostPeers).Select(peer => peer.Team)] : null);
    }

    /// <summary>Ranks as the library does with these options.</summary>
    public async Task<Ranker> MatcherAsync(string name, MatcherOptions options)
    {
        var matcher = await LoadAsync(options);
        return new(name, query => query.Kind switch
        {
            QueryKind.Team => [.. matcher.Peers(query.Team, PeerMatcher.MostPeers).Select(peer => peer.Team)],
            QueryKind.Search => [.. matcher.FindPeersAsync(query.Text, PeerMatcher.MostPeers).GetAwaiter().GetResult().Select(peer => peer.Team)],
            _ => [.. matcher.OffersFor(query.Source, PeerMatcher.MostPeers).Select(match => match.Source)],
        });
    }

    private async Task<PeerMatcher> LoadAsync(MatcherOptions options)
    {
        var matcher = new PeerMatcher(encoder, vectors, TimeProvider.System, options);
        matchers.Add(matcher);
        await matcher.UpdateAsync(community.Profiles);
        return matcher;
    }

    public void Dispose() => matchers.ForEach(matcher => matcher.Dispose());

    /// <summary>The parts by weights that are scaled to sum to 1; without variety.</summary>
    private static MatcherOptions Weighted(Func<string, double> weight)
    {
        var sum = new MatcherOptions().Weights.Sum(part => weight(part.Name));
        return new()
        {
            InequityWeight = weight("inequity") / sum,
            PopulationWeight = weight("population") / sum,
            SupportWeight = weight("support") / sum,
            ProfileWeight = weight("profile") / sum,
            WordsWeight = weight("words") / sum,
            Variety = 0,
        };
    }

    private Ranker Words()
    {
        var all = community.Profiles.Select(All).ToList();
        var lexicon = Lexicon.Fit(all)!;
        var (teams, offers) = (all.Select(lexicon.Row).ToList(), Offers.ToDictionary(offer => offer.Source, offer => lexicon.Row(offer.Text)));
        return new("TF-IDF, whole profile", query =>
        {
            var asked = query.Kind == QueryKind.Team ? teams[query.Team - 1] : lexicon.Row(query.Text);
            return Ordered(query, team => asked.Cosine(teams[team - 1]), offer => asked.Cosine(offers[offer]));
        });
    }

    private Ranker OneVector(string name)
    {
        var (teams, offers) = (community.Profiles.Select(profile => encoder.Encode(All(profile))).ToList(), Offers.ToDictionary(offer => offer.Source, offer => encoder.Encode(offer.Text)));
        return new(name, query =>
        {
            var asked = query.Kind == QueryKind.Team ? teams[query.Team - 1] : encoder.Encode(query.Text);
            return Ordered(query, team => TensorPrimitives.Dot<float>(asked, teams[team - 1]), offer => TensorPrimitives.Dot<float>(asked, offers[offer]));
        });
    }

    private IReadOnlyList<int> Ordered(Judged query, Func<int, double> team, Func<int, double> offer)
    {
        var ids = query.Kind == QueryKind.Ask
            ? community.Profiles.Where(profile => profile.Id != query.Team).SelectMany(profile => profile.Texts).Where(text => text.Field == ProfileField.Offer).Select(text => text.Source)
            : community.Profiles.Select(profile => profile.Id).Where(id => id != query.Team);
        return [.. ids.OrderByDescending(query.Kind == QueryKind.Ask ? offer : team).ThenBy(id => id)];
    }

    private IEnumerable<ProfileText> Offers => community.Profiles.SelectMany(profile => profile.Texts).Where(text => text.Field == ProfileField.Offer);

    private static string All(TeamProfile profile) => string.Join('\n', profile.Written().Select(text => text.Text));

    /// <summary>Shared by all matchers, so that a text is encoded once.</summary>
    private sealed class Stored : IVectorStore
    {
        private readonly Dictionary<ContentHash, float[]> vectors = [];

        public Task<IReadOnlyDictionary<ContentHash, float[]>> LoadAsync(string modelId, IReadOnlyCollection<ContentHash> hashes, CancellationToken cancel) =>
            Task.FromResult<IReadOnlyDictionary<ContentHash, float[]>>(hashes.Where(vectors.ContainsKey).ToDictionary(hash => hash, hash => vectors[hash]));

        public Task SaveAsync(string modelId, IReadOnlyDictionary<ContentHash, float[]> vectors, CancellationToken cancel)
        {
            foreach (var (hash, vector) in vectors) this.vectors[hash] = vector;
            return Task.CompletedTask;
        }
    }
}
