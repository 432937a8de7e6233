using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Equity.Graph.Execution;
using Equity.Graph.Execution.Limits;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace Equity.Graph.Tests.Fuzz;

/// <summary>Nothing else runs beside the fuzz test: it measures time.</summary>
[CollectionDefinition(nameof(Fuzz), DisableParallelization = true)]
public sealed class Fuzz : ICollectionFixture<EquityHost>;

[Collection(nameof(Fuzz))]
public class FuzzTests(EquityHost host, ITestOutputHelper output)
{
    private const int Seed = 20261111;
    private const int Usual = 20_000;
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(2);

    private readonly ConcurrentQueue<string> problems = new();
    private readonly ConcurrentQueue<int> slow = new();
    private readonly ConcurrentDictionary<string, int> counts = new();

    [Fact]
    public async Task Whatever_is_sent_is_answered_soon_and_without_insides()
    {
        var count = int.TryParse(Environment.GetEnvironmentVariable("FUZZ_COUNT"), CultureInfo.InvariantCulture, out var asked) ? asked : Usual;
        var schema = host.Services.GetRequiredService<EquitySchema>();
        schema.Initialize();
        await host.DataAsync("{ findPeers(text: \"waits until the index is there\") { rank } }");
        HttpClient[] clients = [host.ClientFor("administrator"), host.ClientFor(EquityHost.Visitor)];
        var watch = Stopwatch.StartNew();
        await Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (number, _) =>
        {
            var request = RandomRequest.Of(schema, Seed, number);
            counts.AddOrUpdate(request.Kind, 1, (_, before) => before + 1);
            if (await SendAsync(clients[number % 2], request, number) > Slow)
                slow.Enqueue(number);
        });
        var repeated = await SlowAgainAsync(number => SendAsync(clients[number % 2], RandomRequest.Of(schema, Seed, number), number));
        output.WriteLine($"seed {Seed}, {count} requests in {watch.Elapsed.TotalSeconds:0} s, {slow.Count} over {Slow.TotalSeconds} s at first, {repeated.Count} of them again when alone, {problems.Count} problems");
        foreach (var (name, times) in counts.OrderBy(each => each.Key, StringComparer.Ordinal))
            output.WriteLine($"{times,6} {name}");
        Assert.True(problems.IsEmpty, string.Join("\n\n", problems.Take(20)));
        Assert.Empty(repeated);
    }

    /// <summary>Sends a request and looks at the answer; how long it took.</summary>
    private async Task<TimeSpan> SendAsync(HttpClient client, RandomRequest request, int number)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            using var message = request.Message();
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
            using var response = await client.SendAsync(message, limit.Token);
            var body = await response.Content.ReadAsStringAsync(limit.Token);
            var elapsed = watch.Elapsed;
            counts.AddOrUpdate($"status {(int)response.StatusCode}", 1, (_, before) => before + 1);
            if (body.StartsWith("{\"data\":{", StringComparison.Ordinal))
                counts.AddOrUpdate("with data", 1, (_, before) => before + 1);
            if (AnswerRules.Problem(response.StatusCode, response.Content.Headers.ContentType?.MediaType, body) is { } problem)
                problems.Enqueue($"{number}: {problem}\n{request}");
            return elapsed;
        }
        // The web server refuses a body that is too large before it has read all of it; the client may still be writing.
        catch (HttpRequestException) when (request.Body?.Length > host.Services.GetRequiredService<EquityLimits>().BodyBytes)
        {
            counts.AddOrUpdate("too large to be read", 1, (_, before) => before + 1);
            return watch.Elapsed;
        }
        catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException)
        {
            problems.Enqueue($"{number}: no answer, {fault.Message}\n{request}");
            return watch.Elapsed;
        }
    }

    /// <summary>Sends what was slow twice more, alone: this machine may have been busy.</summary>
    private async Task<List<string>> SlowAgainAsync(Func<int, Task<TimeSpan>> send)
    {
        var repeated = new List<string>();
        foreach (var number in slow.Order())
        {
            if (await send(number) > Slow && await send(number) > Slow)
                repeated.Add($"{number}");
        }
        return repeated;
    }
}
