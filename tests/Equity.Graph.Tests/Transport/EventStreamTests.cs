using System.Net;

namespace Equity.Graph.Tests.Transport;

/// <summary>Server-sent events, in the distinct connections mode of graphql-sse.</summary>
[Collection(nameof(Community))]
public class EventStreamTests(EquityHost host)
{
    [Fact]
    public async Task A_query_gives_its_answer_and_completes()
    {
        using var events = await EventClient.OpenAsync(host, "{ teams(first: 1) { nodes { key } } }");
        var (type, data) = await events.NextAsync();
        Assert.Equal("next", type);
        Assert.Single(data.Nodes("data", "teams"));
        Assert.Equal("complete", (await events.NextAsync()).Type);
        Assert.Equal("end", (await events.NextAsync()).Type);
    }

    [Fact]
    public async Task A_get_streams_too()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query=%7Bteams%7BtotalCount%7D%7D");
        using var events = await EventClient.OpenAsync(host, request);
        Assert.Equal("next", (await events.NextAsync()).Type);
    }

    [Theory]
    [InlineData("{ nope }")]
    [InlineData("{")]
    [InlineData("subscription { nope }")]
    public async Task What_fails_before_it_runs_is_told_within_the_stream(string query)
    {
        using var events = await EventClient.OpenAsync(host, query);
        Assert.True((await events.NextAsync()).Data.TryGetProperty("errors", out _));
        Assert.Equal("complete", (await events.NextAsync()).Type);
    }

    [Fact]
    public async Task A_get_changes_nothing()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query=mutation%7B__typename%7D");
        request.Headers.Accept.ParseAdd("text/event-stream");
        using var response = await host.CreateClient().SendAsync(request);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    [Fact]
    public async Task A_client_that_takes_both_gets_events_for_subscriptions_only()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query=%7Bteams%7BtotalCount%7D%7D");
        request.Headers.Accept.ParseAdd("application/graphql-response+json, application/json, text/event-stream");
        using var response = await host.CreateClient().SendAsync(request);
        Assert.Equal("application/graphql-response+json", response.Content.Headers.ContentType!.MediaType);
    }
}
