using System.Security.Cryptography;
using System.Text.Json;
using Equity.Graph.Execution;
using Equity.Graph.Transport;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Equity.Graph.Explorer;

/// <summary>Serves a page to try queries on, at the graph's own address, to who asks for a page.</summary>
internal static class ExplorerEndpoint
{
    private static readonly string Documents = JsonSerializer.Serialize(
        Operations.All.Select(document => new { name = document.Key, text = document.Value }), JsonSerializerOptions.Web);

    /// <summary>Serves GraphiQL at the graph's own address, the plain page below it, and what they are made of.</summary>
    public static void MapExplorer(this WebApplication app)
    {
        app.MapWhen(http => IsAskedFor(http.Request), branch => branch.Run(http => PageAsync(http, ExplorerAssets.HasGraphiQL)));
        app.MapGet(ExplorerAssets.PlainPath, http => PageAsync(http, isGraphiQL: false));
        app.MapGet(ExplorerAssets.PlainPath + "/{hash}/{name}", Asset);
    }

    /// <summary>Whether a browser opens the address: no query in it, and a page is preferred to JSON. A client that takes anything gets JSON.</summary>
    private static bool IsAskedFor(HttpRequest request)
    {
        if (!HttpMethods.IsGet(request.Method) || request.Path != GraphQLEndpoint.Path || request.QueryString.HasValue)
            return false;
        var accepted = request.GetTypedHeaders().Accept;
        return Wish("text/html") > Math.Max(Wish("application/json"), Wish("application/graphql-response+json"));

        double Wish(string type) => accepted.Where(wanted => wanted.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase)).Select(wanted => wanted.Quality ?? 1).FirstOrDefault();
    }

    private static Task PageAsync(HttpContext http, bool isGraphiQL)
    {
        var nonce = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        http.Response.Headers.ContentSecurityPolicy = Policy(nonce);
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Accept);
        return new RazorComponentResult<ExplorerPage>(new { IsGraphiQL = isGraphiQL, Nonce = nonce, Documents }).ExecuteAsync(http);
    }

    // GraphiQL asks for no more than this: its editor sets styles by script, and the marks in its style sheet are images.
    private static string Policy(string nonce) =>
        $"default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}'; img-src data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static IResult Asset(HttpContext http)
    {
        if (ExplorerAssets.At(http.Request.Path) is not { } asset)
            return Results.NotFound();
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        return Results.Bytes(asset.Content, asset.MediaType);
    }
}
