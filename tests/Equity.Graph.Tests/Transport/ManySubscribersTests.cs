using System.Diagnostics;
using Xunit.Abstractions;

namespace Equity.Graph.Tests.Transport;

/// <summary>An event reaches many at once.</summary>
public class ManySubscribersTests(EquityHost host, ITestOutputHelper output) : IClassFixture<EquityHost>
{
    private const int Subscribers = 500, Tries = 5;

    [Fact]
    public async Task Five_hundred_subscribers_receive_an_event_within_a_second()
    {
        var learning = await host.LearningAsync();
        var sockets = new List<GraphSocket>();
        for (var i = 0; i < Subscribers; i++)
            sockets.Add(await GraphSocket.StartAsync(host));
        foreach (var socket in sockets)
            await socket.SubscribeAsync("s", SharedLearnings.Subscription);
        await host.ListenersAsync(Subscribers);
        // The machine may be busy with other tests: the best of a few tries counts.
        var best = TimeSpan.MaxValue;
        for (var i = 0; i < Tries; i++)
        {
            var received = sockets.Select(socket => socket.ReceiveAsync()).ToList();
            var since = Stopwatch.StartNew();
            host.Share(learning[i].Text("id"));
            var messages = await Task.WhenAll(received);
            output.WriteLine($"{Subscribers} visitors: {since.Elapsed.TotalMilliseconds:0} ms");
            best = since.Elapsed < best ? since.Elapsed : best;
            Assert.All(messages, message => Assert.Equal(learning[i].Text("title"), message.At("payload", "data", "learningShared", "title").GetString()));
        }
        sockets.ForEach(socket => socket.Dispose());
        Assert.InRange(best, TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }
}
