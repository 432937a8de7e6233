using System.Collections.Concurrent;
using System.Diagnostics;
using Xunit.Abstractions;

namespace Equity.Graph.Tests.Reliability;

/// <summary>What was acknowledged survives a server that is killed, and what is sent again is not done twice.</summary>
public sealed class KillTests(ITestOutputHelper output) : IDisposable
{
    private const int Rounds = 20;
    private const int Clients = 4;
    private const int Seed = 20261111;

    private const string Share = "mutation($input: ShareLearningInput!) { shareLearning(input: $input) { learning { title } errors { __typename } } }";
    private const string Ask = "mutation($input: AskForHelpInput!) { askForHelp(input: $input) { ask { text } errors { __typename } } }";

    private readonly string data = Directory.CreateTempSubdirectory("equity-kill-").FullName;
    private readonly ConcurrentQueue<string> acknowledged = new();
    private readonly ConcurrentQueue<Request> open = new();

    [Fact]
    public async Task Nothing_that_was_acknowledged_is_lost_and_nothing_is_there_twice()
    {
        var random = new Random(Seed);
        var clock = Stopwatch.StartNew();
        var (repeated, started) = (0, TimeSpan.Zero);
        for (var round = 0; round <= Rounds; round++)
        {
            var before = clock.Elapsed;
            using var server = (await ServerProcess.StartAsync(data)).As(data, "newcomer");
            started += clock.Elapsed - before;
            repeated += await RepeatAsync(server);
            if (round == Rounds)
            {
                await CompareAsync(server);
                break;
            }
            var team = await RegisterAsync(server, round);
            var clients = Enumerable.Range(0, Clients).Select(client => Task.Run(() => StreamAsync(server, team, round, client))).ToList();
            await Task.Delay(random.Next(20, 800));
            await server.KillAsync();
            await Task.WhenAll(clients);
            Assert.Equal("ok", await ServerProcess.IntegrityAsync(data));
        }
        output.WriteLine($"{Rounds} kills in {clock.Elapsed.TotalSeconds:0} s (start: {started.TotalSeconds / (Rounds + 1):0.0} s); {acknowledged.Count} acknowledged, of them {repeated} at the second try; none lost, none twice.");
        Assert.True(acknowledged.Count > Rounds, $"{acknowledged.Count} acknowledged");
    }

    private static async Task<string> RegisterAsync(ServerProcess server, int round) =>
        (await server.DataAsync("mutation($input: RegisterTeamInput!) { registerTeam(input: $input) { team { id } } }", new { input = new { name = $"Round {round}", service = "S", myRole = "OTHER" } }))
            .At("registerTeam", "team").Text("id");

    /// <summary>Changes something again and again until the server is gone. Of asks a team has at most fifty.</summary>
    private async Task StreamAsync(ServerProcess server, string team, int round, int client)
    {
        for (var n = 0; ; n++)
        {
            var text = $"round {round} client {client} change {n}";
            var request = n is > 0 and <= 10
                ? new Request(text, Ask, new { input = new { team, text } })
                : new Request(text, Share, new { input = new { team, kind = "WORKED", title = text, body = "B" } });
            try
            {
                await SendAsync(server, request);
            }
            catch (Exception gone) when (gone is HttpRequestException or IOException or TaskCanceledException or System.Text.Json.JsonException)
            {
                open.Enqueue(request);
                return;
            }
        }
    }

    /// <summary>Sends again what was not acknowledged, which may have been stored or not.</summary>
    private async Task<int> RepeatAsync(ServerProcess server)
    {
        var count = 0;
        for (; open.TryDequeue(out var request); count++)
            await SendAsync(server, request);
        return count;
    }

    private async Task SendAsync(ServerProcess server, Request request)
    {
        var answer = await server.DataAsync(request.Query, request.Variables, key: request.Text);
        Assert.Contains(request.Text, answer.GetRawText(), StringComparison.Ordinal);
        acknowledged.Enqueue(request.Text);
    }

    private async Task CompareAsync(ServerProcess server)
    {
        var stored = new List<string>();
        foreach (var (list, field) in ((string, string)[])[("learning", "title"), ("asks", "text")])
            stored.AddRange(await AllAsync(server, list, field));
        Assert.Equal(acknowledged.Order(StringComparer.Ordinal), stored.Order(StringComparer.Ordinal));
    }

    private static async Task<List<string>> AllAsync(ServerProcess server, string list, string field)
    {
        var all = new List<string>();
        for (string? after = null; ;)
        {
            var page = (await server.DataAsync($"query($after: String) {{ {list}(first: 100, after: $after) {{ nodes {{ {field} }} pageInfo {{ endCursor hasNextPage }} }} }}", new { after })).At(list);
            all.AddRange(page.Nodes().Select(node => node.Text(field)));
            if (!page.At("pageInfo", "hasNextPage").GetBoolean())
                return all;
            after = page.At("pageInfo").Text("endCursor");
        }
    }

    public void Dispose() => Directory.Delete(data, recursive: true);

    private sealed record Request(string Text, string Query, object Variables);
}
