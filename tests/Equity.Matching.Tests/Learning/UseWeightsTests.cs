namespace Equity.Matching.Tests.Learning;

public class UseWeightsTests
{
    private static readonly ScoreWeights People = new(0, 1, 0, 0, 0);

    [Fact]
    public async Task Other_weights_are_used_as_if_the_matcher_had_been_made_with_them()
    {
        using var matcher = await Model.MatcherOf(Community.Teams);
        using var made = await Model.MatcherOf(Community.Teams, options: new MatcherOptions().With(People));
        var before = matcher.Peers(Community.Clinic, 5);
        await matcher.UseWeightsAsync(People, CancellationToken.None);
        Assert.Equal(made.Info.Weights, matcher.Info.Weights);
        Assert.Equal(Told(made), Told(matcher));
        Assert.NotEqual(before.Select(peer => peer.Score), matcher.Peers(Community.Clinic, 5).Select(peer => peer.Score));
        // What comes later is weighed by them too.
        await matcher.UpdateAsync([Community.Get(Community.New) with { Stage = 3 }], [Community.Deaf]);
        await matcher.RefitAsync(CancellationToken.None);
        Assert.Equal(People, new ScoreWeights(matcher.Info.Weights[0].Value, matcher.Info.Weights[1].Value, matcher.Info.Weights[2].Value, matcher.Info.Weights[3].Value, matcher.Info.Weights[4].Value));
    }

    [Fact]
    public async Task A_list_is_weighed_by_one_set_of_weights_while_they_are_exchanged()
    {
        using var matcher = await Model.MatcherOf(Community.Teams);
        var fitted = Told(matcher);
        await matcher.UseWeightsAsync(People, CancellationToken.None);
        var people = Told(matcher);
        var lists = new List<string>();
        using var enough = new CancellationTokenSource();
        var exchanging = Task.Run(async () =>
        {
            for (var i = 0; !enough.IsCancellationRequested; i++)
                await matcher.UseWeightsAsync(i % 2 == 0 ? ScoreWeights.Fitted : People, CancellationToken.None);
        });
        for (var i = 0; i < 300; i++)
            lists.Add(Told(matcher));
        await enough.CancelAsync();
        await exchanging;
        Assert.All(lists, list => Assert.True(list == fitted || list == people, list));
        Assert.Equal(2, lists.Distinct().Count());
    }

    [Fact]
    public async Task Weights_that_do_not_sum_to_1_are_refused_and_change_nothing()
    {
        using var matcher = await Model.MatcherOf(Community.Teams);
        var before = matcher.Info.Weights;
        await Assert.ThrowsAsync<ArgumentException>(() => matcher.UseWeightsAsync(new(1, 1, 0, 0, 0), CancellationToken.None));
        await Assert.ThrowsAsync<ArgumentException>(() => matcher.UseWeightsAsync(new(2, -1, 0, 0, 0), CancellationToken.None));
        Assert.Equal(before, matcher.Info.Weights);
    }

    [Fact]
    public async Task The_likeness_of_two_teams_makes_their_score()
    {
        using var matcher = await Model.MatcherOf(Community.Teams);
        foreach (var team in Community.Teams)
        {
            foreach (var peer in matcher.Peers(team.Id, 100))
            {
                var likeness = matcher.LikenessOf(team.Id, peer.Team)!;
                Assert.Equal(peer.Score, likeness.Score(ScoreWeights.Fitted), 9);
                Assert.Equal(likeness, matcher.LikenessOf(peer.Team, team.Id));
            }
        }
        Assert.Null(matcher.LikenessOf(Community.Clinic, 99));
        Assert.Null(matcher.LikenessOf(Community.Clinic, Community.Nameless)!.Population);
        Assert.NotNull(matcher.LikenessOf(Community.Clinic, Community.Carers)!.Population);
        // What visitors may not read is not told to them.
        Assert.NotNull(matcher.LikenessOf(Community.Clinic, Community.Heart)!.Support);
        Assert.Null(matcher.LikenessOf(Community.Clinic, Community.Heart, Audience.Visitors)!.Support);
    }

    private static string Told(PeerMatcher matcher) =>
        string.Join('\n', matcher.Peers(Community.Clinic, 11).Select(peer => $"{peer.Team} {peer.Score} {string.Join(' ', peer.Parts.Select(part => part.Value))} {string.Join(' ', peer.Reasons.Select(reason => reason.Text))}"));
}
