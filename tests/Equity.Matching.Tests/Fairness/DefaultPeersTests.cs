using FsCheck.Xunit;

namespace Equity.Matching.Tests.Fairness;

/// <summary>Whom a team is shown when it asks for nothing in particular.</summary>
public class DefaultPeersTests
{
    [Property(MaxTest = 12)]
    public async Task Nobody_is_shown_more_than_twice_the_fair_share_and_everybody_once(int seed)
    {
        var random = new Random(seed);
        var teams = Enumerable.Range(1, random.Next(7, 30)).Select(id => GeneratedTeamsTests.Team(random, id)).ToList();
        var shown = teams.Select(team => team.Id).Where(id => id % 4 != 0).ToHashSet();
        using var matcher = await Model.MatcherOf(teams);
        await matcher.ShareOutAsync(shown);
        foreach (var audience in Enum.GetValues<Audience>())
        {
            var lists = teams.ToDictionary(team => team.Id, team => matcher.DefaultPeers(team.Id, 5, shown.Contains, audience));
            var times = lists.Values.SelectMany(list => list).CountBy(peer => peer.Team).ToDictionary();
            Assert.All(lists, list => Assert.Equal(Math.Min(5, shown.Count - (shown.Contains(list.Key) ? 1 : 0)), list.Value.Select(peer => peer.Team).Distinct().Count()));
            Assert.All(lists, list => Assert.DoesNotContain(list.Key, list.Value.Select(peer => peer.Team)));
            Assert.Equal(shown.Order(), times.Keys.Order());
            Assert.InRange(times.Values.Max(), 1, 2 * 5 * teams.Count / shown.Count);
        }
    }

    [Fact]
    public async Task A_team_that_everybody_would_call_is_shared_out()
    {
        var (matcher, hub, teams) = await AroundOneAsync();
        using (matcher)
        {
            Assert.Equal(teams.Count - 1, teams.Count(team => matcher.Peers(team.Id, 5).Any(peer => peer.Team == hub)));
            await matcher.ShareOutAsync(teams.Select(team => team.Id).ToHashSet());
            Assert.Equal(10, teams.Count(team => matcher.DefaultPeers(team.Id, 5).Any(peer => peer.Team == hub)));
        }
    }

    [Fact]
    public async Task Before_the_lists_are_chosen_they_are_those_of_the_best()
    {
        using var matcher = await Model.MatcherOf(Community.Teams);
        Assert.All(Community.Teams, team => Assert.Equivalent(matcher.Peers(team.Id, 7), matcher.DefaultPeers(team.Id, 7), strict: true));
    }

    [Fact]
    public async Task More_are_the_best_of_the_others_and_fewer_are_the_first()
    {
        using var matcher = await SharedOutAsync();
        foreach (var team in Community.Teams)
        {
            var (five, nine) = (Ids(matcher.DefaultPeers(team.Id, 5)), Ids(matcher.DefaultPeers(team.Id, 9)));
            Assert.Equal(five, nine.Take(5));
            Assert.Equal(five.Take(2), Ids(matcher.DefaultPeers(team.Id, 2)));
            Assert.Equal(Ids(matcher.Peers(team.Id, 4, id => !five.Contains(id))), nine.Skip(5));
        }
    }

    [Fact]
    public async Task Scores_and_reasons_are_those_of_peers()
    {
        using var matcher = await SharedOutAsync();
        foreach (var team in Community.Teams)
        {
            var all = matcher.Peers(team.Id, 100).ToDictionary(peer => peer.Team);
            Assert.All(matcher.DefaultPeers(team.Id, 5), peer => Assert.Equivalent(all[peer.Team], peer, strict: true));
        }
    }

    [Fact]
    public async Task Who_has_no_room_any_more_makes_place_for_the_next()
    {
        using var matcher = await SharedOutAsync();
        var before = Ids(matcher.DefaultPeers(Community.Clinic, 5));
        var after = Ids(matcher.DefaultPeers(Community.Clinic, 5, id => id != before[1]));
        Assert.Equal(before.Where(id => id != before[1]), after.Take(4));
        Assert.Equal(5, after.Distinct().Count());
    }

    [Fact]
    public async Task A_draft_is_on_no_list_and_gets_its_best()
    {
        using var matcher = await Model.MatcherOf([.. Community.Teams.Select(team => team.Id == Community.Heart ? team with { Published = false } : team)]);
        await matcher.ShareOutAsync(Community.Teams.Select(team => team.Id).ToHashSet());
        Assert.All(Community.Teams, team => Assert.DoesNotContain(Community.Heart, Ids(matcher.DefaultPeers(team.Id, 5, id => id != Community.Heart))));
        Assert.Equal(Ids(matcher.Peers(Community.Heart, 5)), Ids(matcher.DefaultPeers(Community.Heart, 5)));
    }

    [Fact]
    public async Task A_change_keeps_the_lists_until_they_are_chosen_anew()
    {
        using var matcher = await SharedOutAsync();
        var before = Ids(matcher.DefaultPeers(Community.Clinic, 5));
        await matcher.UpdateAsync([], [before[0]]);
        Assert.Equal(before.Skip(1), Ids(matcher.DefaultPeers(Community.Clinic, 5)).Take(4));
        await matcher.ShareOutAsync(Community.Teams.Select(team => team.Id).ToHashSet());
        Assert.DoesNotContain(before[0], Ids(matcher.DefaultPeers(Community.Clinic, 11)));
    }

    private static List<int> Ids(IReadOnlyList<PeerMatch> peers) => [.. peers.Select(peer => peer.Team)];

    private static async Task<PeerMatcher> SharedOutAsync()
    {
        var matcher = await Model.MatcherOf(Community.Teams);
        await matcher.ShareOutAsync(Community.Teams.Select(team => team.Id).ToHashSet());
        return matcher;
    }

    /// <summary>Twenty-four teams that share with one of them what each does, and nothing with each other.</summary>
    private static async Task<(PeerMatcher Matcher, int Hub, List<TeamProfile> Teams)> AroundOneAsync()
    {
        string[] work =
        [
            "dental checks", "cervical screening", "blood pressure", "eye tests", "hearing aids", "foot care", "school meals", "asthma inhalers", "talking therapy", "antenatal visits",
            "sickle cell crises", "hospital letters", "bus fares", "interpreters", "sign language", "prison health", "hostel nursing", "farm workers", "cancer scans", "epilepsy nurses",
            "home births", "pain clinics", "memory clinics",
        ];
        var teams = work.Select((what, i) => new TeamProfile(i + 1, 3, [new(ProfileField.Name, i + 1, $"The {what} team"), new(ProfileField.Aim, i + 1, $"Fair {what} for everybody who goes without.")])).ToList();
        teams.Add(new(24, 3, [.. work.Select((what, i) => new ProfileText(ProfileField.Offer, 100 + i, $"We offer help with {what}.")), .. work.Select((what, i) => new ProfileText(ProfileField.LearningTitle, 200 + i, $"Fair {what} for everybody who goes without."))]));
        return (await Model.MatcherOf(teams), 24, teams);
    }
}
