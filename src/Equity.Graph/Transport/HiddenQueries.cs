using Microsoft.AspNetCore.Http.Features;

namespace Equity.Graph.Transport;

/// <summary>
/// Takes the parameters out of the address of a GET before the web host notes that a request starts, and again before it notes that it
/// has ended: query text and variables reach no log, however logging is set up
/// and however the path is written: what is sent to //graphql is a query too.
/// </summary>
internal sealed class HiddenQueries(IServiceProvider services) : IHttpContextFactory
{
    private readonly DefaultHttpContextFactory contexts = new(services);

    public HttpContext Create(IFeatureCollection featureCollection)
    {
        var request = featureCollection.GetRequiredFeature<IHttpRequestFeature>();
        if (request.QueryString.Length > 0)
        {
            featureCollection.Set(new Hidden(request.QueryString));
            request.QueryString = "";
        }
        return contexts.Create(featureCollection);
    }

    public void Dispose(HttpContext httpContext) => contexts.Dispose(httpContext);

    /// <summary>Gives the parameters back while the request is answered.</summary>
    public static async Task ShowAsync(HttpContext http, RequestDelegate next)
    {
        if (http.Features.Get<Hidden>() is not { } hidden)
        {
            await next(http);
            return;
        }
        http.Request.QueryString = new QueryString(hidden.Query);
        try
        {
            await next(http);
        }
        finally
        {
            http.Request.QueryString = default;
        }
    }

    private sealed record Hidden(string Query);
}
