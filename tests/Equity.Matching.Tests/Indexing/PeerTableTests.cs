using FsCheck.Xunit;

namespace Equity.Matching.Tests;

/// <summary>The table of candidates, held against scoring everybody.</summary>
public class PeerTableTests
{
    private const int Teams = 2_600;

    private static readonly PeerScorer Scorer = new(new());
    private static readonly Snapshot Many = CrowdOf(Teams, seed: 5);

    [Fact]
    public void A_large_community_has_a_table_and_a_small_one_none()
    {
        Assert.NotNull(Many.Table);
        Assert.Null(CrowdOf(PeerTable.FewestTeams - 1, seed: 5).Table);
    }

    [Fact]
    public void Nearly_all_of_the_best_ten_are_found_with_the_very_scores_of_everybody_scored()
    {
        var found = 0;
        foreach (var ours in Many.Teams.Where((_, i) => i % 40 == 0))
        {
            var exact = Exact(Many, ours, 10, null);
            var likely = Ranking.Peers(Many, ours, 10, null, Scorer);
            Assert.Equal(10, likely.Count);
            Assert.DoesNotContain(ours, likely.Select(peer => peer.Team));
            Assert.All(likely, peer => Assert.Equal(Scorer.Of(ours, peer.Team, ours.Words.Cosine(peer.Team.Words)), peer.Score));
            found += exact.Intersect(likely).Count();
        }
        Assert.InRange(found / 650.0, 0.99, 1);
    }

    /// <summary>From a filter that lets nobody through to one that lets everybody.</summary>
    [Property(MaxTest = 60)]
    public void A_filter_never_yields_fewer_than_asked_when_enough_fit_and_few_are_ranked_exactly(int seed, byte share)
    {
        var random = new Random(seed);
        var fits = Many.Teams.Where(_ => random.Next(255) < share).Select(team => team.Id).ToHashSet();
        var ours = Many.Teams[random.Next(Teams)];
        var count = random.Next(PeerMatcher.MostPeers + 1);
        var found = Ranking.Peers(Many, ours, count, fits.Contains, Scorer);
        Assert.Equal(Math.Min(count, fits.Except([ours.Id]).Count()), found.Count);
        Assert.All(found, peer => Assert.Contains(peer.Team.Id, fits));
        if (fits.Count <= 1_000) Assert.Equal(Exact(Many, ours, count, fits.Contains), found);
    }

    [Theory, InlineData(1), InlineData(3), InlineData(20)]
    public void A_handful_that_fits_is_found_whole(int fit)
    {
        var fits = Many.Teams.Where((_, i) => i % (Teams / fit) == 7).Take(fit).Select(team => team.Id).ToHashSet();
        Assert.Equal(fits.Order(), Ranking.Peers(Many, Many.Teams[0], 100, fits.Contains, Scorer).Select(peer => peer.Team.Id).Order());
    }

    /// <summary>Updates come one after another: at each moment what is new is found, what is gone is not, and what has changed is found as it is now.</summary>
    [Property(MaxTest = 3)]
    public void After_updates_the_best_are_those_of_now(int seed)
    {
        var random = new Random(seed);
        var (now, found, lists) = (Many, 0, 0);
        for (var update = 0; update < 4; update++)
        {
            var changed = Enumerable.Range(0, 1 + random.Next(60)).Select(_ => random.Next(1, Teams + 200)).Distinct().ToList();
            var gone = Enumerable.Range(0, random.Next(20)).Select(_ => random.Next(1, Teams + 200)).Concat(changed).ToHashSet();
            now = now.With([.. changed.Select(id => Crowd.Team(id, random.Next()))], gone, DateTimeOffset.UnixEpoch);
            var few = now.Teams.Where(team => random.Next(4) == 0 || changed.Contains(team.Id)).Select(team => team.Id).ToHashSet();
            foreach (var ours in now.Teams.Where(team => changed.Contains(team.Id)).Take(5).Append(now.Teams[random.Next(now.Teams.Count)]))
            {
                Assert.Equal(Exact(now, ours, 50, few.Contains), Ranking.Peers(now, ours, 50, few.Contains, Scorer));
                found += Exact(now, ours, 10, null).Intersect(Ranking.Peers(now, ours, 10, null, Scorer)).Count();
                lists++;
            }
        }
        Assert.InRange(found / (10.0 * lists), 0.96, 1);
    }

    [Fact]
    public void When_much_has_changed_the_table_is_made_anew_and_everybody_is_still_found()
    {
        var changed = Enumerable.Range(1, 400).Select(id => Crowd.Team(id, id + 9_000)).ToList();
        var now = Many.With(changed, changed.Select(team => team.Id).ToHashSet(), DateTimeOffset.UnixEpoch);
        var few = now.Teams.Where((_, i) => i % 5 == 0).Select(team => team.Id).ToHashSet();
        Assert.Equal(Exact(now, now.Teams[3], 100, few.Contains), Ranking.Peers(now, now.Teams[3], 100, few.Contains, Scorer));
    }

    [Fact]
    public void Refitted_words_are_those_that_are_scored()
    {
        var now = Many.With([Crowd.Team(1, 77)], new HashSet<int> { 1 }, DateTimeOffset.UnixEpoch).Refitted(DateTimeOffset.UnixEpoch);
        var few = now.Teams.Where((_, i) => i % 5 == 0).Select(team => team.Id).ToHashSet();
        Assert.Equal(Exact(now, now.Teams[0], 20, few.Contains), Ranking.Peers(now, now.Teams[0], 20, few.Contains, Scorer));
    }

    [Fact]
    public void Where_nothing_has_a_vector_words_alone_find()
    {
        var teams = Many.Teams.Select(team => new IndexedTeam(team.Profile, [], _ => [], team.Words)).ToList();
        var silent = Many with { Teams = teams, Table = PeerTable.Of(teams, Many.Lexicon) };
        Assert.Equal(Exact(silent, teams[0], 5, null), Ranking.Peers(silent, teams[0], 5, null, Scorer));
    }

    /// <summary>Of the 24 best pairs of a team that a cohort is planned with.</summary>
    [Fact]
    public void Nearly_all_of_the_best_pairs_of_a_cohort_are_found_without_scoring_all()
    {
        var teams = Many.Teams.Take(PeerTable.FewestTeams).ToList();
        var some = teams.Where((_, i) => i % 100 == 0).ToList();
        var best = Ranking.Pairs(Many, teams, Scorer).Best(Introductions.BestOfEach, new HashSet<(int, int)>(), CancellationToken.None).ToLookup(pair => pair.A);
        var ids = teams.Select(team => team.Id).ToHashSet();
        var found = some.Sum(ours => Exact(Many, ours, Introductions.BestOfEach, ids.Contains).Select(peer => (peer.Team.Id, peer.Score.Total)).Intersect(best[ours.Id].Select(pair => (pair.B, pair.Score))).Count());
        Assert.InRange(found / (double)(some.Count * Introductions.BestOfEach), 0.9, 1);
    }

    [Fact]
    public void A_search_allocates_no_more_than_its_result()
    {
        for (var i = 0; i < 50; i++) Ranking.Peers(Many, Many.Teams[i], 20, null, Scorer);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Ranking.Peers(Many, Many.Teams[0], 20, null, Scorer);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20 * 48 + 64);
    }

    private static IReadOnlyList<RankedTeam> Exact(Snapshot snapshot, IndexedTeam ours, int count, Func<int, bool>? among) =>
        Ranking.Teams(snapshot, ours, count, among, Scorer.OfTeams);

    private static Snapshot CrowdOf(int teams, int seed) =>
        Snapshot.Nothing.With([.. Enumerable.Range(1, teams).Select(id => Crowd.Team(id, seed * 100_000 + id))], new HashSet<int>(), DateTimeOffset.UnixEpoch);
}
