using System.Net.Http.Json;
using Equity.Graph.Execution.Mutations;
using Equity.Graph.Peers;
using Equity.Graph.Peers.Feedback;
using Equity.Graph.Persistence;
using Equity.Graph.Tests.Transport;
using Equity.Matching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Equity.Graph.Tests.Peers.Feedback;

public class ShowingTests
{
    [Fact]
    public async Task What_a_teams_own_members_see_is_counted_by_pair_and_day()
    {
        await using var host = new EquityHost();
        var shown = await host.PeersAsync("amina", Recommended.Tablet, first: 3);
        await host.PeersAsync("tom", Recommended.Tablet, first: 2);
        await CountedAsync(host, 5);
        host.Clock.Advance(TimeSpan.FromDays(1));
        await host.PeersAsync("tom", Recommended.Tablet, first: 1);
        await CountedAsync(host, 6);

        await using var db = await host.OpenAsync();
        var rows = await db.Showings.AsNoTracking().Include(row => row.Peer).OrderBy(row => row.Day).ThenBy(row => row.Rank).ToListAsync();
        var keys = shown.Select(peer => peer.At("team").Text("key")).ToList();
        Assert.Equal([(keys[0], 11, 2, 1), (keys[1], 11, 2, 2), (keys[2], 11, 1, 3), (keys[0], 12, 1, 1)], rows.Select(row => (row.Peer!.Key, row.Day.Day, row.Count, row.Rank)));
        Assert.All(rows, row => Assert.NotNull(row.Likeness.ToMatcher()));
    }

    [Fact]
    public async Task What_others_see_or_a_cache_may_keep_or_an_event_tells_does_not_count()
    {
        await using var host = new EquityHost();
        foreach (var other in new[] { "grace", "newcomer", "lead", "coach", "administrator", EquityHost.Visitor })
            await host.PeersAsync(other, Recommended.Tablet);
        const string query = $"{{ team(key: \"{Recommended.Tablet}\") {{ peers {{ rank }} }} }}";
        using var amina = host.ClientFor("amina");
        Assert.Contains("rank", await amina.GetStringAsync($"/graphql?query={Uri.EscapeDataString(query)}"), StringComparison.Ordinal);
        using var socket = await GraphSocket.StartAsync(host, new { authorization = amina.DefaultRequestHeaders.Authorization!.ToString() });
        await socket.SubscribeAsync("1", "subscription { learningShared { team { peers { rank } } } }");
        await host.ListenersAsync(1);
        await host.DataAsync("{ findPeers(text: \"bus fare\") { rank } inequities { nodes { alsoTackledBy { rank } } } }", null, "amina");
        var team = Row.Of((await host.DataAsync($"{{ team(key: \"{Recommended.Tablet}\") {{ id key version }} }}")).At("team"));
        await host.LearnAsync("tom", team, "Told in an event");
        Assert.Contains("rank", (await socket.ReceiveAsync()).GetRawText(), StringComparison.Ordinal);
        // A request that is refused shows nothing either.
        await host.AskAsync($"{{ team(key: \"{Recommended.Tablet}\") {{ peers(first: 1000) {{ rank }} }} }}", null, "amina");

        await host.PeersAsync("grace", Recommended.Maternity, first: 1);
        await CountedAsync(host, 1);
        await using var db = await host.OpenAsync();
        Assert.Equal(Recommended.Maternity, (await db.Showings.Include(row => row.Team).SingleAsync()).Team!.Key);
    }

    [Fact]
    public async Task Each_operation_of_a_batch_counts()
    {
        await using var host = new EquityHost();
        using var response = await host.ClientFor("amina").PostAsJsonAsync("/graphql", Enumerable.Range(0, 3).Select(_ => new { query = $"{{ team(key: \"{Recommended.Tablet}\") {{ peers(first: 1) {{ rank }} }} }}" }));
        Assert.True(response.IsSuccessStatusCode);
        await CountedAsync(host, 3);
    }

    [Fact]
    public async Task What_a_member_sees_over_a_web_socket_counts()
    {
        await using var host = new EquityHost();
        using var socket = await GraphSocket.StartAsync(host, new { authorization = host.ClientFor("tom").DefaultRequestHeaders.Authorization!.ToString() });
        await socket.SubscribeAsync("1", $"{{ team(key: \"{Recommended.Tablet}\") {{ peers(first: 2) {{ rank }} }} }}");
        Assert.Contains("rank", (await socket.ReceiveAsync()).GetRawText(), StringComparison.Ordinal);
        await CountedAsync(host, 2);
    }

    [Fact]
    public async Task Two_processes_count_together()
    {
        await using var host = new EquityHost();
        var peers = await RecommendationsAsync(host);
        var writers = Enumerable.Range(0, 2).Select(_ => Writer(host)).ToList();
        await Task.WhenAll(writers.Select(writer => writer.StartAsync(CancellationToken.None)));
        for (var round = 0; round < 40; round++)
        {
            writers.ForEach(writer => writer.Note(peers.Team, peers.Peers));
            await Task.Delay(50);
        }
        await CountedAsync(host, 2 * 40 * peers.Peers.Count);
        await using var db = await host.OpenAsync();
        Assert.All(await db.Showings.ToListAsync(), row => Assert.Equal(80, row.Count));
        foreach (var writer in writers)
            await writer.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task More_than_can_wait_is_dropped_and_nobody_waits()
    {
        await using var host = new EquityHost();
        var peers = await RecommendationsAsync(host);
        var writer = Writer(host);
        for (var round = 0; round < 10_000; round++)
            writer.Note(peers.Team, peers.Peers);
        await writer.StartAsync(CancellationToken.None);
        await CountedAsync(host, 10_000);
        await writer.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task A_team_that_went_for_good_meanwhile_takes_no_others_along()
    {
        await using var host = new EquityHost();
        var peers = await RecommendationsAsync(host);
        var writer = Writer(host);
        writer.Note(1_000_000, peers.Peers);
        writer.Note(peers.Team, peers.Peers);
        await writer.StartAsync(CancellationToken.None);
        await CountedAsync(host, peers.Peers.Count);
        await writer.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task A_day_of_showing_is_kept_for_a_year()
    {
        await using var host = new EquityHost();
        var peers = await RecommendationsAsync(host);
        await using var db = await host.OpenAsync();
        foreach (var days in new[] { 366, 365 })
            db.Add(new Showing { TeamId = peers.Team, PeerId = peers.Peers[0].Team.Id, Day = new DateOnly(2026, 11, 11).AddDays(-days), Likeness = new() });
        await db.SaveChangesAsync();
        await host.Background<Retention>().RunAsync(CancellationToken.None);
        Assert.Equal(new DateOnly(2025, 11, 11), Assert.Single(await db.Showings.AsNoTracking().ToListAsync()).Day);
    }

    private static Task CountedAsync(EquityHost host, int count) => host.WithinAsync(async () =>
    {
        await using var db = await host.OpenAsync();
        return await db.Showings.SumAsync(row => row.Count) == count;
    });

    /// <summary>What a process of its own would write with, started by the test.</summary>
    private static Showings Writer(EquityHost host) => new(
        host.Services.GetRequiredService<PeerIndex>(), host.Services.GetRequiredService<IDbContextFactory<EquityDbContext>>(), new WriteTurns(), host.Clock, NullLogger<Showings>.Instance);

    /// <summary>A team and three others that could have been recommended to it.</summary>
    private static async Task<(int Team, List<PeerRecommendation> Peers)> RecommendationsAsync(EquityHost host)
    {
        await using var db = await host.OpenAsync();
        var teams = await db.Teams.OrderBy(team => team.Id).Take(4).ToListAsync();
        return (teams[0].Id, [.. teams.Skip(1).Select((team, i) => new PeerRecommendation("", i + 1, team, new PeerMatch(team.Id, 0, [], [], false)))]);
    }
}
