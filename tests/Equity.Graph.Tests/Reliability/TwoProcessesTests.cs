using System.Diagnostics;
using System.Text.Json;
using Equity.Graph.Friendships;
using Xunit.Abstractions;

namespace Equity.Graph.Tests.Reliability;

/// <summary>Two processes serve and change one data folder at the same time.</summary>
public sealed class TwoProcessesTests(ITestOutputHelper output) : IDisposable
{
    private const int Each = 200;
    private const int Clients = 4;

    private readonly string data = Directory.CreateTempSubdirectory("equity-two-").FullName;

    [Fact]
    public async Task Two_processes_write_one_database_and_both_read_the_same()
    {
        // Both at once: the one that comes second finds the other migrating.
        var servers = await Task.WhenAll(ServerProcess.StartAsync(data), ServerProcess.StartAsync(data));
        using var one = servers[0].As(data, "newcomer");
        using var two = servers[1].As(data, "newcomer");
        var shared = (await one.DataAsync("mutation { registerTeam(input: { name: \"Shared\", service: \"S\", myRole: OTHER }) { team { id } } }")).At("registerTeam", "team").Text("id");
        var clock = Stopwatch.StartNew();
        var updates = await Task.WhenAll(from server in new[] { ("one", one), ("two", two) } from client in Enumerable.Range(0, Clients) select Task.Run(() => WriteAsync(server.Item2, shared, $"{server.Item1} {client}")));
        output.WriteLine($"{2 * Each} changes by two processes in {clock.Elapsed.TotalSeconds:0.0} s, {updates.Sum()} of them to one row.");

        const string everything = "{ teams { totalCount nodes { id version summary } } learning(first: 100) { totalCount nodes { title version } } audit { totalCount } }";
        var (first, second) = (await one.DataAsync(everything), await two.DataAsync(everything));
        Assert.Equal(first.GetRawText(), second.GetRawText());
        Assert.Equal(1 + updates.Sum(), first.Nodes("teams").Single().At("version").GetInt32());
        Assert.Equal((2 * Each) - updates.Sum(), first.At("learning", "totalCount").GetInt32());
        Assert.Equal("ok", await ServerProcess.IntegrityAsync(data));
    }

    [Fact]
    public async Task A_team_that_one_process_registers_is_a_peer_in_the_other()
    {
        using var one = (await ServerProcess.StartAsync(data)).As(data, "newcomer");
        using var two = (await ServerProcess.StartAsync(data)).As(data, "newcomer");
        foreach (var server in (ServerProcess[])[one, two])
            await server.DataAsync("{ findPeers(text: \"waits until the index is there\") { rank } }");
        var team = (await one.DataAsync("mutation { registerTeam(input: { name: \"Harp Ward\", service: \"Harp therapy\", myRole: OTHER }) { team { id } } }")).At("registerTeam", "team").Text("id");
        await one.DataAsync("mutation($team: ID!) { recordInequity(input: { team: $team, title: \"Harpists wait\", dimension: AGE, population: \"Harpists\" }) { inequity { id } } }", new { team });
        var clock = Stopwatch.StartNew();
        JsonElement found;
        do
            found = (await two.DataAsync("{ findPeers(text: \"harpists wait for harp therapy\") { reasons { theirs { quote } } } }")).At("findPeers");
        while (!found.GetRawText().Contains("Harpists wait", StringComparison.Ordinal) && clock.Elapsed < TimeSpan.FromSeconds(60));
        output.WriteLine($"Found after {clock.Elapsed.TotalSeconds:0.00} s.");
        Assert.Contains("Harpists wait", found.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_due_between_teams_is_done_once_by_the_clocks_of_two_processes()
    {
        const int pairs = 20;
        using (var before = (await ServerProcess.StartAsync(data)).As(data, "amina"))
        {
            for (var i = 0; i < pairs; i++)
            {
                var (from, to) = (await PublishAsync(before, $"Asking {i}"), await PublishAsync(before, $"Asked {i}"));
                var proposal = (await before.DataAsync($"mutation {{ proposeFriendship(input: {{ from: \"{from}\", to: \"{to}\" }}) {{ friendship {{ id }} }} }}")).At("proposeFriendship", "friendship").Text("id");
                if (i % 2 == 0)
                    await before.DataAsync($"mutation {{ acceptFriendship(input: {{ friendship: \"{proposal}\", version: 1 }}) {{ friendship {{ id }} }} }}");
            }
            await before.KillAsync();
        }
        // A year has passed while nobody served.
        await ServerProcess.ExecuteAsync(data, "UPDATE Friendships SET AnswerBy = '2025-11-01 09:00:00', NextCheckIn = '2025-11-01'");
        var servers = await Task.WhenAll(ServerProcess.StartAsync(data), ServerProcess.StartAsync(data));
        using var one = servers[0].As(data, "amina");
        using var two = servers[1].As(data, "amina");
        var clock = Stopwatch.StartNew();
        while ((await DueAsync(one)).Count < pairs * 3 / 2 && clock.Elapsed < TimeSpan.FromMinutes(1))
            await Task.Delay(100);
        output.WriteLine($"{pairs / 2} proposals expired and {pairs / 2} friends were asked within {clock.Elapsed.TotalSeconds:0.0} s of the start of two processes.");
        // Whoever comes second has had its round too.
        await Task.Delay(FriendshipClock.FirstPause);
        var told = await DueAsync(two);
        Assert.Equal((pairs / 2, pairs), (told.Count(kind => kind == "FRIENDSHIP_EXPIRED"), told.Count(kind => kind == "CHECK_IN_DUE")));
    }

    private static async Task<List<string>> DueAsync(ServerProcess server) =>
        [.. (await server.DataAsync("{ viewer { notifications(first: 100) { kind } } }")).At("viewer", "notifications").EnumerateArray().Select(one => one.Text("kind")).Where(kind => kind is "FRIENDSHIP_EXPIRED" or "CHECK_IN_DUE")];

    private static async Task<string> PublishAsync(ServerProcess server, string name)
    {
        var team = (await server.DataAsync($"mutation {{ registerTeam(input: {{ name: \"{name}\", service: \"S\", myRole: OTHER }}) {{ team {{ id version }} }} }}")).At("registerTeam", "team");
        await server.DataAsync($"mutation {{ publishTeam(input: {{ team: \"{team.Text("id")}\", version: {team.At("version").GetInt32()} }}) {{ team {{ id }} }} }}");
        return team.Text("id");
    }

    /// <summary>Makes this client's part of the changes: every fourth to the shared row, as often as it takes. How many those are.</summary>
    private static async Task<int> WriteAsync(ServerProcess server, string shared, string name)
    {
        var updates = 0;
        for (var n = 0; n < Each / Clients; n++)
        {
            if (n % 4 == 0)
            {
                await UpdateAsync(server, shared, $"{name} {n}");
                updates++;
                continue;
            }
            var answer = await server.DataAsync(
                "mutation($input: ShareLearningInput!) { shareLearning(input: $input) { learning { version } errors { __typename } } }",
                new { input = new { team = shared, kind = "WORKED", title = $"{name} {n}", body = "B" } });
            Assert.Equal(1, answer.At("shareLearning", "learning", "version").GetInt32());
        }
        return updates;
    }

    /// <summary>Reads and writes on top until nobody was in between.</summary>
    private static async Task UpdateAsync(ServerProcess server, string team, string summary)
    {
        for (var attempt = 0; attempt < 200; attempt++)
        {
            var version = (await server.DataAsync("query($team: ID!) { node(id: $team) { ... on Team { version } } }", new { team })).At("node", "version").GetInt32();
            var answer = await server.DataAsync("mutation($input: UpdateTeamInput!) { updateTeam(input: $input) { team { version } errors { __typename } } }", new { input = new { team, version, summary } });
            if (answer.At("updateTeam", "errors").ValueKind == JsonValueKind.Null)
                return;
            Assert.Equal("StaleVersion", answer.At("updateTeam", "errors")[0].Text("__typename"));
        }
        Assert.Fail("Somebody was always in between.");
    }

    public void Dispose() => Directory.Delete(data, recursive: true);
}
