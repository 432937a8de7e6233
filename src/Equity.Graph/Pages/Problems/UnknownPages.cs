using Equity.Graph.Pages.Asking;

namespace Equity.Graph.Pages.Problems;

/// <summary>Addresses that nothing has: a browser gets a page that says what to do next, a program a bare 404.</summary>
internal static class UnknownPages
{
    /// <summary>Serves what no other address does.</summary>
    public static void MapUnknownPages(this IEndpointRouteBuilder routes) => routes.MapMethods("{*path}", [HttpMethods.Get, HttpMethods.Head], async http =>
    {
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        if (!http.Request.GetTypedHeaders().Accept.Any(wanted => wanted.MediaType == "text/html"))
            return;
        http.ProtectPage();
        try
        {
            await PageEndpoint.BeginAsync(http);
            throw PageFault.NotFound("page");
        }
        catch (PageFault fault)
        {
            await http.ShowFaultAsync(fault);
        }
    }).WithOrder(int.MaxValue);
}
