using FsCheck.Xunit;

namespace Equity.Matching.Tests;

public class PairScoresTests
{
    [Property(MaxTest = 50)]
    public void The_best_of_each_are_those_of_everybody_compared_with_everybody(int seed)
    {
        var random = new Random(seed);
        var (count, each) = (random.Next(200), 1 + random.Next(5));
        int[] ids = [.. Enumerable.Range(0, count).Select(i => i * 2 + 1)];
        var apart = Enumerable.Range(0, count).Select(_ => (ids[random.Next(count)], ids[random.Next(count)])).SelectMany(pair => ((int, int)[])[pair, (pair.Item2, pair.Item1)]).ToHashSet();
        var best = new PairScores(ids, () => Scores(1, 0)).Best(each, apart, CancellationToken.None);
        var guessed = new PairScores(ids, () => Scores(1, 0), () => Scores(40, -7)).Best(each, apart, CancellationToken.None);
        var obvious = from a in Enumerable.Range(0, count)
                      from near in Enumerable.Range(0, count).Where(b => b != a && !apart.Contains((ids[a], ids[b]))).OrderByDescending(b => Score(a, b)).ThenBy(b => b).Take(each)
                      select new CandidatePair(ids[a], ids[near], Score(a, near));
        Assert.Equal(obvious, best);
        Assert.Equal(best, guessed);

        RowScore Scores(double factor, double more) => (row, from, scores) =>
        {
            for (var i = 0; i < scores.Length; i++) scores[i] = factor * Score(row, from + i) + more;
        };

        // Few different scores, so that many tie.
        double Score(int a, int b) => Math.Min(a, b) * 31 % 7 * (Math.Max(a, b) * 17 % 5) / 24.0;
    }

    [Fact]
    public void Where_all_are_guessed_few_are_scored_and_scores_decide()
    {
        var scored = 0;
        var scores = new PairScores([.. Enumerable.Range(0, 600)], () => (row, from, found) =>
        {
            Interlocked.Add(ref scored, found.Length);
            for (var i = 0; i < found.Length; i++) found[i] = 1 / (1.0 + Math.Abs(row - from - i));
        }, () => (row, from, guessed) =>
        {
            for (var i = 0; i < guessed.Length; i++) guessed[i] = -Math.Abs(row - from - i) / 3; // whole numbers: of three each it does not know which is best
        });
        Assert.Equal(from row in Enumerable.Range(0, 600) from other in (int[])[row - 1, row + 1] where other is >= 0 and < 600 select (row, other),
            scores.Best(2, new HashSet<(int, int)>(), CancellationToken.None).Where(pair => Math.Abs(pair.A - pair.B) == 1).Select(pair => (pair.A, pair.B)));
        Assert.InRange(scored, 1, 600 * 8);
    }

    [Fact]
    public void A_team_that_is_among_nobodys_best_is_introduced_all_the_same()
    {
        // Everybody likes the first team best, and it has room for three.
        var teams = Enumerable.Range(0, 120).Select(id => new IntroducibleTeam(id, 3)).ToList();
        var scores = new PairScores([.. teams.Select(team => team.Id)], () => (row, from, found) =>
        {
            for (var i = 0; i < found.Length; i++) found[i] = 1 / (1.0 + Math.Min(row, from + i));
        });
        Assert.Equal(116, Introductions.Plan(teams, scores.Best(1, new HashSet<(int, int)>(), CancellationToken.None), 3).LeftOut.Count(left => left.Why == LeftOutReason.EverybodyIsTaken));
        Assert.Empty(Introductions.Plan(teams, scores, 3, [], CancellationToken.None).LeftOut);
    }

    [Fact]
    public void A_plan_that_is_not_wanted_any_more_stops()
    {
        using var cancel = new CancellationTokenSource();
        cancel.Cancel();
        var scores = new PairScores([1, 2, 3], () => (_, _, _) => Assert.Fail("It scored all the same."));
        Assert.Throws<OperationCanceledException>(() => scores.Best(3, new HashSet<(int, int)>(), cancel.Token));
    }
}
