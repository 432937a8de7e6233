using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using Xunit.Abstractions;

namespace Equity.Graph.Tests.Reliability;

/// <summary>What two teams were told has become of their friendship survives a server that is killed, and what is sent again is not done twice.</summary>
public sealed class FriendshipKillTests(ITestOutputHelper output) : IDisposable
{
    private const int Rounds = 10;
    private const int Clients = 4;
    private const int LeastARound = 20;
    private const int Seed = 20261123;

    /// <summary>What each client does with its pair again and again: each step says the version that it leaves behind.</summary>
    private static readonly (string Mutation, Func<Pair, object> Input)[] Cycle =
    [
        ("proposeFriendship", pair => new { from = pair.From, to = pair.To }),
        ("acceptFriendship", pair => new { friendship = pair.Friendship, version = 1 }),
        ("recordCheckIn", pair => new { friendship = pair.Friendship, team = pair.From, met = "YES" }),
        ("endFriendship", pair => new { friendship = pair.Friendship }),
    ];

    private readonly string data = Directory.CreateTempSubdirectory("equity-kill-").FullName;
    private readonly ConcurrentDictionary<string, int> acknowledged = new();

    [Fact]
    public async Task Every_acknowledged_transition_of_a_friendship_survives_and_none_happens_twice()
    {
        var random = new Random(Seed);
        var clock = Stopwatch.StartNew();
        var pairs = new List<Pair>();
        for (var round = 0; round <= Rounds; round++)
        {
            using var server = (await ServerProcess.StartAsync(data)).As(data, "newcomer");
            for (var client = pairs.Count; client < Clients; client++)
                pairs.Add(new Pair(await RegisterAsync(server, $"Asking {client}"), await RegisterAsync(server, $"Asked {client}")));
            if (round == Rounds)
            {
                // What was not acknowledged is sent once more; then nothing is open.
                foreach (var pair in pairs)
                    await StepAsync(server, pair);
                await CompareAsync(server, pairs);
                break;
            }
            // The first change of a server takes its time; what was left open goes first.
            foreach (var pair in pairs)
                await StepAsync(server, pair);
            var clients = pairs.Select(pair => Task.Run(() => StreamAsync(server, pair))).ToList();
            // However slow the machine is, each round is killed in the midst of changes.
            var (begun, patience) = (pairs.Sum(pair => pair.Done), Stopwatch.StartNew());
            while (pairs.Sum(pair => pair.Done) < begun + LeastARound && patience.Elapsed < TimeSpan.FromSeconds(30))
                await Task.Delay(10);
            await Task.Delay(random.Next(0, 500));
            await server.KillAsync();
            await Task.WhenAll(clients);
            Assert.Equal("ok", await ServerProcess.IntegrityAsync(data));
        }
        output.WriteLine($"{Rounds} kills in {clock.Elapsed.TotalSeconds:0} s; {acknowledged.Values.Sum()} transitions of {acknowledged.Count} friendships acknowledged; none lost, none twice.");
        Assert.True(acknowledged.Count > Rounds, $"{acknowledged.Count} friendships");
    }

    private static async Task<string> RegisterAsync(ServerProcess server, string name)
    {
        var team = (await server.DataAsync("mutation($input: RegisterTeamInput!) { registerTeam(input: $input) { team { id version } } }", new { input = new { name, service = "S", myRole = "OTHER" } })).At("registerTeam", "team");
        await server.DataAsync("mutation($input: PublishTeamInput!) { publishTeam(input: $input) { team { id } } }", new { input = new { team = team.Text("id"), version = team.At("version").GetInt32() } });
        return team.Text("id");
    }

    private async Task StreamAsync(ServerProcess server, Pair pair)
    {
        try
        {
            while (true)
                await StepAsync(server, pair);
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException or TaskCanceledException or JsonException)
        {
            // The step is taken again by the next server, under the same key.
        }
    }

    private async Task StepAsync(ServerProcess server, Pair pair)
    {
        var (mutation, input) = Cycle[pair.Done % Cycle.Length];
        var answer = (await server.DataAsync(
            $"mutation($input: {char.ToUpperInvariant(mutation[0])}{mutation[1..]}Input!) {{ {mutation}(input: $input) {{ friendship {{ id version }} errors {{ ... on Error {{ message }} }} }} }}",
            new { input = input(pair) }, key: $"{pair.From} {pair.Done}")).At(mutation);
        Assert.True(answer.At("errors").ValueKind == JsonValueKind.Null, $"{mutation}: {answer}");
        pair.Friendship = answer.At("friendship").Text("id");
        // A repeated answer tells of the row as it is; nobody else changes it meanwhile.
        Assert.Equal(1 + (pair.Done % Cycle.Length), answer.At("friendship", "version").GetInt32());
        acknowledged[pair.Friendship] = answer.At("friendship", "version").GetInt32();
        pair.Done++;
    }

    private async Task CompareAsync(ServerProcess server, List<Pair> pairs)
    {
        var stored = new Dictionary<string, int>();
        foreach (var pair in pairs)
        {
            for (string? after = null; ;)
            {
                var page = (await server.DataAsync(
                    "query($id: ID!, $after: String) { node(id: $id) { ... on Team { friendships(first: 100, after: $after) { nodes { id status version checkIns { met } } pageInfo { endCursor hasNextPage } } } } }", new { id = pair.From, after })).At("node", "friendships");
                foreach (var friendship in page.Nodes())
                {
                    var version = friendship.At("version").GetInt32();
                    stored.Add(friendship.Text("id"), version);
                    Assert.Equal(version == 1 ? "PROPOSED" : version == Cycle.Length ? "ENDED" : "ACCEPTED", friendship.Text("status"));
                    Assert.Equal(version >= 3 ? 1 : 0, friendship.At("checkIns").GetArrayLength());
                }
                if (!page.At("pageInfo", "hasNextPage").GetBoolean())
                    break;
                after = page.At("pageInfo").Text("endCursor");
            }
        }
        Assert.Equal(acknowledged.OrderBy(each => each.Key, StringComparer.Ordinal), stored.OrderBy(each => each.Key, StringComparer.Ordinal));
    }

    public void Dispose() => Directory.Delete(data, recursive: true);

    /// <summary>Two teams of one client, how many steps it has taken with them, and the friendship that it is at.</summary>
    private sealed class Pair(string from, string to)
    {
        public string From { get; } = from;

        public string To { get; } = to;

        public int Done { get; set; }

        public string? Friendship { get; set; }
    }
}
