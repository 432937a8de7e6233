using FsCheck.Xunit;

namespace Equity.Matching.Tests;

/// <summary>What an audience may not read shapes none of its answers: they are those of a matcher that was never given it.</summary>
public class AudienceTests
{
    private static readonly string[] Searches = ["bus fare to the clinic", "interpretor", "zeppelin", "people with a learning disability"];

    [Fact]
    public async Task To_visitors_it_is_as_if_no_team_had_ever_asked_or_offered()
    {
        using var matcher = await Model.MatcherOf(Community.Teams);
        using var untold = await Model.MatcherOf([.. Community.Teams.Select(WithoutSupport)]);
        await AssertSameAsync(untold, matcher, Community.Teams);
    }

    [Property(MaxTest = 15)]
    public async Task To_visitors_it_is_as_if_no_team_had_ever_asked_or_offered_whatever_teams_write(int seed)
    {
        var random = new Random(seed);
        var teams = Enumerable.Range(1, 4).Select(id => GeneratedTeamsTests.Team(random, id)).ToList();
        using var matcher = await Model.MatcherOf(teams);
        using var untold = await Model.MatcherOf([.. teams.Select(WithoutSupport)]);
        await AssertSameAsync(untold, matcher, teams);
    }

    [Fact]
    public async Task What_visitors_are_told_stays_so_when_teams_change_and_words_are_fitted_anew()
    {
        var changed = Community.Get(Community.Heart) with { Texts = [.. Community.Get(Community.Heart).Texts, new(ProfileField.Offer, 9_001, "A zeppelin for house calls."), new(ProfileField.Summary, Community.Heart, "We fly kites.")] };
        using var matcher = await Model.MatcherOf(Community.Teams);
        using var untold = await Model.MatcherOf([.. Community.Teams.Select(WithoutSupport)]);
        foreach (var (each, team) in new[] { (matcher, changed), (untold, WithoutSupport(changed)) })
        {
            await each.UpdateAsync([team], [Community.Deaf]);
            await each.RefitAsync(default);
        }
        await AssertSameAsync(untold, matcher, [.. Community.Teams.Where(team => team.Id != Community.Deaf)]);
    }

    [Fact]
    public async Task A_draft_shapes_nobody_elses_answers()
    {
        var draft = Community.Get(Community.Heart) with { Id = 77, Published = false, Texts = [new(ProfileField.Name, 77, "Zeppelin interpretor"), .. Community.Get(Community.Heart).Texts.Select(text => text with { Source = text.Source + 70_000 })] };
        using var matcher = await Model.MatcherOf([.. Community.Teams, draft]);
        using var untold = await Model.MatcherOf(Community.Teams);
        Func<int, bool> others = id => id != draft.Id;
        foreach (var team in Community.Teams)
            Assert.Equivalent(untold.Peers(team.Id, 100), matcher.Peers(team.Id, 100, others), strict: true);
        foreach (var text in Searches)
        {
            Assert.Equivalent(await untold.FindPeersAsync(text, 100), await matcher.FindPeersAsync(text, 100, others), strict: true);
            Assert.Equivalent((await untold.SearchAsync(text)).Page(100), (await matcher.SearchAsync(text)).Page(100, null, (_, source) => source < 70_000 && source != 77), strict: true);
        }
        Assert.Equal(Community.Heart, matcher.Peers(draft.Id, 1)[0].Team);
        Assert.Empty(matcher.Peers(draft.Id, 1, null, Audience.Visitors));
    }

    [Fact]
    public async Task Visitors_find_no_offers_and_are_given_no_reason_made_of_one()
    {
        using var matcher = await Model.MatcherOf(Community.Teams);
        Assert.DoesNotContain((await matcher.SearchAsync("bus tickets voice note focus group", null, Audience.Visitors)).Page(100).Hits, hit => hit.Kind == SearchKind.Offer);
        var told = Community.Teams.SelectMany(team => matcher.Peers(team.Id, 100, null, Audience.Visitors)).ToList();
        Assert.DoesNotContain(told, peer => peer.Mutual);
        Assert.DoesNotContain(told.SelectMany(peer => peer.Reasons), reason => reason.Kind is ReasonKind.TheyOfferWhatWeAsk or ReasonKind.WeOfferWhatTheyAsk);
        Assert.All(told, peer => Assert.Equal(peer.Score, peer.Parts.Sum(part => part.Value), 1e-9));
        Assert.All(told.Zip(Community.Teams.SelectMany(team => Enumerable.Repeat(team.Id, Community.Teams.Count - 1))), pair =>
            Assert.Equal(pair.First.Score, matcher.Peers(pair.First.Team, 100, null, Audience.Visitors).Single(back => back.Team == pair.Second).Score));
    }

    private static async Task AssertSameAsync(PeerMatcher untold, PeerMatcher matcher, IReadOnlyCollection<TeamProfile> teams)
    {
        foreach (var team in teams)
            Assert.Equivalent(untold.Peers(team.Id, 100), matcher.Peers(team.Id, 100, null, Audience.Visitors), strict: true);
        foreach (var text in Searches)
        {
            Assert.Equivalent(await untold.FindPeersAsync(text, 100), await matcher.FindPeersAsync(text, 100, null, Audience.Visitors), strict: true);
            Assert.Equivalent((await untold.SearchAsync(text)).Page(100), (await matcher.SearchAsync(text, null, Audience.Visitors)).Page(100), strict: true);
        }
        foreach (var source in teams.SelectMany(team => team.Texts).Select(text => text.Source).Distinct())
        {
            Assert.Equivalent(untold.AlsoTackling(source, 100), matcher.AlsoTackling(source, 100, null, Audience.Visitors), strict: true);
            Assert.Equal(untold.RelatedLearning(source, 100), matcher.RelatedLearning(source, 100, null, Audience.Visitors));
        }
    }

    private static TeamProfile WithoutSupport(TeamProfile team) => team with { Texts = [.. team.Texts.Where(text => text.Field is not (ProfileField.Ask or ProfileField.Offer))] };
}
