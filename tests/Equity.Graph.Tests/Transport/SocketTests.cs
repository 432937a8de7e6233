using System.Net.WebSockets;

namespace Equity.Graph.Tests.Transport;

/// <summary>The protocol graphql-transport-ws, message by message.</summary>
public class SocketTests(EquityHost host) : IClassFixture<EquityHost>
{
    [Fact]
    public async Task A_query_gives_its_answer_and_completes()
    {
        using var socket = await GraphSocket.StartAsync(host);
        await socket.SubscribeAsync("1", "query($n: Int) { teams(first: $n) { nodes { key } } }", new { n = 2 });
        var next = await socket.ReceiveAsync();
        Assert.Equal(("next", "1"), (next.Text("type"), next.Text("id")));
        Assert.Equal(2, next.Nodes("payload", "data", "teams").Count);
        var complete = await socket.ReceiveAsync();
        Assert.Equal(("complete", "1"), (complete.Text("type"), complete.Text("id")));
    }

    [Fact]
    public async Task A_document_that_cannot_run_is_an_error()
    {
        using var socket = await GraphSocket.StartAsync(host);
        await socket.SubscribeAsync("1", "{ nope }");
        var error = await socket.ReceiveAsync();
        Assert.Equal(("error", "1"), (error.Text("type"), error.Text("id")));
        Assert.Equal("FIELDS_ON_CORRECT_TYPE", error.GetProperty("payload")[0].At("extensions", "code").GetString());
    }

    [Theory]
    [InlineData("""{"query":5}""")]
    [InlineData("""{"query":"{ __typename }","variables":{"a":1,"a":1}}""")]
    public async Task A_payload_that_is_no_request_is_an_error_of_its_operation(string payload)
    {
        using var socket = await GraphSocket.StartAsync(host);
        await socket.SendAsync($$"""{"id":"1","type":"subscribe","payload":{{payload}}}""");
        Assert.Equal("error", (await socket.ReceiveAsync()).Text("type"));
    }

    [Fact]
    public async Task Operations_run_side_by_side_and_an_id_is_free_again_when_it_completes()
    {
        using var socket = await GraphSocket.StartAsync(host);
        foreach (var id in (string[])["a", "b", "c"])
            await socket.SubscribeAsync(id, "{ matching { teams } }");
        var completed = new HashSet<string>();
        while (completed.Count < 3)
        {
            var message = await socket.ReceiveAsync();
            if (message.Text("type") == "complete")
                completed.Add(message.Text("id"));
        }
        await socket.SubscribeAsync("a", "{ matching { teams } }");
        Assert.Equal("next", (await socket.ReceiveAsync()).Text("type"));
    }

    [Fact]
    public async Task A_ping_is_answered_with_its_payload()
    {
        using var socket = await GraphSocket.OpenAsync(host);
        await socket.SendAsync(new { type = "ping", payload = new { n = 7 } });
        var pong = await socket.ReceiveAsync();
        Assert.Equal("pong", pong.Text("type"));
        Assert.Equal(7, pong.At("payload", "n").GetInt32());
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"type\":5}")]
    [InlineData("{\"type\":\"start\"}")]
    [InlineData("{\"type\":\"subscribe\",\"payload\":{\"query\":\"{matching{ready}}\"}}")]
    [InlineData("{\"type\":\"subscribe\",\"id\":\"\",\"payload\":{\"query\":\"{matching{ready}}\"}}")]
    [InlineData("{\"type\":\"subscribe\",\"id\":\"1\"}")]
    [InlineData("{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":\"x\"}")]
    [InlineData("{\"type\":\"ping\",\"payload\":1}")]
    public async Task A_message_that_the_protocol_does_not_know_closes_with_4400(string message)
    {
        using var socket = await GraphSocket.StartAsync(host);
        await socket.SendAsync(message);
        Assert.Equal(4400, (await socket.ClosedAsync()).Code);
    }

    [Fact]
    public async Task Binary_messages_close_with_4400()
    {
        using var socket = await GraphSocket.StartAsync(host);
        await socket.Socket.SendAsync(new byte[] { 1 }, WebSocketMessageType.Binary, true, CancellationToken.None);
        Assert.Equal(4400, (await socket.ClosedAsync()).Code);
    }

    [Fact]
    public async Task Subscribing_before_the_connection_is_acknowledged_closes_with_4401()
    {
        using var socket = await GraphSocket.OpenAsync(host);
        await socket.SubscribeAsync("1", "{ matching { ready } }");
        Assert.Equal((4401, "Unauthorized"), await socket.ClosedAsync());
    }

    [Theory]
    [InlineData("{\"type\":\"connection_init\",\"payload\":{\"Authorization\":\"Bearer nonsense\"}}")]
    [InlineData("{\"type\":\"connection_init\",\"payload\":{\"authorization\":\"nonsense\"}}")]
    [InlineData("{\"type\":\"connection_init\",\"payload\":{\"token\":\"nonsense\"}}")]
    public async Task A_token_that_is_not_valid_closes_with_4403(string init)
    {
        using var socket = await GraphSocket.OpenAsync(host);
        await socket.SendAsync(init);
        Assert.Equal((4403, "Forbidden"), await socket.ClosedAsync());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("graphql-ws")]
    public async Task Another_subprotocol_closes_with_4406(string? protocol)
    {
        using var socket = await GraphSocket.OpenAsync(host, protocol);
        Assert.Equal((4406, "Subprotocol not acceptable"), await socket.ClosedAsync());
    }

    [Fact]
    public async Task An_id_that_is_in_use_closes_with_4409()
    {
        using var socket = await GraphSocket.StartAsync(host);
        await socket.SubscribeAsync("one", SharedLearnings.Subscription);
        await socket.SubscribeAsync("one", SharedLearnings.Subscription);
        Assert.Equal((4409, "Subscriber for one already exists"), await socket.ClosedAsync());
        await host.ListenersAsync(0);
    }

    [Fact]
    public async Task A_second_init_closes_with_4429()
    {
        using var socket = await GraphSocket.StartAsync(host);
        await socket.SendAsync(new { type = "connection_init" });
        Assert.Equal((4429, "Too many initialisation requests"), await socket.ClosedAsync());
    }

    [Fact]
    public async Task A_message_over_one_megabyte_closes_with_1009()
    {
        using var socket = await GraphSocket.StartAsync(host);
        await socket.SendAsync(new { type = "ping", payload = new { text = new string('x', 1_000_001) } });
        Assert.Equal((1009, "A message is larger than 1000000 bytes"), await socket.ClosedAsync());
    }

    [Fact]
    public async Task An_operation_beyond_the_limit_of_a_connection_is_refused_by_name_and_the_others_go_on()
    {
        using var socket = await GraphSocket.StartAsync(host);
        for (var i = 0; i < 51; i++)
            await socket.SubscribeAsync($"{i}", SharedLearnings.Subscription);
        var error = (await socket.ReceiveAsync()).GetProperty("payload")[0];
        Assert.Equal("OPERATIONS_PER_WEBSOCKET", error.At("extensions", "code").GetString());
        Assert.Contains("50", error.Text("message"), StringComparison.Ordinal);
        await host.ListenersAsync(50);
        await socket.SendAsync(new { type = "complete", id = "7" });
        await host.ListenersAsync(49);
    }

    [Fact]
    public async Task A_socket_that_says_nothing_closes_with_4408()
    {
        await using var own = new EquityHost();
        using var silent = await GraphSocket.OpenAsync(own);
        using var started = await GraphSocket.StartAsync(own);
        own.Clock.Advance(TimeSpan.FromSeconds(11));
        Assert.Equal((4408, "Connection initialisation timeout"), await silent.ClosedAsync());
        await started.SendAsync(new { type = "ping" });
        Assert.Equal("pong", (await started.ReceiveAsync()).Text("type"));
    }

    [Fact]
    public async Task A_page_of_another_origin_may_not_open_a_socket()
    {
        await Assert.ThrowsAsync<WebSocketException>(() => GraphSocket.OpenAsync(host, origin: "https://other.example"));
        await Assert.ThrowsAsync<WebSocketException>(() => GraphSocket.OpenAsync(host, origin: "null"));
    }

    [Fact]
    public async Task A_page_of_the_same_origin_may_open_a_socket()
    {
        await using var production = new ProductionHost();
        using var socket = await GraphSocket.OpenAsync(production, origin: production.CreateClient().BaseAddress!.GetLeftPart(UriPartial.Authority));
        Assert.Equal(WebSocketState.Open, socket.Socket.State);
        await Assert.ThrowsAsync<WebSocketException>(() => GraphSocket.OpenAsync(production, origin: "http://localhost:3000"));
    }
}
