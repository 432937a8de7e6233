using Equity.Graph.Auth;
using Equity.Graph.Execution;
using Equity.Graph.Execution.Limits;
using Equity.Graph.Persistence;
using Equity.Graph.Reports.Writing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Equity.Graph.Reports;

/// <summary>Serves reports as files, to whom may read the graph.</summary>
internal sealed class ReportEndpoint(
    IEnumerable<Report> reports, SignIn signIn, RequestRates rates, IDbContextFactory<EquityDbContext> contexts, ExactFigures exact, TimeProvider time, ILogger<ReportEndpoint> logger)
{
    /// <summary>Where reports are.</summary>
    public const string Path = "/reports";

    /// <summary>The longest that a file takes. As long as it is sent, nothing that was forgotten meanwhile leaves the database's log.</summary>
    private static readonly TimeSpan MostTime = TimeSpan.FromMinutes(15);

    private readonly byte[] index = ReportIndex.Of(reports).ToJson();

    /// <summary>Answers what there is.</summary>
    public async Task AnswerIndexAsync(HttpContext http)
    {
        if (await ViewerAsync(http) is not { } viewer)
            return;
        Describe(http, viewer, "application/json", null);
        http.Response.ContentLength = index.Length;
        if (!HttpMethods.IsHead(http.Request.Method))
            await http.Response.Body.WriteAsync(index, http.RequestAborted);
    }

    /// <summary>Answers a report.</summary>
    /// <param name="http">The request.</param>
    /// <param name="file">The report's name and form, such as measures.csv.</param>
    public async Task AnswerAsync(HttpContext http, string file)
    {
        if (await ViewerAsync(http) is not { } viewer)
            return;
        if (Find(file) is not var (report, isCsv))
            await ReportProblem.UnknownReport(reports).AnswerAsync(http);
        else if (ReportRequest.Of(report, http.Request.Query, out var problem) is not { } asked)
            await problem!.AnswerAsync(http);
        else if (asked.Raw && viewer.Programmes.Count == 0)
            await ReportProblem.NotALead().AnswerAsync(http);
        else
            await AnswerAsync(http, viewer, report, isCsv, asked);
    }

    private async Task AnswerAsync(HttpContext http, Viewer viewer, Report report, bool isCsv, ReportRequest asked)
    {
        using var late = new CancellationTokenSource(MostTime, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, http.RequestAborted);
        var isHead = HttpMethods.IsHead(http.Request.Method);
        if (asked.Raw && !isHead && await RecordAsync(viewer, report, asked, either.Token) is { } busy)
        {
            await busy.AnswerAsync(http);
            return;
        }
        await using var db = await contexts.OpenAsync(asked.Raw ? ExactFigures.SightOf(viewer) : Viewer.Anyone, either.Token);
        await using var state = await db.ReadOneStateAsync(either.Token);
        // Exact figures are never taken from a cache: each time that they are read is kept in the audit.
        var tag = !asked.Raw && await report.StampAsync(db, either.Token) is { } stamp ? ReportStamp.Tag($"{http.Request.Path}{http.Request.QueryString}", stamp) : null;
        Describe(http, viewer, isCsv ? "text/csv" : "application/json", tag);
        http.Response.Headers.ContentDisposition = isCsv ? $"attachment; filename=\"equity-{report.Name}.csv\"" : "inline";
        if (asked.Raw)
            http.Response.Headers.CacheControl = "private, no-store";
        if (tag is not null && http.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false)))
            http.Response.StatusCode = StatusCodes.Status304NotModified;
        else if (!isHead)
            await WriteAsync(http, report, isCsv, asked, db, either.Token);
    }

    /// <summary>Writes the file. One that cannot be finished ends in a broken connection: what is missing must not look whole.</summary>
    private async Task WriteAsync(HttpContext http, Report report, bool isCsv, ReportRequest asked, EquityDbContext db, CancellationToken cancel)
    {
        await using RowWriter to = isCsv ? new CsvRows(http.Response.Body, asked.Bom) : new JsonRows(http.Response.Body);
        try
        {
            await to.BeginAsync(report.Columns, cancel);
            await report.WriteAsync(to, db, asked, cancel);
            await to.EndAsync(cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            http.Abort();
        }
        catch (Exception fault)
        {
            logger.LogError(fault, "The report {Report} could not be written to its end.", report.Name);
            http.Abort();
        }
    }

    /// <summary>Who asks; null when that was refused.</summary>
    private async Task<Viewer?> ViewerAsync(HttpContext http)
    {
        var viewer = await signIn.ViewerAsync(http.Request.Headers.Authorization, http.RequestAborted);
        var problem = viewer is not { Published: true } ? ReportProblem.Unauthenticated(hasToken: viewer is null)
            : rates.OfViewer(viewer.Partition) is { } refusal ? ReportProblem.TooOften(refusal)
            : null;
        if (problem is null)
            return viewer;
        await problem.AnswerAsync(http);
        return null;
    }

    private (Report Report, bool IsCsv)? Find(string file) => System.IO.Path.GetExtension(file) is ".csv" or ".json"
        && reports.FirstOrDefault(report => report.Name == System.IO.Path.GetFileNameWithoutExtension(file)) is { } report ? (report, file.EndsWith(".csv", StringComparison.Ordinal)) : null;

    private async Task<ReportProblem?> RecordAsync(Viewer viewer, Report report, ReportRequest asked, CancellationToken cancel)
    {
        try
        {
            await exact.RecordAsync(viewer, report, asked, cancel);
            return null;
        }
        catch (RequestError busy)
        {
            return ReportProblem.Busy(busy);
        }
    }

    private static void Describe(HttpContext http, Viewer viewer, string mediaType, EntityTagHeaderValue? tag)
    {
        http.Response.ContentType = mediaType + "; charset=utf-8";
        http.Response.GetTypedHeaders().ETag = tag;
        var headers = http.Response.Headers;
        headers.CacheControl = viewer.IsSignedIn ? "private, no-cache" : "public, no-cache";
        headers.Append(HeaderNames.Vary, "Accept-Encoding, Authorization");
        headers.XContentTypeOptions = "nosniff";
    }
}
