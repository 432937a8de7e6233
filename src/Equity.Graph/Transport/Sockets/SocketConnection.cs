using System.Net;
using System.Text.Json;
using Equity.Graph.Auth;
using Equity.Graph.Execution.Limits;
using GraphQL.Transport;

namespace Equity.Graph.Transport.Sockets;

/// <summary>What a connection works with.</summary>
internal sealed record SocketServices(SignIn SignIn, OperationReader Reader, OperationRunner Runner, RequestRates Rates, EquityLimits Limits, TimeProvider Time);

/// <summary>One client on a WebSocket, from its first message to its close.</summary>
internal sealed class SocketConnection(SocketChannel channel, SocketServices services, IPAddress? address, string? authorization)
{
    private readonly TaskCompletionSource<SocketClose> closing = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SocketOperations operations = new(channel, services.Runner, services.Limits);
    private readonly TaskCompletionSource initialised = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private string? authorization = authorization;

    /// <summary>Serves the client until one side closes, or the server stops.</summary>
    public async Task ServeAsync(CancellationToken aborted, CancellationToken stopping)
    {
        using var initLimit = new CancellationTokenSource(TimeSpan.FromSeconds(services.Limits.WebSocketInitSeconds), services.Time);
        await using var onInitLimit = initLimit.Token.Register(() => _ = initialised.Task.IsCompleted || closing.TrySetResult(SocketClose.InitTimeout));
        await using var onStopping = stopping.Register(() => closing.TrySetResult(SocketClose.GoingAway));
        var receiving = ReceiveAsync(aborted);
        var close = await closing.Task;
        await operations.EndAsync(letFinish: close == SocketClose.GoingAway);
        await channel.CloseAsync(close);
        await receiving;
    }

    private async Task ReceiveAsync(CancellationToken aborted)
    {
        try
        {
            while (!closing.Task.IsCompleted)
            {
                var (message, close) = await channel.ReceiveAsync(aborted);
                if ((close ?? await HandleAsync(message, aborted)) is { } end)
                    closing.TrySetResult(end);
            }
        }
        catch (Exception fault) when (fault is System.Net.WebSockets.WebSocketException or OperationCanceledException)
        {
            closing.TrySetResult(SocketClose.ByClient);
        }
    }

    /// <summary>Does what a message asks for; what to close the socket with, where it must be.</summary>
    private async Task<SocketClose?> HandleAsync(SocketMessage message, CancellationToken aborted)
    {
        switch (message.Type)
        {
            case "connection_init":
                return await InitialiseAsync(message.Payload, aborted);
            case "ping":
                await channel.SendAsync(new OperationMessage { Type = "pong", Payload = message.Payload }, aborted);
                return null;
            case "subscribe":
                return initialised.Task.IsCompleted ? await SubscribeAsync(message, aborted) : SocketClose.NotInitialised;
            case "complete":
                operations.Complete(message.Id!);
                return null;
            default:
                return null;
        }
    }

    private async Task<SocketClose?> InitialiseAsync(JsonElement? payload, CancellationToken aborted)
    {
        if (!initialised.TrySetResult())
            return SocketClose.TooManyInits;
        authorization = TokenOf(payload) ?? authorization;
        if (await services.SignIn.ViewerAsync(authorization, aborted) is null)
            return SocketClose.Forbidden;
        await channel.SendAsync(new OperationMessage { Type = "connection_ack" }, aborted);
        return null;
    }

    private async Task<SocketClose?> SubscribeAsync(SocketMessage message, CancellationToken aborted)
    {
        // A token may have ended since the connection began, and memberships may have changed.
        if (await services.SignIn.ViewerAsync(authorization, aborted) is not { } viewer)
            return SocketClose.Forbidden;
        var tooOften = services.Rates.OfAddress(address) ?? services.Rates.OfViewer(viewer.Partition);
        var operation = tooOften is null ? services.Reader.Read(message.Payload!.Value) : Operation.Refused(tooOften);
        return operations.TryStart(message.Id!, operation, viewer, end => closing.TrySetResult(end)) ? null : SocketClose.Duplicate(message.Id!);
    }

    /// <summary>The Authorization that goes with the first message: {"Authorization": "Bearer …"} or {"token": "…"}.</summary>
    private static string? TokenOf(JsonElement? payload)
    {
        foreach (var property in payload?.EnumerateObject() ?? default)
        {
            if (property.Value.ValueKind == JsonValueKind.String && property.Value.GetString() is { Length: > 0 } value)
            {
                if (property.Name.Equals("Authorization", StringComparison.OrdinalIgnoreCase))
                    return value;
                if (property.Name == "token")
                    return $"Bearer {value}";
            }
        }
        return null;
    }
}
