using System.Text;
using Equity.Graph.Auth;
using Equity.Graph.Execution;
using Equity.Graph.Execution.Limits;
using Equity.Graph.Persistence;
using Equity.Graph.Persistence.Blobs;
using Equity.Graph.Transport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Equity.Graph.Measures.Charts;

/// <summary>Serves charts as pictures to whom sees the measure in the graph: the same token, the same rules, the same figures.</summary>
internal static class ChartEndpoint
{
    /// <summary>Where the chart of a measure is, by its global id.</summary>
    public const string Path = "/measures/{id}/chart.svg";

    /// <summary>What is shown is shown; nothing in it runs, and nothing is loaded.</summary>
    private const string ShowOnly = "default-src 'none'; style-src 'unsafe-inline'";

    /// <summary>Serves charts.</summary>
    public static void MapCharts(this IEndpointRouteBuilder routes) => routes.MapMethods(Path, [HttpMethods.Get, HttpMethods.Head], AnswerAsync);

    private static async Task<IResult> AnswerAsync(HttpContext http, string id, SignIn signIn, RequestRates rates, IDbContextFactory<EquityDbContext> contexts, CancellationToken cancel)
    {
        if (await signIn.ViewerAsync(http.Request.Headers.Authorization, cancel) is not { } viewer)
            return Problems.Unauthenticated(http);
        if ((rates.OfAddress(http.Connection.RemoteIpAddress) ?? rates.OfViewer(viewer.Partition)) is { } tooOften)
            return Problems.TooOften(http, tooOften);
        await using var db = await contexts.OpenAsync(viewer, cancel);
        if (await FindAsync(db, id, cancel) is not { } measure)
            return NothingThere();
        if (ChartRequest.Read(http.Request.Query, measure, out var problem) is not { } request)
            return problem!;
        var figures = (await Figures.ReadAsync(db, [measure.Id], cancel)).GetValueOrDefault(measure.Id) ?? [];
        var picture = Encoding.UTF8.GetBytes(request.Draw(measure, figures));
        var headers = http.Response.Headers;
        headers.CacheControl = "private, no-cache";
        headers.Append(HeaderNames.Vary, HeaderNames.Authorization);
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = ShowOnly;
        return Results.Bytes(picture, "image/svg+xml; charset=utf-8", entityTag: new EntityTagHeaderValue($"\"{BlobHash.Of(picture)}\""));
    }

    private static async Task<Measure?> FindAsync(EquityDbContext db, string id, CancellationToken cancel) =>
        NodeId.Find<Measure>(id) is { } key ? await db.Measures.AsNoTracking().Include(measure => measure.Strata).SingleOrDefaultAsync(measure => measure.Id == key, cancel) : null;

    private static IResult NothingThere() => Problems.Of(
        StatusCodes.Status404NotFound, "Not found", "There is no measure at this address that you can see.", "id", "Take the id of a measure from the graph; of a draft's measure, with the token of one who may read it.");
}
