using System.Text.Json;

namespace Equity.Graph.Transport.Sockets;

/// <summary>A message of a client: its type, the operation it belongs to, and what goes with it.</summary>
internal readonly record struct SocketMessage(string Type, string? Id, JsonElement? Payload)
{
    private const int MaxId = 200;

    /// <summary>Reads a message; null and what is wrong where it is none.</summary>
    public static (SocketMessage? Message, string Problem) Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return Read(JsonDocument.Parse(bytes).RootElement);
        }
        catch (JsonException)
        {
            return (null, "The message is not JSON");
        }
    }

    private static (SocketMessage?, string) Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty("type", out var type) || type.ValueKind != JsonValueKind.String)
            return (null, "The message has no type");
        var id = json.TryGetProperty("id", out var named) && named.ValueKind == JsonValueKind.String ? named.GetString() : null;
        JsonElement? payload = json.TryGetProperty("payload", out var given) && given.ValueKind != JsonValueKind.Null ? given : null;
        return type.GetString() switch
        {
            ("connection_init" or "ping" or "pong") when payload is { ValueKind: not JsonValueKind.Object } => (null, "The payload is no object"),
            "subscribe" or "complete" when id is not { Length: > 0 and <= MaxId } => (null, $"The message has no id of 1 to {MaxId} characters"),
            "subscribe" when payload is not { ValueKind: JsonValueKind.Object } => (null, "The message has no payload"),
            ("connection_init" or "ping" or "pong" or "subscribe" or "complete") and var known => (new SocketMessage(known, id, payload), ""),
            _ => (null, "The message's type is unknown"),
        };
    }
}
