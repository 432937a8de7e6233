using System.Text.Json;
using Equity.Graph.Learning;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Tests.Transport;

/// <summary>The subscription learningShared, over both transports.</summary>
public class LearningSharedTests(EquityHost host) : IClassFixture<EquityHost>
{
    [Fact]
    public async Task A_subscriber_receives_what_is_shared_until_it_completes()
    {
        var learning = await host.LearningAsync();
        using var socket = await GraphSocket.StartAsync(host);
        await socket.SubscribeAsync("s", SharedLearnings.Subscription);
        await host.ListenersAsync(1);
        host.Share(learning[0].Text("id"));
        host.Share(learning[1].Text("id"));
        foreach (var shared in learning.Take(2))
        {
            var next = await socket.ReceiveAsync();
            Assert.Equal(("next", "s"), (next.Text("type"), next.Text("id")));
            Assert.Equal(shared.Text("title"), next.At("payload", "data", "learningShared", "title").GetString());
        }
        await socket.SendAsync(new { type = "complete", id = "s" });
        await host.ListenersAsync(0);
    }

    [Fact]
    public async Task Only_learning_of_the_dimension_that_is_asked_for_is_told()
    {
        await host.ImportAsync("""
            {"key":"two-sides","name":"Two Sides","organisation":"Saltway Trust","service":"Clinic","stage":"TESTING","inequities":[{"key":"a","title":"Long waits","dimension":"AGE","population":"Over 70"},{"key":"b","title":"No words","dimension":"LANGUAGE","population":"Speakers of Urdu"}],"learning":[{"kind":"WORKED","title":"A call","body":"It helps.","inequity":"a"},{"kind":"WORKED","title":"A card","body":"It helps too.","inequity":"b"},{"kind":"WORKED","title":"A bell","body":"It helps as well."}]}
            """);
        var learning = (await host.DataAsync("{ team(key: \"two-sides\") { learning { nodes { id title } } } }")).Nodes("team", "learning");
        var wanted = learning.Single(each => each.Text("title") == "A card");
        using var socket = await GraphSocket.StartAsync(host);
        await socket.SubscribeAsync("s", SharedLearnings.Subscription, new { d = "LANGUAGE" });
        await host.ListenersAsync(1);
        foreach (var other in learning.Except([wanted]))
            host.Share(other.Text("id"));
        host.Share(wanted.Text("id"));
        Assert.Equal(wanted.Text("id"), (await socket.ReceiveAsync()).At("payload", "data", "learningShared", "id").GetString());
        await socket.SendAsync(new { type = "complete", id = "s" });
        await host.ListenersAsync(0);
    }

    [Fact]
    public async Task Events_stream_over_server_sent_events_and_end_with_the_connection()
    {
        var learning = await host.LearningAsync();
        using (var events = await EventClient.OpenAsync(host, SharedLearnings.Subscription))
        {
            await host.ListenersAsync(1);
            host.Share(learning[2].Text("id"));
            Assert.Equal(("next", learning[2].Text("title")), await events.NextAsync() is var (type, data) ? (type, data.At("data", "learningShared", "title").GetString()) : default);
        }
        await host.ListenersAsync(0);
    }

    [Fact]
    public async Task An_event_about_what_a_viewer_may_not_read_is_passed_over_for_that_viewer_alone()
    {
        await using var own = new EquityHost();
        var learning = await own.LearningAsync();
        await DraftAsync(own, learning[0]);
        using var visitor = await GraphSocket.StartAsync(own);
        await visitor.SubscribeAsync("s", SharedLearnings.Subscription);
        using var reader = await GraphSocket.StartAsync(own, new { token = own.TokenOf("administrator") });
        await reader.SubscribeAsync("s", SharedLearnings.Subscription);
        await own.ListenersAsync(2);
        var open = learning.First(each => each.At("team", "key").GetString() != learning[0].At("team", "key").GetString());
        own.Topic().Publish(new LearningShared(99_999_999));
        own.Share(learning[0].Text("id"));
        own.Share(open.Text("id"));
        Assert.Equal(open.Text("id"), (await visitor.ReceiveAsync()).At("payload", "data", "learningShared", "id").GetString());
        Assert.Equal(learning[0].Text("id"), (await reader.ReceiveAsync()).At("payload", "data", "learningShared", "id").GetString());
    }

    /// <summary>Makes the learning's team a draft.</summary>
    private static async Task DraftAsync(EquityHost host, JsonElement learning)
    {
        var key = learning.At("team", "key").GetString();
        await using var db = await host.OpenAsync();
        await db.Teams.Where(team => team.Key == key).ExecuteUpdateAsync(team => team.SetProperty(row => row.PublishedAt, (DateTime?)null));
    }

    [Fact]
    public async Task A_subscription_by_plain_http_says_where_subscriptions_are_served() =>
        Assert.Equal("SUBSCRIPTION_TRANSPORT", (await host.ErrorAsync("subscription { learningShared { id } }")).Code);

    [Theory]
    [InlineData("subscription { __typename }")]
    [InlineData("subscription { learningShared { id } again: learningShared { id } }")]
    [InlineData("subscription { learningShared(dimension: NOTHING) { id } }")]
    public async Task A_subscription_that_cannot_start_is_an_error(string query)
    {
        using var socket = await GraphSocket.StartAsync(host);
        await socket.SubscribeAsync("s", query);
        var error = await socket.ReceiveAsync();
        Assert.Equal("error", error.Text("type"));
        Assert.NotEqual("INTERNAL_ERROR", error.GetProperty("payload")[0].At("extensions", "code").GetString());
        await host.ListenersAsync(0);
    }

    [Fact]
    public async Task A_token_that_expires_ends_the_subscription()
    {
        await using var own = new EquityHost();
        var learning = await own.LearningAsync();
        var token = own.TokenOf("amina");
        using var socket = await GraphSocket.StartAsync(own, new { token });
        await socket.SubscribeAsync("s", SharedLearnings.Subscription);
        using var events = await EventClient.OpenAsync(own, SharedLearnings.Subscription, token);
        await own.ListenersAsync(2);
        own.Clock.Advance(TimeSpan.FromDays(2));
        own.Share(learning[0].Text("id"));
        Assert.Equal((4403, "Forbidden"), await socket.ClosedAsync());
        Assert.Equal("UNAUTHENTICATED", (await events.NextAsync()).Data.GetProperty("errors")[0].At("extensions", "code").GetString());
        Assert.Equal("complete", (await events.NextAsync()).Type);
    }
}
