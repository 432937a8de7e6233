using System.Text.Json;
using Equity.Graph.Execution.Limits;
using Equity.Graph.Pages.Asking;
using Equity.Graph.Pages.SignIn;
using Equity.Graph.Transport;
using GraphQLParser.AST;

namespace Equity.Graph.Pages.Live;

/// <summary>Tells an open page that something has changed: a named subscription as server-sent events, in the name of who has signed in to pages.</summary>
internal static class LiveEndpoint
{
    /// <summary>Where a subscription is listened to; its variables are the parameters of the address.</summary>
    public const string Path = "/live";

    /// <summary>Serves subscriptions to pages.</summary>
    public static void MapLive(this IEndpointRouteBuilder routes) => routes.MapGet(Path + "/{operation}", AnswerAsync);

    private static async Task AnswerAsync(HttpContext http, string operation, OperationReader reader, EventStreams events, RequestRates rates)
    {
        // The cookie comes along wherever a browser follows a link to here; what is heard is for our own pages.
        if (http.Request.Headers["Sec-Fetch-Site"] is [not "same-origin"])
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }
        http.ProtectPage();
        var variables = http.Request.Query.ToDictionary(parameter => parameter.Key, parameter => parameter.Value.ToString());
        var asked = reader.Read(JsonSerializer.SerializeToElement(new { id = operation, variables }));
        var viewer = await http.PageViewerAsync();
        if (asked.Kind != OperationType.Subscription)
            http.Response.StatusCode = StatusCodes.Status404NotFound;
        else if ((rates.OfAddress(http.Connection.RemoteIpAddress) ?? rates.OfViewer(viewer.Partition)) is { } tooOften)
            await http.RefuseAsync(tooOften);
        else
            await events.ServeAsync(http, asked, viewer);
    }
}
