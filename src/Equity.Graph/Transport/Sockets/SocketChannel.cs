using System.Net.WebSockets;
using GraphQL;
using GraphQL.Transport;

namespace Equity.Graph.Transport.Sockets;

/// <summary>Messages over a WebSocket: whole ones in, one at a time out.</summary>
internal sealed class SocketChannel(WebSocket socket, IGraphQLTextSerializer serializer, TimeProvider time, int maxMessage) : IDisposable
{
    /// <summary>How long a client may take to take one message, and to answer a close.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim turn = new(1);
    private readonly byte[] chunk = new byte[4096];

    /// <summary>The next message; or why there is none.</summary>
    public async Task<(SocketMessage Message, SocketClose? Close)> ReceiveAsync(CancellationToken aborted)
    {
        using var whole = new MemoryStream();
        while (true)
        {
            var part = await socket.ReceiveAsync(chunk, aborted);
            if (part.MessageType == WebSocketMessageType.Close)
                return (default, SocketClose.ByClient);
            if (part.MessageType == WebSocketMessageType.Binary)
                return (default, SocketClose.Malformed("Messages are text"));
            if (whole.Length + part.Count > maxMessage)
                return (default, SocketClose.TooLarge(maxMessage));
            whole.Write(chunk, 0, part.Count);
            if (part.EndOfMessage)
                break;
        }
        var (message, problem) = SocketMessage.Read(whole.ToArray());
        return message is { } read ? (read, null) : (default, SocketClose.Malformed(problem));
    }

    /// <summary>Sends a message. A client that does not take it in time is cut off.</summary>
    public async Task SendAsync(OperationMessage message, CancellationToken cancel)
    {
        using var json = new MemoryStream();
        await serializer.WriteAsync(json, message, cancel);
        await turn.WaitAsync(cancel);
        try
        {
            // Not the caller's token: a message cut in two would end the socket for all operations.
            using var limit = new CancellationTokenSource(Patience, time);
            if (socket.State is WebSocketState.Open)
                await socket.SendAsync(json.GetBuffer().AsMemory(0, (int)json.Length), WebSocketMessageType.Text, endOfMessage: true, limit.Token);
        }
        catch (Exception fault) when (fault is WebSocketException or OperationCanceledException)
        {
            socket.Abort();
            throw new OperationCanceledException("The client is gone.", fault);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Closes the socket, and waits a little for the client to close it too.</summary>
    public async Task CloseAsync(SocketClose close)
    {
        using var limit = new CancellationTokenSource(Patience, time);
        try
        {
            await turn.WaitAsync(limit.Token);
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                await socket.CloseAsync((WebSocketCloseStatus)close.Code, close.ShortReason, limit.Token);
        }
        catch (Exception fault) when (fault is WebSocketException or OperationCanceledException)
        {
            socket.Abort();
        }
    }

    public void Dispose()
    {
        turn.Dispose();
        socket.Dispose();
    }
}
