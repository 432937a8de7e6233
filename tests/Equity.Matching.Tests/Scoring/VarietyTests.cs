using FsCheck.Xunit;

namespace Equity.Matching.Tests;

public class VarietyTests
{
    [Fact]
    public async Task A_list_is_not_one_team_five_times()
    {
        var copies = Enumerable.Range(101, 5).Select(id => Community.Get(Community.Heart) with { Id = id }).ToList();
        using var matcher = await Model.MatcherOf([.. Community.Teams.Where(team => team.Id != Community.Heart), .. copies]);
        using var plain = await Model.MatcherOf([.. Community.Teams.Where(team => team.Id != Community.Heart), .. copies], options: new() { Variety = 0 });
        Assert.Equal(copies.Select(team => team.Id), plain.Peers(Community.Clinic, 5).Select(peer => peer.Team));
        var varied = matcher.Peers(Community.Clinic, 5);
        Assert.Equal(101, varied[0].Team);
        Assert.InRange(varied.Count(peer => peer.Team > 100), 1, 3);
    }

    [Fact]
    public async Task Variety_changes_places_and_never_a_score_and_the_first_stay_the_first()
    {
        using var matcher = await Model.MatcherOf(Community.Teams, options: new() { Variety = 0.6 });
        using var plain = await Model.MatcherOf(Community.Teams, options: new() { Variety = 0 });
        foreach (var team in Community.Teams)
        {
            var varied = matcher.Peers(team.Id, 100);
            Assert.Equivalent(plain.Peers(team.Id, 100).OrderBy(peer => peer.Team), varied.OrderBy(peer => peer.Team), strict: true);
            Assert.Equal(plain.Peers(team.Id, 1)[0].Team, varied[0].Team);
            Assert.Equal(varied.Take(3).Select(peer => peer.Team), matcher.Peers(team.Id, 3).Select(peer => peer.Team));
        }
    }

    [Property]
    public void Every_place_goes_to_the_best_of_the_rest_less_what_is_like_those_before(int seed, byte size)
    {
        var teams = MadeUpTeams.Of(seed, size);
        var scorer = new PeerScorer(new());
        var ranked = Ranking.Best(teams[1..].Select(team => new RankedTeam(team, scorer.Of(teams[0], team, 0))), 100);
        var varied = Variety.Of(ranked, 100, 0.4, Alike).ToArray();
        Assert.Equal(ranked.Select(team => team.Team.Id).Order(), varied.Select(team => team.Team.Id).Order());
        for (var place = 0; place < varied.Length; place++)
        {
            Assert.Equal(varied[place..].Max(team => Worth(team, place)), Worth(varied[place], place));
        }

        double Worth(RankedTeam team, int place) =>
            0.6 * team.Score.Total - 0.4 * Math.Max(0, varied[..place].Select(before => Alike(team.Team, before.Team)).DefaultIfEmpty(0).Max() - 0.7) / 0.3;
        double Alike(IndexedTeam one, IndexedTeam other) => scorer.Resemblance(one, other);
    }
}
