using GraphQL;

namespace Equity.Graph.Transport.Sockets;

/// <summary>Opens WebSockets: checks where the request comes from, the protocol, and whether there is room.</summary>
internal sealed class SocketEndpoint(
    SocketServices services, Origins origins, OpenConnections open, HttpAnswers answers, IGraphQLTextSerializer serializer, IHostApplicationLifetime lifetime)
{
    /// <summary>The protocol, as npm graphql-ws speaks it.</summary>
    private const string Protocol = "graphql-transport-ws";

    /// <summary>Serves a WebSocket to its end.</summary>
    public async Task ServeAsync(HttpContext http)
    {
        using var place = open.Take();
        if (!origins.Allow(http.Request))
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
        else if (place is null)
            await answers.RefuseAsync(http, open.Full);
        else
        {
            var asked = http.WebSockets.WebSocketRequestedProtocols;
            var speaks = asked.Contains(Protocol);
            // Whatever a client asked for is accepted first: it reads the close code only of a socket that has opened.
            using var socket = await http.WebSockets.AcceptWebSocketAsync(speaks ? Protocol : asked.FirstOrDefault());
            using var channel = new SocketChannel(socket, serializer, services.Time, services.Limits.BodyBytes);
            if (speaks)
                await new SocketConnection(channel, services, http.Connection.RemoteIpAddress, http.Request.Headers.Authorization).ServeAsync(http.RequestAborted, lifetime.ApplicationStopping);
            else
                await channel.CloseAsync(SocketClose.WrongProtocol);
        }
    }
}
