using System.Text.Json;
using Equity.Graph.Execution;
using Equity.Graph.Tests.Peers.Feedback;

namespace Equity.Graph.Tests.Friendships;

/// <summary>Whom a lead finds who looks after teams that nobody is a friend of, and after friends who have not met.</summary>
public class CareTests
{
    [Fact]
    public async Task A_lead_sees_who_is_without_a_friend_since_when_what_was_tried_and_whom_to_introduce_next()
    {
        await using var host = new EquityHost();
        var (tablet, maternity) = (await TeamAsync(host, Recommended.Tablet), await TeamAsync(host, Recommended.Maternity));
        var before = await AloneAsync(host, "lead");
        var paused = Row.Of((await host.ChangeAsync("amina", "pauseTeam", new { team = tablet.Id, version = tablet.Version, until = "2026-11-20" }, "team { id version }")).At("team"));
        host.Clock.Advance(TimeSpan.FromHours(1));
        await host.ChangeAsync("amina", "resumeTeam", new { team = tablet.Id, version = paused.Version }, "team { id }");
        var declined = await host.ProposeAsync("amina", tablet, maternity);
        await host.ChangeAsync("grace", "declineFriendship", new { friendship = declined.Id, version = declined.Version, reason = "For us alone." }, "friendship { id }");
        await host.SettledAsync();

        var alone = await AloneAsync(host, "lead");
        Assert.Equal(before.At("count").GetInt32(), alone.At("count").GetInt32());
        var found = alone.At("longest").EnumerateArray().Single(team => team.At("team").Text("key") == Recommended.Tablet);
        var tried = Assert.Single(found.At("tried").EnumerateArray());
        Assert.Equal(("DECLINED", "2026-11-11T10:00:00Z"), (tried.Text("status"), tried.Text("closedAt")));
        Assert.Equal(["null", "\"2026-11-20\""], found.At("pauses").EnumerateArray().Select(pause => pause.At("until").GetRawText()));
        Assert.NotEqual(Recommended.Maternity, found.At("next", "team").Text("key"));
        var since = alone.At("longest").EnumerateArray().Select(team => team.Text("since")).ToList();
        Assert.Equal(since.Order(StringComparer.Ordinal), since);
    }

    [Fact]
    public async Task A_team_with_a_friend_is_not_on_the_list_and_comes_back_as_of_the_friendships_end()
    {
        await using var host = new EquityHost();
        var friendship = await host.BefriendAsync("amina", await TeamAsync(host, Recommended.Tablet), "grace", await TeamAsync(host, Recommended.Maternity));
        Assert.Null(await FindAsync(host));
        host.Clock.Advance(TimeSpan.FromHours(2));
        await host.ChangeAsync("grace", "endFriendship", new { friendship = friendship.Id }, "friendship { id }");
        Assert.Equal("2026-11-11T11:00:00Z", (await FindAsync(host))?.Text("since"));

        static async Task<JsonElement?> FindAsync(EquityHost host) =>
            (await AloneAsync(host, "coach")).At("longest").EnumerateArray().Select(team => (JsonElement?)team).SingleOrDefault(team => team!.Value.At("team").Text("key") == Recommended.Tablet);
    }

    [Fact]
    public async Task Administrators_see_all_programmes_and_analysts_the_figures_alone()
    {
        await using var host = new EquityHost();
        var (all, analyst) = (await AloneAsync(host, "administrator"), await AloneAsync(host, "analyst"));
        Assert.True(all.At("count").GetInt32() >= (await AloneAsync(host, "lead")).At("count").GetInt32());
        Assert.Equal((all.At("count").GetInt32(), all.At("teams").GetInt32(), 0), (analyst.At("count").GetInt32(), analyst.At("teams").GetInt32(), analyst.At("longest").GetArrayLength()));
        Assert.Equal(0, (await host.DataAsync(Operations.Text("TeamsWithoutAFriend"), new { programme = "no-such" }, "lead")).At("withoutAFriend", "teams").GetInt32());
        Assert.Equal("PAGE_SIZE", (await host.ErrorAsync("{ withoutAFriend(first: 101) { count } }")).Code);
    }

    [Fact]
    public async Task Friends_who_have_not_said_whether_they_met_may_need_a_nudge_until_one_of_them_does()
    {
        await using var host = new EquityHost();
        var friendship = await host.BefriendAsync("amina", await TeamAsync(host, Recommended.Tablet), "grace", await TeamAsync(host, Recommended.Maternity));
        host.Clock.Advance(TimeSpan.FromDays(42));
        Assert.Empty(await NudgesAsync(host));
        host.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(["2026-12-23"], await NudgesAsync(host));
        await host.ChangeAsync("grace", "recordCheckIn", new { friendship = friendship.Id, met = "NOT_YET" }, "friendship { id }");
        Assert.Empty(await NudgesAsync(host));

        static async Task<List<string>> NudgesAsync(EquityHost host) =>
            [.. (await host.DataAsync(Operations.Text("FriendsToNudge"), null, "lead")).At("mayNeedNudge").EnumerateArray().Select(row => row.Text("nextCheckIn"))];
    }

    [Fact]
    public async Task A_team_that_declined_is_not_asked_again_for_a_while_unless_it_asks_by_itself()
    {
        await using var host = new EquityHost();
        var (from, to) = (await host.PublishAsync("amina", "Asking Again"), await host.PublishAsync("grace", "Busy for Now"));
        await DeclineAsync("grace", await host.ProposeAsync("amina", from, to));
        var refused = await host.RefusedAsync("amina", "proposeFriendship", new { from = from.Id, to = to.Id }, "DeclinedLately", "againFrom");
        Assert.Equal("2027-05-10T09:00:00Z", refused.Text("againFrom"));
        // What the other team asks of its own is no answer, and may be declined in turn.
        await DeclineAsync("amina", await host.ProposeAsync("grace", to, from));
        await host.RefusedAsync("grace", "proposeFriendship", new { from = to.Id, to = from.Id }, "DeclinedLately");
        await DeclineAsync("grace", await host.ProposeAsync("amina", from, to));
        host.Clock.Advance(TimeSpan.FromDays(180));
        await host.ProposeAsync("amina", from, to);

        async Task DeclineAsync(string persona, Row proposal) => await host.ChangeAsync(persona, "declineFriendship", new { friendship = proposal.Id, version = proposal.Version }, "friendship { id }");
    }

    private static async Task<JsonElement> AloneAsync(EquityHost host, string persona) => (await host.DataAsync(Operations.Text("TeamsWithoutAFriend"), new { first = 50 }, persona)).At("withoutAFriend");

    private static async Task<Row> TeamAsync(EquityHost host, string key) => Row.Of((await host.DataAsync("query($key: String!) { team(key: $key) { id key version } }", new { key })).At("team"));
}
