using Equity.Graph.Execution.Limits;

namespace Equity.Graph.Reports;

/// <summary>Files for reporting tools.</summary>
internal static class ReportServices
{
    /// <summary>Adds the reports that there are.</summary>
    public static IServiceCollection AddReports(this IServiceCollection services) => services
        .AddSingleton<Report, MetricsReport>()
        .AddSingleton<Report, CatalogueReport>()
        .AddSingleton<Report, MeasuresReport>()
        .AddSingleton<Report, GapsReport>()
        .AddSingleton<ExactFigures>().AddSingleton<ReportEndpoint>();

    /// <summary>Serves them, to nobody too often.</summary>
    public static void MapReports(this WebApplication app)
    {
        app.UseRates(ReportEndpoint.Path);
        app.MapMethods(ReportEndpoint.Path, [HttpMethods.Get, HttpMethods.Head], (HttpContext http, ReportEndpoint endpoint) => endpoint.AnswerIndexAsync(http));
        app.MapMethods(ReportEndpoint.Path + "/{file}", [HttpMethods.Get, HttpMethods.Head], (HttpContext http, string file, ReportEndpoint endpoint) => endpoint.AnswerAsync(http, file));
    }
}
