namespace Equity.Graph.Tests.Friendships;

/// <summary>The friendships of a team as a list: whichever side it is on, as far as the viewer sees them.</summary>
public class FriendshipListTests(GenerousHost host) : IClassFixture<GenerousHost>
{
    [Fact]
    public async Task Pages_together_hold_each_friendship_of_the_team_once_newest_first()
    {
        var team = await host.PublishAsync("amina", "Many Friends");
        var made = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            var other = await host.PublishAsync("grace", $"Friend Number {i}");
            made.Insert(0, (i % 2 == 0 ? await host.ProposeAsync("grace", other, team) : await host.ProposeAsync("amina", team, other)).Id);
            host.Clock.Advance(TimeSpan.FromMinutes(1));
        }
        var read = new List<string>();
        for (string? after = null; ;)
        {
            var page = (await host.DataAsync("query($id: ID!, $after: String) { node(id: $id) { ... on Team { friendships(first: 2, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { id } } } } }", new { id = team.Id, after }, "amina")).At("node", "friendships");
            Assert.Equal(5, page.GetProperty("totalCount").GetInt32());
            read.AddRange(page.Nodes().Select(node => node.Text("id")));
            after = page.At("pageInfo").GetProperty("endCursor").GetString();
            if (!page.At("pageInfo").GetProperty("hasNextPage").GetBoolean())
                break;
        }
        Assert.Equal(made, read);
        var own = (await host.DataAsync("query($id: ID!) { node(id: $id) { ... on Team { friendships(where: { from: { key: { eq: \"many-friends\" } } }) { nodes { id } } } } }", new { id = team.Id }, "amina")).Nodes("node", "friendships");
        Assert.Equal([made[1], made[3]], own.Select(node => node.Text("id")));
    }

    [Fact]
    public async Task The_community_sees_friends_and_nothing_else_and_visitors_nothing()
    {
        var team = await host.PublishAsync("amina", "Seen by Others");
        await host.BefriendAsync("amina", team, "grace", await host.PublishAsync("grace", "Seen as a Friend"));
        await host.ProposeAsync("amina", team, await host.PublishAsync("grace", "Not to Be Seen"));
        Assert.Equal((2, 1, 0), (await CountAsync("grace"), await CountAsync("newcomer"), await CountAsync(EquityHost.Visitor)));
        Assert.Equal(0, await CountAsync("newcomer", "where: { status: { eq: PROPOSED } }, "));

        async Task<int> CountAsync(string persona, string where = "") => (await host.DataAsync(
            $"query($id: ID!) {{ node(id: $id) {{ ... on Team {{ friendships({where}first: 10) {{ totalCount nodes {{ id }} }} }} }} }}", new { id = team.Id }, persona)).At("node", "friendships") is var list
            && list.GetProperty("totalCount").GetInt32() == list.Nodes().Count ? list.Nodes().Count : -1;
    }

    [Fact]
    public async Task Statements_do_not_grow_with_the_teams()
    {
        var keys = new List<string>();
        for (var i = 0; i < 4; i++)
        {
            var (one, other) = (await host.PublishAsync("amina", $"Counted Left {i}"), await host.PublishAsync("grace", $"Counted Right {i}"));
            await host.BefriendAsync("amina", one, "grace", other);
            keys.Add(one.Key);
        }
        await host.SettledAsync();
        Assert.Equal(await StatementsAsync(1), await StatementsAsync(4));

        async Task<int> StatementsAsync(int count)
        {
            host.Statements.Take();
            await host.DataAsync("query($keys: [String!]) { teams(where: { key: { in: $keys } }) { nodes { openPlaces friendships(first: 5) { totalCount nodes { status from { name } to { name } message responsePromise { workingDays } contacts { how } checkIns { met note } reasons { kind } } } } } }", new { keys = keys.Take(count) }, "amina");
            return host.Statements.Take().Count;
        }
    }

    [Fact]
    public async Task The_named_document_runs()
    {
        var team = (await host.RunAsync("FriendsToCallOn")).At("team");
        Assert.Equal(team.GetProperty("friendCapacity").GetInt32() - team.Nodes("friendships").Count, team.GetProperty("openPlaces").GetInt32());
    }
}
