using System.Text.Json;
using Equity.Graph.Execution;
using Equity.Graph.Pages.Asking;

namespace Equity.Graph.Pages.Insights;

/// <summary>Charts for pages: the graph's own pictures, of the figures that the person sees who has signed in to pages.</summary>
internal static class MeasurePictures
{
    /// <summary>What is shown is shown; nothing in it runs, and nothing is loaded.</summary>
    private const string ShowOnly = "default-src 'none'; style-src 'unsafe-inline'";

    /// <summary>Where the chart of a measure is served to pages.</summary>
    public static string AddressOf(string id) => $"/insights/measures/{Uri.EscapeDataString(id)}/chart.svg";

    /// <summary>Serves charts to pages.</summary>
    public static void MapMeasurePictures(this IEndpointRouteBuilder routes) => routes.MapGet("/insights/measures/{id}/chart.svg", AnswerAsync);

    private static async Task<IResult> AnswerAsync(HttpContext http, string id)
    {
        http.ProtectPage();
        http.Response.Headers.ContentSecurityPolicy = ShowOnly;
        try
        {
            var request = await PageEndpoint.BeginAsync(http);
            var answer = NodeId.Find(id) is ("Measure", _) ? await request.RunAsync("MeasurePicture", MeasureOptions.Of(request).Variables(id), null) : default;
            return answer.ValueKind == JsonValueKind.Object && answer.GetProperty("data") is { ValueKind: JsonValueKind.Object } data && data.GetProperty("node") is { ValueKind: JsonValueKind.Object } measure
                ? Results.Text(measure.GetProperty("chart").GetProperty("svg").GetString(), "image/svg+xml")
                : Results.NotFound();
        }
        catch (PageFault fault)
        {
            return Results.StatusCode(fault.Status);
        }
    }
}
