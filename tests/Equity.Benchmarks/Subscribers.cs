using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace Equity.Benchmarks;

/// <summary>How long it takes from the answer of a mutation until the last of many subscribers, each on a WebSocket of its own, has its event. The server is a process of its own.</summary>
internal static class Subscribers
{
    private const int Rounds = 7;

    public static async Task RunAsync(int count)
    {
        var folder = Directory.CreateTempSubdirectory("equity-subscribers-").FullName;
        using var server = Start(["--data", folder, "--urls", "http://127.0.0.1:0", "--environment", "Development"]);
        try
        {
            var address = await AddressAsync(server);
            using var client = new HttpClient { BaseAddress = address };
            var token = await TokenAsync(folder);
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
            // The demo is encoded first, so that it is not measured.
            await AskAsync(client, "{ findPeers(text: \"cannot use the video link\") { rank } }");
            var team = (await AskAsync(client, "{ team(key: \"tablet-table-quayside\") { id } }")).GetProperty("team").GetProperty("id").GetString()!;
            await MeasureAsync($"{count} visitors", client, address, team, count, null);
            await MeasureAsync($"{count} who have signed in", client, address, team, count, token);
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MeasureAsync(string who, HttpClient client, Uri address, string team, int count, string? token)
    {
        var sockets = new List<ClientWebSocket>();
        for (var i = 0; i < count; i++)
            sockets.Add(await SubscribeAsync(address, token));
        await Task.Delay(TimeSpan.FromSeconds(3)); // Until all listen.
        var times = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var received = sockets.Select(ReceiveAsync).ToList();
            await AskAsync(client, "mutation($t: ID!, $n: String!) { shareLearning(input: { team: $t, kind: WORKED, title: $n, body: \"Two goes are enough for most.\" }) { learning { id } errors { __typename } } }", new { t = team, n = $"{who}, round {round}" });
            var since = Stopwatch.StartNew();
            await Task.WhenAll(received);
            times.Add(since.Elapsed.TotalMilliseconds);
        }
        sockets.ForEach(socket => socket.Dispose());
        times.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{who,-28} last one after {times[0]:0} to {times[^1]:0} ms, median {times[Rounds / 2]:0} ms"));
    }

    private static async Task<ClientWebSocket> SubscribeAsync(Uri address, string? token)
    {
        var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("graphql-transport-ws");
        await socket.ConnectAsync(new UriBuilder(address) { Scheme = "ws", Path = "/graphql" }.Uri, CancellationToken.None);
        await SendAsync(socket, new { type = "connection_init", payload = token is null ? null : new { token } });
        await ReceiveAsync(socket);
        await SendAsync(socket, new { id = "s", type = "subscribe", payload = new { query = "subscription { learningShared { id title body team { key name } } }" } });
        return socket;
    }

    private static Task SendAsync(ClientWebSocket socket, object message) => socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, true, CancellationToken.None);

    private static async Task ReceiveAsync(ClientWebSocket socket)
    {
        var buffer = new byte[4_096];
        var part = await socket.ReceiveAsync(buffer, CancellationToken.None);
        var text = Encoding.UTF8.GetString(buffer, 0, part.Count);
        if (!text.Contains("\"connection_ack\"", StringComparison.Ordinal) && !text.Contains("\"learningShared\"", StringComparison.Ordinal))
            throw new InvalidOperationException($"Unexpected: {text}");
    }

    internal static async Task<JsonElement> AskAsync(HttpClient client, string query, object? variables = null)
    {
        using var response = await client.PostAsJsonAsync("/graphql", new { query, variables });
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        return answer.TryGetProperty("errors", out var errors) ? throw new InvalidOperationException(errors.ToString()) : answer.GetProperty("data");
    }

    internal static async Task<Uri> AddressAsync(Process server)
    {
        const string Says = "Equity listens on ";
        while (await server.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(Says, StringComparison.Ordinal))
                return new Uri(line[Says.Length..].Split(' ')[0]);
        }
        throw new InvalidOperationException("The server did not start.");
    }

    internal static async Task<string> TokenAsync(string folder)
    {
        using var command = Start(["token", "--as", "amina", "--data", folder]);
        var token = await command.StandardOutput.ReadToEndAsync();
        await command.WaitForExitAsync();
        return token.Trim();
    }

    internal static Process Start(string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Equity.Graph.dll"), .. arguments]) { RedirectStandardOutput = true };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        return Process.Start(start)!;
    }
}
