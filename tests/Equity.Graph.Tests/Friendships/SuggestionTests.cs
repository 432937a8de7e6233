using System.Text.Json;
using Equity.Graph.Tests.Peers.Feedback;

namespace Equity.Graph.Tests.Friendships;

/// <summary>Whom a team is shown minds whom it has, has asked, and did not get on with.</summary>
public class SuggestionTests
{
    private const string Tablet = Recommended.Tablet, Maternity = Recommended.Maternity;

    [Fact]
    public async Task Who_was_asked_is_suggested_again_after_half_a_year_when_it_did_not_work_out()
    {
        await using var host = new GenerousHost();
        var (tablet, maternity) = (await TeamAsync(host, Tablet), await TeamAsync(host, Maternity));
        Assert.Contains(Maternity, await PeersAsync(host));
        var friendship = await host.ProposeAsync("amina", tablet, maternity);
        Assert.DoesNotContain(Maternity, await PeersAsync(host));
        Assert.Contains(Maternity, await PeersAsync(host, includeFriends: true));
        await host.ChangeAsync("grace", "declineFriendship", new { friendship = friendship.Id, version = 1 }, "friendship { id }");
        host.Clock.Advance(TimeSpan.FromDays(179));
        Assert.DoesNotContain(Maternity, await PeersAsync(host));
        host.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Contains(Maternity, await PeersAsync(host));
        // What was only taken back may be thought of again at once.
        var again = await host.ProposeAsync("amina", tablet, maternity);
        await host.ChangeAsync("amina", "withdrawFriendship", new { friendship = again.Id, version = 1 }, "friendship { id }");
        Assert.Contains(Maternity, await PeersAsync(host));
    }

    [Fact]
    public async Task A_list_tells_nobody_of_a_proposal_who_may_not_see_it()
    {
        await using var host = new GenerousHost();
        var friendship = await host.ProposeAsync("amina", await TeamAsync(host, Tablet), await TeamAsync(host, Maternity));
        foreach (var persona in new[] { "newcomer", EquityHost.Visitor, "analyst" })
            Assert.Contains(Maternity, await PeersAsync(host, persona));
        foreach (var persona in new[] { "amina", "grace", "lead" })
            Assert.DoesNotContain(Maternity, await PeersAsync(host, persona));
        await host.AcceptAsync("grace", friendship);
        Assert.DoesNotContain(Maternity, await PeersAsync(host, "newcomer"));
        Assert.Contains(Maternity, await PeersAsync(host, EquityHost.Visitor));
    }

    [Fact]
    public async Task A_decline_answers_with_another_team_for_the_proposer_alone()
    {
        await using var host = new GenerousHost();
        var friendship = await host.ProposeAsync("amina", await TeamAsync(host, Tablet), await TeamAsync(host, Maternity));
        await host.ChangeAsync("grace", "declineFriendship", new { friendship = friendship.Id, version = 1 }, "friendship { id }");
        const string query = "{ viewer { notifications(first: 1) { kind about { ... on Friendship { id instead { id team { key } reasons { text } } } } } } }";
        var told = (await host.DataAsync(query, null, "amina")).At("viewer", "notifications")[0];
        Assert.Equal("FRIENDSHIP_DECLINED", told.Text("kind"));
        var instead = told.At("about", "instead");
        Assert.DoesNotContain(instead.At("team").Text("key"), new[] { Maternity, Tablet });
        Assert.NotEmpty(instead.At("reasons").EnumerateArray());
        await host.RateAsync("amina", instead, "USEFUL");
        foreach (var persona in new[] { "grace", "lead", "administrator" })
            Assert.Equal(JsonValueKind.Null, (await host.DataAsync("query($id: ID!) { node(id: $id) { ... on Friendship { instead { id } } } }", new { id = friendship.Id }, persona)).At("node", "instead").ValueKind);
    }

    [Fact]
    public async Task A_full_team_is_suggested_to_nobody_until_it_has_a_place()
    {
        await using var host = new GenerousHost();
        var maternity = await TeamAsync(host, Maternity);
        var friendships = new List<Row>();
        for (var i = 0; i < (await host.OpenPlacesAsync(maternity)) + friendships.Count; i++)
            friendships.Add(await host.BefriendAsync("amina", await host.PublishAsync("amina", $"Taking a Place {i}"), "grace", maternity));
        Assert.Equal(0, await host.OpenPlacesAsync(maternity));
        await host.SettledAsync();
        Assert.DoesNotContain(Maternity, await FoundAsync(host, "newcomer"));
        Assert.DoesNotContain(Maternity, await PeersAsync(host));
        await host.ChangeAsync("grace", "endFriendship", new { friendship = friendships[0].Id }, "friendship { id }");
        Assert.Contains(Maternity, await FoundAsync(host, "newcomer"));
        Assert.Contains(Maternity, await PeersAsync(host));
    }

    [Fact]
    public async Task A_search_for_peers_leaves_out_whom_ones_team_has_already()
    {
        await using var host = new GenerousHost();
        Assert.Contains(Maternity, await FoundAsync(host, "amina"));
        await host.BefriendAsync("amina", await TeamAsync(host, Tablet), "grace", await TeamAsync(host, Maternity));
        Assert.DoesNotContain(Maternity, await FoundAsync(host, "amina"));
        Assert.Contains(Maternity, await FoundAsync(host, "newcomer"));
    }

    [Fact]
    public async Task Introductions_bring_no_two_together_that_are_friends_and_count_the_places_that_are_left()
    {
        await using var host = new GenerousHost();
        const string query = "{ introductions(perTeam: 10) { introductions { a { key } b { key } } } }";
        var before = await PairsAsync();
        var (one, other) = before.First(pair => (pair.A, pair.B) is (Tablet, _) or (_, Tablet));
        var friend = one == Tablet ? other : one;
        await using (var db = await host.OpenAsync())
        {
            var (tablet, peer) = (db.Teams.Single(team => team.Key == Tablet), db.Teams.Single(team => team.Key == friend));
            db.Add(new Graph.Friendships.Friendship { FromId = tablet.Id, ToId = peer.Id, Key = "made", Pair = Graph.Friendships.Friendship.PairOf(tablet.Id, peer.Id), Status = Graph.Friendships.FriendshipStatus.Accepted, ProposedAt = DateTime.UnixEpoch, AnswerBy = DateTime.UnixEpoch });
            await db.SaveChangesAsync();
        }
        await host.SettledAsync();
        var after = await PairsAsync();
        Assert.DoesNotContain((one, other), after);
        Assert.DoesNotContain((other, one), after);
        var left = (await host.DataAsync($"{{ team(key: \"{Tablet}\") {{ openPlaces }} }}")).At("team").GetProperty("openPlaces").GetInt32();
        Assert.Equal(left, after.Count(pair => (pair.A, pair.B) is (Tablet, _) or (_, Tablet)));

        async Task<List<(string A, string B)>> PairsAsync() =>
            [.. (await host.DataAsync(query)).At("introductions", "introductions").EnumerateArray().Select(pair => (pair.At("a").Text("key"), pair.At("b").Text("key")))];
    }

    private static async Task<Row> TeamAsync(EquityHost host, string key) => Row.Of((await host.DataAsync("query($key: String!) { team(key: $key) { id key version } }", new { key })).At("team"));

    private static async Task<List<string>> PeersAsync(EquityHost host, string persona = "amina", bool includeFriends = false) =>
        [.. (await host.DataAsync($"query($friends: Boolean) {{ team(key: \"{Tablet}\") {{ peers(first: 100, includeFriends: $friends) {{ team {{ key }} }} }} }}", new { friends = includeFriends }, persona)).At("team", "peers").EnumerateArray().Select(peer => peer.At("team").Text("key"))];

    private static async Task<List<string>> FoundAsync(EquityHost host, string persona) =>
        [.. (await host.DataAsync("{ findPeers(text: \"mothers who are not heard\", first: 100) { team { key } } }", null, persona)).At("findPeers").EnumerateArray().Select(peer => peer.At("team").Text("key"))];
}
