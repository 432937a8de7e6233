namespace Equity.Matching.Tests;

public class IntroduceTests
{
    private static readonly IReadOnlyList<IntroducibleTeam> Everybody = [.. Community.Teams.Select(team => new IntroducibleTeam(team.Id, 3))];

    [Fact]
    public async Task Everybody_meets_somebody_and_the_scores_are_those_of_peers()
    {
        using var matcher = await Model.MatcherOf(Community.Teams);
        var plan = matcher.Introduce(Everybody);
        Assert.Empty(plan.LeftOut);
        Assert.InRange(plan.TotalScore / plan.UpperBound, 0.98, 1);
        Assert.All(plan.Introductions, pair => Assert.Equal(matcher.Peers(pair.A, 100).Single(peer => peer.Team == pair.B).Score, pair.Score));
    }

    [Fact]
    public async Task The_reasons_of_a_pair_are_those_of_peers()
    {
        using var matcher = await Model.MatcherOf(Community.Teams);
        Assert.Equal(matcher.Peers(Community.Clinic, 100).Single(peer => peer.Team == Community.Heart).Reasons, matcher.Reasons(Community.Clinic, Community.Heart));
        Assert.Empty(matcher.Reasons(Community.Clinic, 999));
    }

    [Fact]
    public async Task Those_who_are_friends_do_not_meet_again()
    {
        using var matcher = await Model.MatcherOf(Community.Teams);
        var first = matcher.Introduce(Everybody).Introductions.Select(pair => (pair.B, pair.A)).ToList();
        Assert.Empty(matcher.Introduce(Everybody, 3, first).Introductions.Select(pair => (pair.B, pair.A)).Intersect(first));
    }

    [Fact]
    public async Task A_team_that_the_matcher_does_not_know_fits_nobody()
    {
        using var matcher = await Model.MatcherOf(Community.Teams);
        Assert.Equal([new(999, LeftOutReason.NobodyFits)], matcher.Introduce([.. Everybody, new(999, 3)]).LeftOut);
    }

    [Fact]
    public async Task Asks_and_offers_count_for_those_alone_who_may_read_them()
    {
        using var matcher = await Model.MatcherOf(Community.Teams);
        using var silent = await Model.MatcherOf([.. Community.Teams.Select(team => team with { Texts = [.. team.Texts.Where(text => text.Field is not (ProfileField.Ask or ProfileField.Offer))] })]);
        Assert.Equal(silent.Introduce(Everybody).Introductions, matcher.Introduce(Everybody, audience: Audience.Visitors).Introductions);
    }
}
