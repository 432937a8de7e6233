using FsCheck.Xunit;

namespace Equity.Matching.Tests.Learning;

public class LearnTests
{
    private static readonly ScoreWeights Preference = new(0.10, 0.45, 0.30, 0.15, 0.00);

    [Fact]
    public void Answers_of_a_known_preference_recover_it()
    {
        var learnt = PeerMatcher.Learn(MadeUpAnswers.Of(Preference, 4_000), ScoreWeights.Fitted);
        Assert.Equal((LearningOutcome.Better, 4_000, 400), (learnt.Outcome, learnt.Answers, learnt.Teams));
        Assert.All(learnt.Weights.Values.Zip(Preference.Values), pair => Assert.InRange(pair.First, pair.Second - 0.05, pair.Second + 0.05));
        Assert.Equal(Order(Preference), Order(learnt.Weights));
        Assert.InRange(learnt.GainFrom, double.Epsilon, learnt.Gain);
        Assert.InRange(learnt.GainTo, learnt.Gain, 1);
    }

    [Fact]
    public void Two_hundred_answers_turn_the_weights_towards_a_strong_preference()
    {
        var fitted = ScoreWeights.Fitted;
        var learnt = PeerMatcher.Learn(MadeUpAnswers.Of(new(0, 1, 0, 0, 0), 200), fitted);
        Assert.Equal(LearningOutcome.Better, learnt.Outcome);
        Assert.InRange(learnt.Weights.Population, 0.35, 0.65);
    }

    [Fact]
    public void What_is_in_use_stays_when_people_prefer_by_it()
    {
        for (var seed = 1; seed <= 5; seed++)
            Assert.Equal(LearningOutcome.NoBetter, PeerMatcher.Learn(MadeUpAnswers.Of(ScoreWeights.Fitted, 600, seed), ScoreWeights.Fitted).Outcome);
    }

    [Fact]
    public void Noise_is_refused()
    {
        for (var seed = 1; seed <= 10; seed++)
        {
            var random = new Random(seed);
            var noise = MadeUpAnswers.Of(Preference, 600, seed).Select(answer => answer with { Helped = random.Next(2) == 0 }).ToList();
            Assert.Equal(LearningOutcome.NoBetter, PeerMatcher.Learn(noise, ScoreWeights.Fitted).Outcome);
        }
    }

    [Fact]
    public void The_same_answers_never_change_weights_twice()
    {
        var answers = MadeUpAnswers.Of(Preference, 600);
        var learnt = PeerMatcher.Learn(answers, ScoreWeights.Fitted);
        var again = PeerMatcher.Learn(answers, learnt.Weights);
        Assert.Equal((LearningOutcome.Better, LearningOutcome.NoBetter), (learnt.Outcome, again.Outcome));
        Assert.Equal(learnt.Weights, again.Weights);
    }

    [Fact]
    public void Weights_that_were_learnt_give_way_when_people_come_to_prefer_something_else()
    {
        var answers = MadeUpAnswers.Of(Preference, 600);
        var learnt = PeerMatcher.Learn(answers, ScoreWeights.Fitted).Weights;
        var changed = MadeUpAnswers.Of(new(0, 0, 0, 1, 0), 1_200, seed: 2).Select(answer => answer with { Team = answer.Team + 1_000 });
        var now = PeerMatcher.Learn([.. answers, .. changed], learnt);
        Assert.Equal(LearningOutcome.Better, now.Outcome);
        Assert.True(now.Weights.Profile > learnt.Profile + 0.2, $"{now}");
    }

    [Fact]
    public void Too_few_answers_change_nothing()
    {
        var answers = MadeUpAnswers.Of(Preference, 199);
        Assert.Equal(new WeightProposal(LearningOutcome.TooFew, ScoreWeights.Fitted, 199, 19, 0, 0, 0), PeerMatcher.Learn(answers, ScoreWeights.Fitted));
        Assert.NotEqual(LearningOutcome.TooFew, PeerMatcher.Learn(answers, ScoreWeights.Fitted, new() { LeastAnswers = 199 }).Outcome);
    }

    [Fact]
    public void Many_answers_of_few_teams_or_of_one_sort_are_too_few()
    {
        var answers = MadeUpAnswers.Of(Preference, 1_000);
        Assert.Equal(LearningOutcome.TooFew, PeerMatcher.Learn([.. answers.Select(answer => answer with { Team = answer.Team % 9 })], ScoreWeights.Fitted).Outcome);
        Assert.Equal(LearningOutcome.TooFew, PeerMatcher.Learn([.. answers.Select((answer, i) => answer with { Helped = i % 25 != 0 })], ScoreWeights.Fitted).Outcome);
    }

    [Fact]
    public void One_team_does_not_decide_for_all()
    {
        var loud = MadeUpAnswers.Of(new(0, 1, 0, 0, 0), 400).Select(answer => answer with { Team = 0 });
        var others = MadeUpAnswers.Of(ScoreWeights.Fitted, 200, seed: 2).Select(answer => answer with { Team = answer.Team + 1 });
        Assert.Equal(LearningOutcome.NoBetter, PeerMatcher.Learn([.. loud, .. others], ScoreWeights.Fitted).Outcome);
    }

    [Fact]
    public void The_same_answers_in_any_order_give_the_same_weights()
    {
        var answers = MadeUpAnswers.Of(Preference, 400, thin: 0.3).ToArray();
        var learnt = PeerMatcher.Learn(answers, ScoreWeights.Fitted);
        new Random(7).Shuffle(answers);
        Assert.Equal(learnt, PeerMatcher.Learn(answers, ScoreWeights.Fitted));
    }

    [Property(MaxTest = 10)]
    public void Learnt_weights_are_non_negative_and_sum_to_1(int seed, byte thin)
    {
        var random = new Random(seed);
        var preference = ScoreWeights.Of([.. Enumerable.Range(0, 5).Select(_ => (2 * random.NextDouble()) - 1)]); // people may dislike what is alike
        var learnt = PeerMatcher.Learn(MadeUpAnswers.Of(preference, 300, seed, thin / 255.0), ScoreWeights.Fitted, new() { Hold = 0 }).Weights;
        Assert.All(learnt.Values, weight => Assert.InRange(weight, 0, 1));
        Assert.Equal(1, learnt.Values.Sum(), 9);
    }

    [Fact]
    public void What_cannot_be_is_refused()
    {
        var answer = MadeUpAnswers.Of(Preference, 1)[0];
        Assert.Throws<ArgumentException>(() => PeerMatcher.Learn([], new(1, 1, 0, 0, 0)));
        Assert.Throws<ArgumentException>(() => PeerMatcher.Learn([answer with { Likeness = answer.Likeness with { Words = double.NaN } }], ScoreWeights.Fitted));
        Assert.Throws<ArgumentException>(() => PeerMatcher.Learn([], ScoreWeights.Fitted, new() { LeastAnswers = 49 }));
        Assert.Throws<ArgumentException>(() => PeerMatcher.Learn([], ScoreWeights.Fitted, new() { LeastTeams = 4 }));
        Assert.Throws<ArgumentException>(() => PeerMatcher.Learn([], ScoreWeights.Fitted, new() { Hold = -1 }));
    }

    private static IEnumerable<int> Order(ScoreWeights weights) => weights.Values.Index().OrderByDescending(each => each.Item).Select(each => each.Index);
}
