using Microsoft.Extensions.AI;

namespace Equity.Matching;

/// <summary>
/// Finds each team its peers and says why: text in, ranked and explained peers out. Thread-safe: readers see one whole state and never wait; writers
/// go one after another. Every list is in order of score, highest first, then of the team's id, whatever the order in which teams came; <see cref="Peers"/> adds variety.
/// </summary>
public sealed class PeerMatcher : IDisposable
{
    /// <summary>The most that one call returns.</summary>
    public const int MostPeers = 100;

    /// <summary>The most introductions that one team can have.</summary>
    public const int MostIntroductions = 10;

    /// <summary>The longest text to search for, in chars.</summary>
    public const int LongestSearch = 10_000;

    /// <summary>The most that a search finds and counts.</summary>
    public const int MostHits = 1_000;

    private readonly TextEncoder encoder;
    private readonly IVectorStore vectors;
    private readonly TimeProvider time;
    private readonly SemaphoreSlim writing = new(1, 1);
    private volatile Sides state;

    /// <summary>An empty matcher: <see cref="UpdateAsync"/> fills it.</summary>
    /// <param name="encoder">
    /// The caller's, to dispose of after the matcher: a <see cref="SentenceEncoder"/>, or any other that tells its model and dimensions in its
    /// <see cref="EmbeddingGeneratorMetadata"/>. Null where there is none: then texts are alike by their words alone, and <see cref="MatcherInfo.Model"/> says so.
    /// </param>
    /// <param name="vectors">Where vectors are kept between starts; null to make them anew.</param>
    /// <param name="time">Tells <see cref="MatcherInfo.UpdatedAt"/>; null for the system's.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="ArgumentException">Weights or thresholds out of range, or an encoder that does not tell what it is.</exception>
    public PeerMatcher(IEmbeddingGenerator<string, Embedding<float>>? encoder, IVectorStore? vectors = null, TimeProvider? time = null, MatcherOptions? options = null)
    {
        (this.encoder, this.vectors, this.time) = (new(encoder ?? new WordEncoder()), vectors ?? new NoStore(), time ?? TimeProvider.System);
        state = Sides.Nothing((options ?? new()).Checked());
    }

    /// <summary>What it works with now.</summary>
    public MatcherInfo Info
    {
        get
        {
            var now = state;
            return new(encoder.ModelId, encoder.Dimensions, now.Community.Teams.Count, now.Community.UpdatedAt, now.Scorer.Options.Weights);
        }
    }

    /// <summary>How many teams it knows among these ids.</summary>
    public int Count(Func<int, bool> among) => state.Community.Teams.Count(team => among(team.Id));

    /// <summary>Encodes what is not known yet of these teams' texts, each text once, and returns those vectors alone, of <see cref="MatcherInfo.Model"/>. Stores nothing, changes nothing.</summary>
    /// <param name="profiles">The teams.</param>
    /// <param name="known">Tells what is known; null for the matcher's own store.</param>
    /// <param name="progress">Told how many texts are done, and of how many, from any thread.</param>
    /// <param name="cancel">Stops between some texts and the next.</param>
    public async Task<IReadOnlyDictionary<ContentHash, float[]>> EncodeAsync(
        IReadOnlyCollection<TeamProfile> profiles, IVectorStore? known = null, IProgress<EncodingProgress>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(profiles);
        return (await PassageVectors.OfAsync(profiles.SelectMany(Passage.Of), encoder, known ?? vectors, progress, cancel)).New;
    }

    /// <summary>
    /// Adds, replaces and removes teams; encodes and stores what is new. Readers see all of it or nothing. Words are fitted at the first call that
    /// brings any; later calls use them as fitted, until <see cref="RefitAsync"/>.
    /// </summary>
    /// <param name="changed">Of two with one id the last counts.</param>
    /// <param name="removed">Ids; unknown ones are ignored; one that is also changed stays. Null for none.</param>
    /// <param name="progress">Told how many texts are encoded, and of how many, from any thread.</param>
    /// <param name="cancel">Until the end nothing has changed, but vectors may be stored.</param>
    public async Task UpdateAsync(
        IReadOnlyCollection<TeamProfile> changed, IReadOnlyCollection<int>? removed = null, IProgress<EncodingProgress>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(changed);
        removed ??= [];
        await WriteAsync(async old =>
        {
            if (changed.Count == 0 && !removed.Any(id => old.Community.Find(id) is not null)) return old;
            var known = await PassageVectors.OfAsync(changed.SelectMany(Passage.Of), encoder, vectors, progress, cancel);
            if (known.New.Count > 0) await vectors.SaveAsync(encoder.ModelId, known.New, cancel);
            return await Task.Run(() => old.With(changed, removed, known.All.ToDictionary(v => v.Key, v => encoder.Centre.Off(v.Value)), time.GetUtcNow()), cancel);
        }, cancel);
    }

    /// <summary>Fits the words anew over all teams and swaps whole. Does nothing when no team has changed since they were fitted.</summary>
    public Task RefitAsync(CancellationToken cancel = default) =>
        WriteAsync(async old => old.AreFitted ? old : await Task.Run(() => old.Refitted(time.GetUtcNow()), cancel), cancel);

    /// <summary>Weighs by other weights from now on. Who is being answered is answered by those before.</summary>
    /// <exception cref="ArgumentException">A weight is negative, or they do not sum to 1.</exception>
    public Task UseWeightsAsync(ScoreWeights weights, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(weights);
        return WriteAsync(old => Task.FromResult(old with { Scorer = new(old.Scorer.Options.With(weights.Checked())) }), cancel);
    }

    /// <summary>Learns weights from answers, a few seconds' work for ten thousand. The same answers in any order give the same weights; nothing is changed.</summary>
    /// <param name="answers">Each with the likeness of its time.</param>
    /// <param name="inUse">What the new weights have to do better than.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="ArgumentException">An option or a likeness out of range, or weights that do not sum to 1.</exception>
    public static WeightProposal Learn(IReadOnlyCollection<PeerAnswer> answers, ScoreWeights inUse, LearningOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(inUse);
        return WeightLearner.Learn(answers, inUse.Checked(), (options ?? new()).Checked());
    }

    /// <summary>How alike two teams are, for answers to be learnt from; null when one of them is unknown.</summary>
    /// <param name="ours">The id of one.</param>
    /// <param name="theirs">The id of the other.</param>
    /// <param name="audience">Whose answer it is.</param>
    public PairLikeness? LikenessOf(int ours, int theirs, Audience audience = Audience.Community)
    {
        var snapshot = state.Of(audience);
        return snapshot.Find(ours) is { } one && snapshot.Find(theirs) is { } other ? PairLikeness.Of(one, other) : null;
    }

    /// <summary>
    /// The teams that belong with one: never itself; empty when the team is unknown. The best twenty are in an order that has variety
    /// (<see cref="MatcherOptions.Variety"/>), so that a score may follow a lower one.
    /// </summary>
    /// <param name="team">Its id.</param>
    /// <param name="count">0 to 100.</param>
    /// <param name="among">The ids to choose from; null for all.</param>
    /// <param name="audience">Whose answer it is.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count outside its range.</exception>
    public IReadOnlyList<PeerMatch> Peers(int team, int count, Func<int, bool>? among = null, Audience audience = Audience.Community)
    {
        CheckCount(count);
        var (snapshot, scorer) = state.For(audience);
        return snapshot.Find(team) is { } ours ? Explained(scorer, ours, Varied(snapshot, scorer, ours, count, among), new Explainer(scorer.Options, snapshot.Rarity).OfTeams) : [];
    }

    /// <summary>
    /// The teams that a team is shown when it asks for nothing in particular. The first five are chosen for all teams at once
    /// (<see cref="ShareOutAsync"/>): the best for each, but nobody on more than twice as many of these lists as all would be on if all were on equally
    /// many, and everybody on one. What follows, and everything before they were chosen, is as <see cref="Peers"/> has it.
    /// </summary>
    /// <param name="team">Its id.</param>
    /// <param name="count">0 to 100.</param>
    /// <param name="among">The ids to choose from, at most those that the lists were chosen among; null for all.</param>
    /// <param name="audience">Whose answer it is.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count outside its range.</exception>
    public IReadOnlyList<PeerMatch> DefaultPeers(int team, int count, Func<int, bool>? among = null, Audience audience = Audience.Community)
    {
        CheckCount(count);
        var now = state;
        var (snapshot, scorer) = now.For(audience);
        if (snapshot.Find(team) is not { } ours) return [];
        var listed = now.ListsOf(audience).Of(team).Where(id => among is null || among(id)).ToHashSet();
        var list = Varied(snapshot, scorer, ours, Math.Min(count, listed.Count), listed.Contains);
        var rest = count <= list.Count ? [] : Varied(snapshot, scorer, ours, count - list.Count, id => !listed.Contains(id) && (among is null || among(id)));
        return Explained(scorer, ours, [.. list, .. rest], new Explainer(scorer.Options, snapshot.Rarity).OfTeams);
    }

    /// <summary>
    /// Chooses anew whom each team is shown by default. Does nothing when they were chosen for what is known. Scores the pairs of all teams, which takes a
    /// while among thousands; nobody waits for it, and what changes meanwhile is minded the next time.
    /// </summary>
    /// <param name="shown">The ids of teams that may be shown: those that have room for a friend. Drafts are not shown, whether they are among them or not.</param>
    /// <param name="cancel">Stops while pairs are scored; then the lists stay as they were.</param>
    public async Task ShareOutAsync(IReadOnlySet<int> shown, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(shown);
        var known = state;
        if (known.AreListsFor(shown)) return;
        var listed = await Task.Run(() => known.Listed(snapshot => FairLists.Made(snapshot, known.Scorer, shown, cancel)), cancel);
        await WriteAsync(now => Task.FromResult(now.WithLists(listed)), cancel);
    }

    /// <summary>Why two teams belong together, best reason first, seen from the first of them; one to four, and none when one of them is unknown.</summary>
    /// <param name="ours">The id of one.</param>
    /// <param name="theirs">The id of the other.</param>
    /// <param name="audience">Whose answer it is.</param>
    public IReadOnlyList<Reason> Reasons(int ours, int theirs, Audience audience = Audience.Community)
    {
        var (snapshot, scorer) = state.For(audience);
        return snapshot.Find(ours) is { } one && snapshot.Find(theirs) is { } other ? new Explainer(scorer.Options, snapshot.Rarity).OfTeams(one, other).Reasons : [];
    }

    /// <summary>
    /// Who should meet whom across a whole cohort at once: each team up to as many as asked for and as it has places, paused ones nobody; as many teams as
    /// possible meet somebody, and then the total score is as high as it can be made. A thousand teams take about a second, on all cores; of two thousand and more only the likeliest pairs are scored.
    /// </summary>
    /// <param name="teams">Who is to be introduced. Those that the matcher does not know fit nobody.</param>
    /// <param name="perTeam">How many introductions a team has at most, 1 to 10, default 3.</param>
    /// <param name="apart">Pairs of ids that are not to meet, in either direction: friends already, or one has declined the other. Null for none.</param>
    /// <param name="audience">Whose answer it is.</param>
    /// <param name="cancel">Stops while pairs are scored.</param>
    /// <exception cref="ArgumentOutOfRangeException">perTeam outside its range.</exception>
    /// <exception cref="ArgumentException">An id twice.</exception>
    public IntroductionPlan Introduce(
        IReadOnlyCollection<IntroducibleTeam> teams, int perTeam = 3, IEnumerable<(int A, int B)>? apart = null, Audience audience = Audience.Community, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(teams);
        var (snapshot, scorer) = state.For(audience);
        var able = teams.Where(team => !team.Paused && team.OpenPlaces > 0).Select(team => snapshot.Find(team.Id)).OfType<IndexedTeam>().OrderBy(team => team.Id).ToList();
        return Introductions.Plan(teams, Ranking.Pairs(snapshot, able, scorer), perTeam, apart ?? [], cancel);
    }

    /// <summary>
    /// Who sits where in a world café, by the scores of the teams; who is not known belongs with nobody. The same order has the same plan as long as the
    /// scores are the same. Forty teams take about a second, a hundred about three; nobody waits for it.
    /// </summary>
    /// <param name="order">What the café is to be like.</param>
    /// <param name="audience">Whose answer it is.</param>
    /// <param name="cancel">Stops the search.</param>
    /// <exception cref="ArgumentException">The order contradicts itself, or asks for what cannot be.</exception>
    public SeatingPlan SeatCafe(CafeOrder order, Audience audience = Audience.Community, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(order);
        var (snapshot, scorer) = state.For(audience);
        return WorldCafes.Plan(
            order, (a, b) => snapshot.Find(a) is { } one && snapshot.Find(b) is { } other ? scorer.Of(one, other, one.Words.Cosine(other.Words)).Total : 0, cancel: cancel);
    }

    /// <summary>The teams that belong with a text that somebody typed, such as "kids who never turn up". Reasons quote the other side only; never mutual.</summary>
    /// <param name="text">At most 10,000 chars; a blank one finds nobody.</param>
    /// <param name="count">0 to 100.</param>
    /// <param name="among">The ids to choose from; null for all.</param>
    /// <param name="audience">Whose answer it is.</param>
    /// <param name="cancel">Stops before the text is encoded.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count outside its range.</exception>
    /// <exception cref="ArgumentException">The text is too long.</exception>
    public async Task<IReadOnlyList<PeerMatch>> FindPeersAsync(
        string text, int count, Func<int, bool>? among = null, Audience audience = Audience.Community, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        CheckCount(count);
        CheckText(text);
        var (snapshot, scorer) = state.For(audience);
        if (string.IsNullOrWhiteSpace(text) || snapshot.Teams.Count == 0 || count == 0) return [];
        var vector = encoder.Centre.Off(await encoder.EncodeAsync(Glossary.Spelled(text), cancel));
        var search = IndexedTeam.OfSearch(text, vector, snapshot.Lexicon?.Row(text) ?? SparseRow.Zero);
        return Explained(scorer, search, Ranking.Teams(snapshot, search, count, among, scorer.OfSearches), new Explainer(scorer.Options, snapshot.Rarity).OfSearch);
    }

    /// <summary>
    /// The teams, inequities, learning and offers that fit a text, by meaning and by word; what fits too little is not found. Words that no team uses are
    /// taken for the words they may have been meant to be.
    /// </summary>
    /// <param name="text">A word or more, at most 10,000 chars; a blank one finds nothing.</param>
    /// <param name="kinds">Which kinds to look for; null for all.</param>
    /// <param name="audience">Whose answer it is.</param>
    /// <param name="cancel">Stops before the text is encoded.</param>
    /// <exception cref="ArgumentException">The text is too long.</exception>
    public async Task<SearchFindings> SearchAsync(
        string text, IReadOnlySet<SearchKind>? kinds = null, Audience audience = Audience.Community, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        CheckText(text);
        var snapshot = state.Of(audience);
        if (string.IsNullOrWhiteSpace(text)) return new(null, []);
        var search = new TextSearch(text, await encoder.EncodeAsync(Glossary.Spelled(text), cancel), encoder.Centre, snapshot.Vocabulary);
        return new(search, Ranking.Found(snapshot, search, kind => kinds is null || kinds.Contains(kind)));
    }

    /// <summary>The offers of other teams that answer an ask best; empty when the ask is unknown. The nearest are returned even when they are not near: the score and the reason say so.</summary>
    /// <param name="ask">The ask's id.</param>
    /// <param name="count">0 to 100.</param>
    /// <param name="among">The ids of teams to choose from; null for all.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count outside its range.</exception>
    public IReadOnlyList<TextMatch> OffersFor(int ask, int count, Func<int, bool>? among = null) => Matches(View.Ask, ask, View.Offer, count, among);

    /// <summary>The asks of other teams that an offer answers best; as <see cref="OffersFor"/>.</summary>
    /// <param name="offer">The offer's id.</param>
    /// <param name="count">0 to 100.</param>
    /// <param name="among">The ids of teams to choose from; null for all.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count outside its range.</exception>
    public IReadOnlyList<TextMatch> AsksFor(int offer, int count, Func<int, bool>? among = null) => Matches(View.Offer, offer, View.Ask, count, among);

    /// <summary>The other teams whose inequity and population are nearest to those of one inequity; its two parts weigh as they do in a whole score. Empty when it is unknown.</summary>
    /// <param name="inequity">The inequity's id.</param>
    /// <param name="count">0 to 100.</param>
    /// <param name="among">The ids of teams to choose from; null for all.</param>
    /// <param name="audience">Whose answer it is.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count outside its range.</exception>
    public IReadOnlyList<PeerMatch> AlsoTackling(int inequity, int count, Func<int, bool>? among = null, Audience audience = Audience.Community)
    {
        CheckCount(count);
        var (snapshot, scorer) = state.For(audience);
        if ((snapshot.Find(View.Inequity, inequity) ?? snapshot.Find(View.Population, inequity)) is not { } found) return [];
        var one = found.Team.Only(p => p.View is View.Inequity or View.Population && p.Source == inequity);
        var scored = from t in snapshot.Teams
                     where t != found.Team && (among is null || among(t.Id))
                     let score = scorer.OfInequity(one, t)
                     where score is not null
                     select new RankedTeam(t, score.Value);
        var explainer = new Explainer(scorer.Options, snapshot.Rarity);
        return Explained(scorer, found.Team, Ranking.Best(scored, count), (ours, theirs) => explainer.OfInequity(ours, one, theirs), PeerScorer.InequityParts);
    }

    /// <summary>The ids of other teams' learning, nearest first, then by team and id; empty when it is unknown.</summary>
    /// <param name="learning">The learning's id.</param>
    /// <param name="count">0 to 100.</param>
    /// <param name="among">The ids of teams to choose from; null for all.</param>
    /// <param name="audience">Whose answer it is.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count outside its range.</exception>
    public IReadOnlyList<int> RelatedLearning(int learning, int count, Func<int, bool>? among = null, Audience audience = Audience.Community)
    {
        CheckCount(count);
        var snapshot = state.Of(audience);
        if (snapshot.Find(View.Learning, learning) is not var (ours, passage)) return [];
        return [.. Ranking.Passages(snapshot, ours, passage, View.Learning, count, among).Select(n => n.Source)];
    }

    /// <summary>Nobody may be writing.</summary>
    public void Dispose() => writing.Dispose();

    private static IReadOnlyList<RankedTeam> Varied(Snapshot snapshot, PeerScorer scorer, IndexedTeam ours, int count, Func<int, bool>? among) =>
        Variety.Of(Ranking.Peers(snapshot, ours, Math.Max(count, Variety.Pool), among, scorer), count, scorer.Options.Variety, scorer.Resemblance);

    private static List<PeerMatch> Explained(
        PeerScorer scorer, IndexedTeam ours, IReadOnlyList<RankedTeam> ranked, Func<IndexedTeam, IndexedTeam, Explanation> explain, int parts = int.MaxValue) =>
        [.. from r in ranked
            let why = explain(ours, r.Team)
            select new PeerMatch(r.Team.Id, r.Score.Total, [.. scorer.Parts(r.Score).Take(parts)], why.Reasons, why.Mutual)];

    private List<TextMatch> Matches(View ourView, int source, View theirView, int count, Func<int, bool>? among)
    {
        CheckCount(count);
        var (snapshot, scorer) = state.For(Audience.Community);
        if (snapshot.Find(ourView, source) is not var (ours, passage)) return [];
        var explainer = new Explainer(scorer.Options, snapshot.Rarity);
        return [.. Ranking.Support(snapshot, ours, passage, theirView, count, among)
            .Select(n => new TextMatch(n.Passage.Source, n.Passage.Team.Id, Scale.Support.Of(n.Likeness), explainer.OfTexts(ours, passage, n.Passage)))];
    }

    private async Task WriteAsync(Func<Sides, Task<Sides>> next, CancellationToken cancel)
    {
        await writing.WaitAsync(cancel);
        try
        {
            state = await next(state);
        }
        finally
        {
            writing.Release();
        }
    }

    private static void CheckText(string text)
    {
        if (text.Length > LongestSearch) throw new ArgumentException($"A text to search for has at most {LongestSearch} characters, not {text.Length}.", nameof(text));
    }

    internal static void CheckCount(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MostPeers);
    }
}
