using System.Text.Json;
using Equity.Graph.Execution;
using Equity.Graph.Execution.Mutations;
using Equity.Graph.Friendships;
using Equity.Graph.Persistence;
using Equity.Graph.Tests.Peers.Feedback;
using Equity.Graph.Tests.Transport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Equity.Graph.Tests.Friendships;

/// <summary>What happens between teams by itself, and the check-ins that it asks for.</summary>
public class ClockTests
{
    [Fact]
    public async Task A_proposal_that_nobody_answers_expires_by_itself_after_a_fortnight_and_gives_its_place_back()
    {
        await using var host = new EquityHost();
        var (from, to) = (await host.PublishAsync("amina", "Waiting Long"), await host.PublishAsync("grace", "Saying Nothing"));
        var friendship = await host.ProposeAsync("amina", from, to);
        host.Clock.Advance(TimeSpan.FromDays(14) - TimeSpan.FromSeconds(1));
        await RoundAsync(host);
        Assert.Equal("PROPOSED", (await host.FriendshipAsync("amina", friendship)).Text("status"));
        await host.AdvanceUntilAsync(FriendshipClock.Pause, async () => (await host.FriendshipAsync("amina", friendship)).Text("status") == "EXPIRED");
        Assert.Equal(3, await host.OpenPlacesAsync(from));
        Assert.Equal(["FRIENDSHIP_EXPIRED"], await host.ToldAsync("amina", friendship));
        await host.SettledAsync();
        Assert.NotEqual(JsonValueKind.Null, (await host.DataAsync("query($id: ID!) { node(id: $id) { ... on Friendship { instead { id } } } }", new { id = friendship.Id }, "amina")).At("node", "instead").ValueKind);
    }

    [Fact]
    public async Task Nobody_accepts_what_has_expired_before_the_clock_came_round()
    {
        await using var host = new EquityHost();
        var friendship = await host.ProposeAsync("amina", await host.PublishAsync("amina", "A Second Late"), await host.PublishAsync("grace", "Slow to Answer"));
        await StopAsync(host);
        host.Clock.Advance(TimeSpan.FromDays(14));
        Assert.Equal("EXPIRED", (await host.RefusedAsync("grace", "acceptFriendship", new { friendship = friendship.Id, version = 1 }, "NotInThatState", "status")).Text("status"));
    }

    [Fact]
    public async Task A_week_of_downtime_leaves_what_seven_days_would_have_left()
    {
        var left = new List<string>();
        foreach (var steps in new[] { 1, 60, 7 })
        {
            await using var host = new EquityHost();
            await StopAsync(host);
            var (from, to) = (await host.PublishAsync("amina", "In Time"), await host.PublishAsync("grace", "Out of Time"));
            var friend = await host.PublishAsync("grace", "Met in Time");
            await host.ProposeAsync("amina", from, to);
            await host.BefriendAsync("amina", from, "grace", friend);
            for (var step = 0; step < steps; step++)
            {
                host.Clock.Advance(TimeSpan.FromDays(60) / steps);
                await RoundAsync(host);
            }
            await using var db = await host.OpenAsync();
            left.Add(string.Join('\n', [
                .. await db.Friendships.OrderBy(row => row.Id).Select(row => $"{row.Key} {row.Status} {row.ClosedAt:O} {row.NextCheckIn:O} {row.AskedAbout:O} {row.Version}").ToListAsync(),
                .. (await db.Notifications.IgnoreQueryFilters().Where(row => row.FriendshipId != null).Select(row => new { row.Kind, row.At, row.Person!.Subject, row.Team!.Key }).ToListAsync())
                    .Select(row => $"{row.Kind} {row.At:O} {row.Subject} {row.Key}").Order(StringComparer.Ordinal)]));
        }
        Assert.Contains("CheckInDue 2026-12-23", left[0], StringComparison.Ordinal);
        Assert.Contains("FriendshipExpired 2026-11-25T09", left[0], StringComparison.Ordinal);
        Assert.Single(left.Distinct());
    }

    [Fact]
    public async Task Two_processes_do_each_thing_once()
    {
        await using var host = new EquityHost();
        await StopAsync(host);
        for (var i = 0; i < 10; i++)
            await host.ProposeAsync("amina", await host.PublishAsync("amina", $"Twice Due {i}"), await host.PublishAsync("grace", $"Never Answering {i}"));
        await host.BefriendAsync("amina", await host.PublishAsync("amina", "Asked Once"), "grace", await host.PublishAsync("grace", "Asked Once Too"));
        host.Clock.Advance(TimeSpan.FromDays(60));
        // Each with turns of its own, as processes have.
        var clocks = Enumerable.Range(0, 4).Select(_ => new FriendshipClock(host.Services.GetRequiredService<IDbContextFactory<EquityDbContext>>(), new WriteTurns(), host.Clock, NullLogger<FriendshipClock>.Instance)).ToList();
        await Task.WhenAll(clocks.Select(clock => Task.Run(() => clock.RunAsync(CancellationToken.None))));
        await using var db = await host.OpenAsync();
        var told = await db.Notifications.IgnoreQueryFilters().Where(row => row.FriendshipId != null).Select(row => new { row.FriendshipId, row.Kind, row.PersonId }).ToListAsync();
        Assert.Equal(told.Count, told.Distinct().Count());
        Assert.Equal((10, 2), (told.Count(row => row.Kind == Graph.Notifications.NotificationKind.FriendshipExpired), told.Count(row => row.Kind == Graph.Notifications.NotificationKind.CheckInDue)));
        Assert.All(await db.Friendships.Where(row => row.Status == FriendshipStatus.Expired).ToListAsync(), row => Assert.Equal(2, row.Version));
        Assert.All(await db.Audit.Where(entry => entry.Kind == "Friendship" && entry.At == host.Clock.GetUtcNow().UtcDateTime).ToListAsync(), entry => Assert.Null(entry.PersonId));
    }

    [Fact]
    public async Task Both_are_asked_whether_they_met_and_what_they_say_is_for_them_and_their_leads()
    {
        await using var host = new EquityHost();
        var friendship = await host.BefriendAsync("amina", await TeamAsync(host, Recommended.Tablet), "grace", await TeamAsync(host, Recommended.Maternity));
        host.Clock.Advance(TimeSpan.FromDays(42));
        await RoundAsync(host);
        foreach (var persona in new[] { "amina", "grace", "tom" })
            Assert.Equal("CHECK_IN_DUE", (await host.ToldAsync(persona, friendship))[0]);
        host.Clock.Advance(TimeSpan.FromDays(1));
        Assert.True(await NudgeAsync(host, "lead", friendship));
        var said = (await host.DataAsync(Operations.Text("RecordCheckIn"), new { friendship = friendship.Id, met = "YES", helped = 4, note = "They were late, and it was worth the wait.", noteFor = "LEADS" }, "amina")).At("recordCheckIn");
        Assert.Equal("2027-02-04", said.At("friendship").Text("nextCheckIn"));
        await host.ChangeAsync("grace", "recordCheckIn", new { friendship = friendship.Id, met = "NOT_YET", note = "For us alone." }, "friendship { id }");
        Assert.False(await NudgeAsync(host, "lead", friendship));
        Assert.Equal([("YES", "They were late, and it was worth the wait."), ("NOT_YET", null)], await ReadAsync("amina"));
        Assert.Equal([("YES", null), ("NOT_YET", "For us alone.")], await ReadAsync("grace"));
        Assert.Equal([("YES", "They were late, and it was worth the wait."), ("NOT_YET", null)], await ReadAsync("lead"));
        Assert.Equal(JsonValueKind.Null, (await host.FriendshipAsync("newcomer", friendship)).At("checkIns").ValueKind);
        Assert.Equal(JsonValueKind.Null, (await host.FriendshipAsync("administrator", friendship)).At("checkIns").ValueKind);

        async Task<List<(string, string?)>> ReadAsync(string persona) =>
            [.. (await host.FriendshipAsync(persona, friendship)).At("checkIns").EnumerateArray().Select(one => (one.Text("met"), one.GetProperty("note").GetString()))];
    }

    [Fact]
    public async Task What_helped_is_counted_from_one_to_five_and_only_of_friends()
    {
        await using var host = new EquityHost();
        var proposed = await host.ProposeAsync("amina", await host.PublishAsync("amina", "Not Friends Yet"), await host.PublishAsync("grace", "Not Yet Friends"));
        await host.RefusedAsync("amina", "recordCheckIn", new { friendship = proposed.Id, met = "YES" }, "NotInThatState");
        await host.AcceptAsync("grace", proposed);
        await host.RefusedAsync("amina", "recordCheckIn", new { friendship = proposed.Id, met = "YES", helped = 6 }, "NumberOutOfRange");
    }

    [Fact]
    public async Task A_pause_hides_a_team_tells_those_who_wait_and_ends_by_itself()
    {
        await using var host = new GenerousHost();
        var maternity = await TeamAsync(host, Recommended.Maternity);
        var friendship = await host.ProposeAsync("amina", await host.PublishAsync("amina", "Waiting for the Pause"), maternity);
        await host.RefusedAsync("grace", "pauseTeam", new { team = maternity.Id, version = maternity.Version, until = "2026-11-10" }, "DayOutOfRange");
        var paused = Row.Of((await host.ChangeAsync("grace", "pauseTeam", new { team = maternity.Id, version = maternity.Version, until = "2026-11-20" }, "team { id version pausedUntil }")).At("team"));
        Assert.Equal(["FRIEND_PAUSED"], await host.ToldAsync("amina", friendship));
        Assert.DoesNotContain(Recommended.Maternity, await FoundAsync());
        host.Clock.Advance(TimeSpan.FromDays(10));
        Assert.Contains(Recommended.Maternity, await FoundAsync());
        var again = Row.Of((await host.ChangeAsync("grace", "pauseTeam", new { team = maternity.Id, version = paused.Version, until = "2027-01-01" }, "team { id version }")).At("team"));
        Assert.DoesNotContain(Recommended.Maternity, await FoundAsync());
        await host.ChangeAsync("grace", "resumeTeam", new { team = maternity.Id, version = again.Version }, "team { id }");
        Assert.Contains(Recommended.Maternity, await FoundAsync());

        async Task<List<string>> FoundAsync() =>
            [.. (await host.DataAsync("{ findPeers(text: \"mothers who are not heard\", first: 100) { team { key } } }", null, "newcomer")).At("findPeers").EnumerateArray().Select(peer => peer.At("team").Text("key"))];
    }

    [Fact]
    public async Task Who_listens_to_a_team_is_told_what_becomes_of_its_friendships_as_far_as_one_may_see_them()
    {
        await using var host = new EquityHost();
        var (from, to) = (await host.PublishAsync("amina", "Listened To"), await host.PublishAsync("grace", "Heard Of"));
        const string subscription = "subscription($team: ID!) { friendshipChanged(team: $team) { status } }";
        using var member = await GraphSocket.StartAsync(host, new { authorization = host.ClientFor("amina").DefaultRequestHeaders.Authorization!.ToString() });
        await member.SubscribeAsync("1", subscription, new { team = from.Id });
        using var newcomer = await GraphSocket.StartAsync(host, new { authorization = host.ClientFor("newcomer").DefaultRequestHeaders.Authorization!.ToString() });
        await newcomer.SubscribeAsync("1", subscription, new { team = to.Id });
        var topic = host.Services.GetRequiredService<Graph.Execution.Topics.Topic<FriendshipChanged>>();
        await host.WithinAsync(() => Task.FromResult(topic.Listeners == 2));
        var friendship = await host.ProposeAsync("amina", from, to);
        Assert.Equal("PROPOSED", await NextAsync(member));
        await host.AcceptAsync("grace", friendship);
        Assert.Equal("ACCEPTED", await NextAsync(member));
        Assert.Equal("ACCEPTED", await NextAsync(newcomer));
        // How to reach a team is a row of its own, and told of all the same.
        await host.ChangeAsync("amina", "updateFriendship", new { friendship = friendship.Id, version = 2, contact = "Ask at the desk" }, "friendship { id }");
        Assert.Equal("ACCEPTED", await NextAsync(member));
        // What the clock does is told too; a token does not last as long.
        await StopAsync(host);
        await host.ProposeAsync("amina", from, await host.PublishAsync("grace", "Never to Answer"));
        Assert.Equal("PROPOSED", await NextAsync(member)); // so that it is not told to who listens later
        member.Dispose();
        newcomer.Dispose();
        await host.WithinAsync(() => Task.FromResult(topic.Listeners == 0));
        host.Clock.Advance(TimeSpan.FromDays(14));
        using var later = await GraphSocket.StartAsync(host, new { authorization = host.ClientFor("amina").DefaultRequestHeaders.Authorization!.ToString() });
        await later.SubscribeAsync("1", subscription, new { team = from.Id });
        await host.WithinAsync(() => Task.FromResult(topic.Listeners == 1));
        await RoundAsync(host);
        Assert.Equal("EXPIRED", await NextAsync(later));

        static async Task<string> NextAsync(GraphSocket socket) => (await socket.ReceiveAsync()).At("payload", "data", "friendshipChanged").Text("status");
    }

    private static async Task<bool> NudgeAsync(EquityHost host, string persona, Row friendship) =>
        (await host.DataAsync("query($id: ID!) { node(id: $id) { ... on Friendship { mayNeedNudge } } }", new { id = friendship.Id }, persona)).At("node").GetProperty("mayNeedNudge").GetBoolean();

    private static async Task<Row> TeamAsync(EquityHost host, string key) => Row.Of((await host.DataAsync("query($key: String!) { team(key: $key) { id key version } }", new { key })).At("team"));

    private static Task RoundAsync(EquityHost host) => host.Background<FriendshipClock>().RunAsync(CancellationToken.None);

    /// <summary>Rounds are then made by the test alone.</summary>
    private static async Task StopAsync(EquityHost host)
    {
        await host.DataAsync("{ viewer { person } }"); // starts the host, and with it the clock
        await host.Background<FriendshipClock>().StopAsync(CancellationToken.None);
    }
}
