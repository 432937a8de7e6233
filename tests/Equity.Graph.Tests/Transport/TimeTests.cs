using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Equity.Graph.Tests.Transport;

/// <summary>How long things may take, and that they end when they must.</summary>
public class TimeTests
{
    [Theory]
    [InlineData("waits")]
    [InlineData("counts")]
    public async Task A_request_that_takes_longer_than_it_may_is_stopped_and_told_the_limit(string field)
    {
        await using var host = new ProbedHost();
        var asked = host.AskAsync($"{{ {field} }}");
        await host.RunningAsync(1);
        host.Clock.Advance(TimeSpan.FromSeconds(29));
        await Task.Delay(100);
        Assert.False(asked.IsCompleted);
        host.Clock.Advance(TimeSpan.FromSeconds(2));
        var error = (await asked).GetProperty("errors")[0];
        Assert.Equal("TIMEOUT", error.At("extensions", "code").GetString());
        Assert.Contains("30 seconds", error.Text("message"), StringComparison.Ordinal);
        await host.RunningAsync(0);
        Assert.True((await host.DataAsync("{ teams { totalCount } }")).At("teams", "totalCount").GetInt32() > 0);
    }

    [Fact]
    public async Task A_client_that_goes_away_stops_its_statement()
    {
        await using var host = new ProbedHost();
        using var leaves = new CancellationTokenSource();
        var asked = host.CreateClient().PostAsJsonAsync("/graphql", new { query = "{ counts }" }, leaves.Token);
        await host.RunningAsync(1);
        await leaves.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
        await host.RunningAsync(0);
        Assert.DoesNotContain(host.Lines, line => line.Contains("failed:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_client_that_completes_its_operation_stops_its_statement()
    {
        await using var host = new ProbedHost();
        using var socket = await GraphSocket.StartAsync(host);
        await socket.SubscribeAsync("1", "{ counts }");
        await host.RunningAsync(1);
        await socket.SendAsync(new { type = "complete", id = "1" });
        await host.RunningAsync(0);
    }

    [Fact]
    public async Task A_server_that_stops_lets_run_what_runs_and_tells_who_listens_to_come_back()
    {
        await using var host = new ProbedHost();
        using var socket = await GraphSocket.StartAsync(host);
        await socket.SubscribeAsync("s", SharedLearnings.Subscription);
        using var events = await EventClient.OpenAsync(host, SharedLearnings.Subscription);
        await host.ListenersAsync(2);
        var asked = host.AskAsync("{ takesTwoSeconds }");
        await socket.SubscribeAsync("q", "{ takesTwoSeconds }");
        await host.RunningAsync(2);
        var lifetime = host.Services.GetRequiredService<IHostApplicationLifetime>();
        lifetime.StopApplication();
        Assert.Equal("done", (await socket.ReceiveAsync()).At("payload", "data", "takesTwoSeconds").GetString());
        Assert.Equal((1001, "The server stops"), await socket.ClosedAsync());
        Assert.Equal("end", (await events.NextAsync()).Type);
        Assert.Equal("done", (await asked).At("data", "takesTwoSeconds").GetString());
        Assert.True(lifetime.ApplicationStopped.WaitHandle.WaitOne(TimeSpan.FromSeconds(60)));
    }

    [Fact]
    public async Task A_subscriber_that_is_too_slow_is_dropped_and_told_so()
    {
        await using var host = new EquityHost();
        var learning = await host.LearningAsync();
        using var slow = await GraphSocket.StartAsync(host);
        using var quick = await GraphSocket.StartAsync(host);
        var large = $"subscription {{ learningShared {{ {string.Join(' ', Enumerable.Range(0, 40).Select(i => $"a{i}: body"))} }} }}";
        await slow.SubscribeAsync("s", large);
        await quick.SubscribeAsync("s", "subscription { learningShared { id } }");
        await host.ListenersAsync(2);
        // More than the socket's buffers take in, at a pace that the quick one keeps up with.
        for (var i = 0; i < 3_000 && host.Topic().Listeners == 2; i++)
        {
            host.Share(learning[i % learning.Count].Text("id"));
            Assert.Equal("next", (await quick.ReceiveAsync()).Text("type"));
        }
        Assert.Equal((4413, "Too slow: more events came than could wait"), await slow.ClosedAsync());
        host.Share(learning[0].Text("id"));
        Assert.Equal(learning[0].Text("id"), (await quick.ReceiveAsync()).At("payload", "data", "learningShared", "id").GetString());
    }
}
