using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace Equity.Graph.Tests.Transport;

/// <summary>A client of graphql-transport-ws that says what a test tells it to say.</summary>
internal sealed class GraphSocket : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private byte[] buffer = new byte[4_096];

    public ClientWebSocket Socket { get; } = new();

    /// <summary>A socket that is open and has said nothing.</summary>
    public static async Task<GraphSocket> OpenAsync(EquityHost host, string? protocol = "graphql-transport-ws", string? origin = null)
    {
        var socket = new GraphSocket();
        if (protocol is not null)
            socket.Socket.Options.AddSubProtocol(protocol);
        if (origin is not null)
            socket.Socket.Options.SetRequestHeader("Origin", origin);
        var address = new UriBuilder(host.CreateClient().BaseAddress!) { Scheme = "ws", Path = "/graphql" };
        using var limit = new CancellationTokenSource(Patience);
        await socket.Socket.ConnectAsync(address.Uri, limit.Token);
        return socket;
    }

    /// <summary>A socket whose connection is acknowledged.</summary>
    public static async Task<GraphSocket> StartAsync(EquityHost host, object? payload = null)
    {
        var socket = await OpenAsync(host);
        await socket.SendAsync(new { type = "connection_init", payload });
        Assert.Equal("connection_ack", (await socket.ReceiveAsync()).Text("type"));
        return socket;
    }

    public Task SendAsync(object message) => SendAsync(JsonSerializer.Serialize(message));

    public async Task SendAsync(string text)
    {
        using var limit = new CancellationTokenSource(Patience);
        await Socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, limit.Token);
    }

    /// <summary>Starts an operation.</summary>
    public Task SubscribeAsync(string id, string query, object? variables = null) => SendAsync(new { id, type = "subscribe", payload = new { query, variables } });

    /// <summary>The next message.</summary>
    public async Task<JsonElement> ReceiveAsync()
    {
        var length = await ReadAsync();
        Assert.True(length >= 0, $"The server has closed the socket: {Socket.CloseStatus} {Socket.CloseStatusDescription}");
        return JsonSerializer.Deserialize<JsonElement>(buffer.AsSpan(0, length));
    }

    /// <summary>The code that the server closes the socket with, whatever it says before.</summary>
    public async Task<(int Code, string Reason)> ClosedAsync()
    {
        while (await ReadAsync() >= 0) { }
        return ((int)Socket.CloseStatus!, Socket.CloseStatusDescription!);
    }

    public void Dispose() => Socket.Dispose();

    private async Task<int> ReadAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        var length = 0;
        while (true)
        {
            if (length == buffer.Length)
                Array.Resize(ref buffer, buffer.Length * 2);
            var part = await Socket.ReceiveAsync(buffer.AsMemory(length), limit.Token);
            if (part.MessageType == WebSocketMessageType.Close)
                return -1;
            length += part.Count;
            if (part.EndOfMessage)
                return length;
        }
    }
}
