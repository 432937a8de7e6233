using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Equity.Graph.Tests.Transport;

public class OpenConnectionsTests
{
    [Theory]
    [InlineData("websocket")]
    [InlineData("events")]
    public async Task One_more_than_may_be_open_is_told_the_limit(string transport)
    {
        await using var host = new OneConnectionHost();
        using var open = await GraphSocket.StartAsync(host);
        using var request = transport == "events"
            ? new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query = "subscription { learningShared { title } }" }), Headers = { { "Accept", "text/event-stream" } } }
            : new HttpRequestMessage(HttpMethod.Get, "/graphql")
            {
                Headers = { { "Connection", "Upgrade" }, { "Upgrade", "websocket" }, { "Sec-WebSocket-Version", "13" }, { "Sec-WebSocket-Key", "AAAAAAAAAAAAAAAAAAAAAA==" }, { "Sec-WebSocket-Protocol", "graphql-transport-ws" } },
            };
        using var response = await host.CreateClient().SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        var error = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors")[0];
        Assert.Equal("OPEN_CONNECTIONS", error.At("extensions", "code").GetString());
        Assert.StartsWith("1 WebSockets and event streams are open, which is the limit.", error.Text("message"), StringComparison.Ordinal);
    }

    private sealed class OneConnectionHost() : EquityHost(empty: true)
    {
        protected override Dictionary<string, string?> Settings => new() { ["Limits:WebSockets"] = "1" };
    }
}
