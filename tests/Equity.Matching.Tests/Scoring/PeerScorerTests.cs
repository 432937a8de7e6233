using FsCheck.Xunit;

namespace Equity.Matching.Tests;

public class PeerScorerTests
{
    private static readonly MatcherOptions Options = new();
    private static readonly PeerScorer Scorer = new(Options);

    [Property]
    public void A_score_is_the_same_both_ways_to_the_last_bit(int seed, byte size)
    {
        foreach (var (a, b) in Pairs(MadeUpTeams.Of(seed, size))) Assert.Equal(Score(a, b), Score(b, a));
    }

    [Property]
    public void A_score_is_bounded_and_its_parts_sum_to_it(int seed, byte size)
    {
        foreach (var (a, b) in Pairs(MadeUpTeams.Of(seed, size)))
        {
            var score = Score(a, b);
            var parts = Scorer.Parts(score);
            Assert.InRange(score.Total, 0, 1);
            Assert.Equal(score.Total, parts.Sum(p => p.Value), 1e-9);
            Assert.All(parts.Zip(Options.Weights), p => Assert.InRange(p.First.Value, 0, p.Second.Value));
            Assert.Equal(Options.Weights.Select(w => w.Name), parts.Select(p => p.Name));
        }
    }

    [Property]
    public void The_fast_score_is_the_obvious_one(int seed, byte size)
    {
        foreach (var (a, b) in Pairs(MadeUpTeams.Of(seed, size))) Assert.Equal(ObviousScorer.Score(a, b, Options), Score(a, b).Total, 1e-5);
    }

    [Property]
    public void Comparing_each_pair_of_passages_once_changes_no_bit_of_a_score(int seed, byte size)
    {
        foreach (var (a, b) in Pairs([.. MadeUpTeams.Of(seed, size).SelectMany(team => (IndexedTeam[])[team, team.WithoutSupport()])]))
            Assert.Equal(Scorer.Of(new Cosines(a, b), 0.1), Scorer.Of(a, b, 0.1));
    }

    [Property]
    public void The_scan_keeps_the_best_of_everybody_and_never_oneself(int seed, byte size)
    {
        var teams = MadeUpTeams.Of(seed, size);
        var lexicon = Lexicon.Fit([string.Join(' ', Enumerable.Range(0, 400).Select(i => $"{(char)('a' + i % 26)}{(char)('a' + i / 26)}q"))]);
        var snapshot = Snapshot.Nothing with { Teams = teams, Lexicon = lexicon };
        foreach (var ours in teams)
        {
            var obvious = teams.Where(t => t != ours).Select(t => (t.Id, Score(ours, t).Total)).OrderByDescending(t => t.Total).ThenBy(t => t.Id).Take(5);
            Assert.Equal(obvious, Ranking.Teams(snapshot, ours, 5, null, Scorer.Of).Select(r => (r.Team.Id, r.Score.Total)));
        }
    }

    [Fact]
    public void A_side_that_is_not_told_is_judged_by_the_whole()
    {
        var profile = new float[384];
        profile[0] = 1;
        var thin = new IndexedTeam(new(1, 0, []), [new(View.Profile, 1, "work", "")], _ => profile, SparseRow.Zero);
        var score = Score(thin, thin);
        Assert.Equal(Options.InequityWeight, score.Inequity, 1e-9);
        Assert.Equal(1 - Options.WordsWeight, score.Total, 1e-9);
    }

    [Fact]
    public void The_same_dimension_brings_inequities_nearer_another_one_apart_and_one_that_is_missing_does_neither()
    {
        var untold = InequityOf(null, null);
        Assert.True(InequityOf("AGE", "AGE") > untold);
        Assert.True(InequityOf("AGE", "SEX") < untold);
        Assert.Equal(untold, InequityOf("AGE", null));

        static double InequityOf(string? ours, string? theirs) => Score(Tackling(ours, 1), Tackling(theirs, 2)).Inequity;
        static IndexedTeam Tackling(string? dimension, int other)
        {
            var vector = new float[384];
            vector[0] = vector[other] = MathF.Sqrt(0.5f); // a cosine of 0.5
            var told = dimension is null ? new Dictionary<int, string>() : new() { [1] = dimension };
            return new(new(1, 0, []) { Dimensions = told }, [new(View.Inequity, 1, "inequity", "")], _ => vector, SparseRow.Zero);
        }
    }

    [Theory]
    [InlineData(0.5, 0.5, 0.1)]
    [InlineData(-0.1, 1.1, 0)]
    [InlineData(double.NaN, 0.5, 0.5)]
    public void Weights_that_do_not_sum_to_one_are_refused(double inequity, double population, double rest)
    {
        var options = new MatcherOptions { InequityWeight = inequity, PopulationWeight = population, SupportWeight = rest, ProfileWeight = 0, WordsWeight = 0 };
        Assert.Throws<ArgumentException>(() => new PeerMatcher(Model.Encoder, Model.Store, TimeProvider.System, options));
    }

    [Fact]
    public void A_threshold_outside_its_range_is_refused() =>
        Assert.Throws<ArgumentException>(() => new PeerMatcher(Model.Encoder, Model.Store, TimeProvider.System, new() { SupportFrom = 1.5 }));

    private static PeerScore Score(IndexedTeam a, IndexedTeam b) => Scorer.Of(a, b, a.Words.Cosine(b.Words));

    private static IEnumerable<(IndexedTeam, IndexedTeam)> Pairs(IndexedTeam[] teams) => from a in teams from b in teams where a.Id < b.Id select (a, b);
}
