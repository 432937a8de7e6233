using System.Diagnostics;
using System.Net.Http.Headers;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Equity.Benchmarks;

/// <summary>
/// A page of 20 teams with their inequities and learning, over HTTP and in one process, taking turns: the graph; the same data by
/// hand-written SQL into a JSON writer; and the same answer as bytes that are ready.
/// </summary>
internal static class Page
{
    private const int Rounds = 300, WarmUps = 300;

    private const string Query = """
        { teams(first: 20) { nodes { id key name service stage inequities(first: 10) { nodes { id title dimension population } } learning(first: 5) { nodes { id kind title body sharedAt } } } pageInfo { hasNextPage endCursor } } }
        """;

    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("equity-page-").FullName;
        var (graph, other) = (FreePort(), FreePort());
        // The program itself, on a thread of this process; it ends with the process.
        Environment.SetEnvironmentVariable("ASPNETCORE_ENVIRONMENT", "Development");
        var program = new Thread(() => Assembly.Load("Equity.Graph").EntryPoint!.Invoke(null, [new[] { "--urls", $"http://127.0.0.1:{graph}", "--data", folder }])) { IsBackground = true };
        program.Start();
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(30) };
        client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        var body = JsonSerializer.Serialize(new { query = Query });
        var address = new Uri($"http://127.0.0.1:{graph}/graphql");
        var answer = await FirstAsync(client, address, body);

        await using var rivals = Rivals(other, Path.Combine(folder, "equity.db"), answer);
        await rivals.StartAsync();
        var bySql = await client.GetByteArrayAsync(new Uri($"http://127.0.0.1:{other}/sql"));
        if (Shape(bySql) != Shape(answer))
            throw new InvalidOperationException("The hand-written answer is another one.");

        var times = new Dictionary<string, List<double>> { ["bytes"] = [], ["SQL to JSON"] = [], ["graph"] = [] };
        for (var round = -WarmUps; round < Rounds; round++)
        {
            await TimeAsync("bytes", () => client.GetByteArrayAsync(new Uri($"http://127.0.0.1:{other}/bytes")), round);
            await TimeAsync("SQL to JSON", () => client.GetByteArrayAsync(new Uri($"http://127.0.0.1:{other}/sql")), round);
            await TimeAsync("graph", () => AskAsync(client, address, body), round);
        }
        Console.WriteLine($"20 teams, {answer.Length:N0} bytes, {Rounds} rounds");
        foreach (var (what, all) in times)
            Console.WriteLine($"{what,-12} median {Median(all),7:0.00} ms   {Median(all) / Median(times["bytes"]),6:0.0} of bytes   {Median(all) / Median(times["SQL to JSON"]),6:0.0} of SQL");

        async Task TimeAsync(string what, Func<Task<byte[]>> ask, int round)
        {
            var watch = Stopwatch.StartNew();
            await ask();
            if (round >= 0)
                times[what].Add(watch.Elapsed.TotalMilliseconds);
        }
    }

    private static double Median(List<double> all) => all.Order().ElementAt(all.Count / 2);

    /// <summary>The first answer, once the server listens and knows the demo community.</summary>
    private static async Task<byte[]> FirstAsync(HttpClient client, Uri address, string body)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return await AskAsync(client, address, body);
            }
            catch (HttpRequestException) when (attempt < 200)
            {
                await Task.Delay(100);
            }
        }
    }

    private static async Task<byte[]> AskAsync(HttpClient client, Uri address, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await client.PostAsync(address, content);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsByteArrayAsync();
    }

    /// <summary>Two plain endpoints of a server like the graph's.</summary>
    private static WebApplication Rivals(int port, string database, byte[] answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapGet("/bytes", () => Results.Bytes(answer, "application/json"));
        app.MapGet("/sql", () => Results.Bytes(HandWritten.Answer($"Data Source={database}"), "application/json"));
        return app;
    }

    /// <summary>An answer without what only the graph can know: its ids and cursors.</summary>
    private static string Shape(byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        var teams = document.RootElement.GetProperty("data").GetProperty("teams").GetProperty("nodes").EnumerateArray();
        return string.Join('\n', teams.Select(team =>
            team.GetProperty("key") + ": " + string.Join(" / ", Titles(team, "inequities")) + " | " + string.Join(" / ", Titles(team, "learning"))));

        static IEnumerable<string?> Titles(JsonElement team, string list) => team.GetProperty(list).GetProperty("nodes").EnumerateArray().Select(each => each.GetProperty("title").GetString());
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}
