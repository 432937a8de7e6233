using System.Globalization;
using GraphQL;

namespace Equity.Graph.Execution.Limits;

/// <summary>Turns away HTTP requests that come too often.</summary>
internal static class RateGate
{
    /// <summary>Counts each request to a path against its address.</summary>
    public static IApplicationBuilder UseRates(this IApplicationBuilder app, PathString path) => app.UseWhen(http => http.Request.Path.StartsWithSegments(path), gated => gated.Use(async (http, next) =>
    {
        if (http.RequestServices.GetRequiredService<RequestRates>().OfAddress(http.Connection.RemoteIpAddress) is { } refusal)
            await http.RefuseAsync(refusal);
        else
            await next(http);
    }));

    /// <summary>Answers 429, with the seconds to wait.</summary>
    public static Task RefuseAsync(this HttpContext http, RateError refusal)
    {
        http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        http.Response.Headers.RetryAfter = refusal.Seconds.ToString(CultureInfo.InvariantCulture);
        http.Response.ContentType = "application/json; charset=utf-8";
        return http.RequestServices.GetRequiredService<IGraphQLTextSerializer>().WriteAsync(http.Response.Body, new ExecutionResult { Errors = [refusal] }, http.RequestAborted);
    }
}
