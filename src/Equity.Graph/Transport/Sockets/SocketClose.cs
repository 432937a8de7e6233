using System.Net.WebSockets;
using System.Text;

namespace Equity.Graph.Transport.Sockets;

/// <summary>Why a WebSocket is closed: the codes of graphql-transport-ws, and three of our own choice where it has none.</summary>
internal readonly record struct SocketClose(int Code, string Reason)
{
    /// <summary>The most bytes that a reason may have.</summary>
    private const int MaxReason = 123;

    public static SocketClose ByClient => new((int)WebSocketCloseStatus.NormalClosure, "");

    /// <summary>The server stops; clients connect again.</summary>
    public static SocketClose GoingAway => new((int)WebSocketCloseStatus.EndpointUnavailable, "The server stops");

    public static SocketClose TooLarge(int limit) => new((int)WebSocketCloseStatus.MessageTooBig, $"A message is larger than {limit} bytes");

    public static SocketClose Malformed(string what) => new(4400, what);

    public static SocketClose NotInitialised => new(4401, "Unauthorized");

    /// <summary>The token is not valid, or no longer.</summary>
    public static SocketClose Forbidden => new(4403, "Forbidden");

    public static SocketClose WrongProtocol => new(4406, "Subprotocol not acceptable");

    public static SocketClose InitTimeout => new(4408, "Connection initialisation timeout");

    public static SocketClose Duplicate(string id) => new(4409, $"Subscriber for {id} already exists");

    /// <summary>More events waited for the client than may. It can connect again, and reads by a query what it missed.</summary>
    public static SocketClose TooSlow => new(4413, "Too slow: more events came than could wait");

    public static SocketClose TooManyInits => new(4429, "Too many initialisation requests");

    /// <summary>The reason, cut to what a close frame holds.</summary>
    public string ShortReason
    {
        get
        {
            var bytes = Encoding.UTF8.GetBytes(Reason);
            if (bytes.Length <= MaxReason)
                return Reason;
            var end = MaxReason;
            while ((bytes[end] & 0xC0) == 0x80)
                end--;
            return Encoding.UTF8.GetString(bytes, 0, end);
        }
    }
}
