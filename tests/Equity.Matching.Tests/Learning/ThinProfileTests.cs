namespace Equity.Matching.Tests.Learning;

/// <summary>Feedback is given by and about those who have told much. Who has told little must not pay for it.</summary>
public class ThinProfileTests
{
    /// <summary>What full profiles' answers can speak for, to the extreme: one side alone.</summary>
    public static TheoryData<string> Sides => ["inequity", "population", "support", "profile", "words"];

    [Fact]
    public void Of_a_side_that_was_not_told_nothing_is_learnt()
    {
        var answers = MadeUpAnswers.Of(new(0, 0, 0, 1, 0), 1_000, thin: 0.9);
        var untold = answers.Select(answer => answer with { Likeness = answer.Likeness with { Population = null } }).ToList();
        var learnt = PeerMatcher.Learn(untold, ScoreWeights.Fitted, new() { Hold = 0 });
        // The whole stands in for people in each of these scores, and took all the credit; the weight of people is the one before, but for the sum.
        Assert.Equal(LearningOutcome.Better, learnt.Outcome);
        Assert.InRange(learnt.Weights.Profile, 0.85, 1);
        Assert.InRange(learnt.Weights.Population, 0.5 * ScoreWeights.Fitted.Population, ScoreWeights.Fitted.Population);
    }

    [Theory, MemberData(nameof(Sides))]
    public async Task A_team_that_has_told_little_does_not_sink_by_what_others_answered_about_each_other(string preferred)
    {
        int[] thin = [Community.Carers, Community.Nameless, Community.New];
        using var matcher = await Model.MatcherOf(Community.Teams);
        var before = thin.Select(team => Median(matcher, team)).ToList();
        var learnt = PeerMatcher.Learn(AboutFullOnes(matcher, Alone(preferred), thin), ScoreWeights.Fitted);
        Assert.Equal(LearningOutcome.Better, learnt.Outcome);
        await matcher.UseWeightsAsync(learnt.Weights, CancellationToken.None);
        Assert.All(thin.Zip(before), team => Assert.InRange(Median(matcher, team.First), 1, team.Second + 1));
    }

    /// <summary>Many answers about each pair of teams that have told much; a hundred teams could have given them.</summary>
    private static List<PeerAnswer> AboutFullOnes(PeerMatcher matcher, ScoreWeights preference, int[] thin)
    {
        var random = new Random(1);
        int[] full = [.. Community.Teams.Select(team => team.Id).Except(thin)];
        var pairs = (from one in full from other in full where one != other select matcher.LikenessOf(one, other)!).ToList();
        var even = pairs.Select(pair => pair.Score(preference)).Order().ElementAt(pairs.Count / 2);
        return [.. Enumerable.Range(0, 1_500).Select(i => MadeUpAnswers.Answer(random, i % 100, 1_000 + i, pairs[random.Next(pairs.Count)], preference, even))];
    }

    private static ScoreWeights Alone(string side) => ScoreWeights.Of([.. new MatcherOptions().Weights.Select(weight => weight.Name == side ? 1.0 : 0)]);

    /// <summary>The middle one of a team's places in the lists of all others, from 1.</summary>
    private static int Median(PeerMatcher matcher, int team)
    {
        var places = Community.Teams.Where(other => other.Id != team).Select(other => matcher.Peers(other.Id, 100).Index().Single(peer => peer.Item.Team == team).Index + 1).Order().ToList();
        return places[places.Count / 2];
    }
}
