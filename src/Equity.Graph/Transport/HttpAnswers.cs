using System.Globalization;
using System.Security.Cryptography;
using Equity.Graph.Auth;
using Equity.Graph.Execution;
using GraphQL;
using Microsoft.Net.Http.Headers;

namespace Equity.Graph.Transport;

/// <summary>Writes answers over HTTP, with the status and the headers that caches go by.</summary>
internal sealed class HttpAnswers(IGraphQLTextSerializer serializer)
{
    /// <summary>How long an answer that anyone may see is taken for fresh.</summary>
    private const string Public = "public, max-age=10";

    /// <summary>What of a request an answer depends on.</summary>
    private const string Varying = "Accept, Authorization, Accept-Encoding, Origin";

    /// <summary>Writes the answer of one operation.</summary>
    public async Task WriteAsync(HttpContext http, ExecutionResult result, string mediaType, Viewer viewer)
    {
        http.Response.StatusCode = result.Executed || mediaType == AnswerFormat.Json
            ? StatusCodes.Status200OK
            : result.Errors?.OfType<RequestError>().FirstOrDefault()?.Status ?? StatusCodes.Status400BadRequest;
        var anyoneMaySee = !HttpMethods.IsPost(http.Request.Method) && !viewer.IsSignedIn && result is { Executed: true, Errors: null or { Count: 0 }, Extensions: null or { Count: 0 } };
        if (anyoneMaySee)
            await WriteTaggedAsync(http, body => serializer.WriteAsync(body, result, http.RequestAborted), mediaType);
        else
            await WriteAsync(http, result, mediaType, viewer.IsSignedIn ? "private, no-store" : "no-store");
    }

    /// <summary>Writes the answers of a batch, in its order.</summary>
    public Task WriteAsync(HttpContext http, IReadOnlyList<ExecutionResult> results, string mediaType, Viewer viewer) =>
        WriteAsync(http, results, mediaType, viewer.IsSignedIn ? "private, no-store" : "no-store");

    /// <summary>Refuses a request as a whole.</summary>
    public Task RefuseAsync(HttpContext http, RequestError error)
    {
        http.Response.StatusCode = error.Status;
        if (error.RetryAfter is { } seconds)
            http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return WriteAsync(http, new ExecutionResult { Errors = [error] }, AnswerFormat.Json, "no-store");
    }

    /// <summary>Refuses a request whose token is not valid.</summary>
    public Task RefuseTokenAsync(HttpContext http)
    {
        http.Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
        return RefuseAsync(http, new RequestError("UNAUTHENTICATED", "The token is not valid, or no longer. Sign in again, or send none.") { Status = StatusCodes.Status401Unauthorized });
    }

    /// <summary>Writes a text: what a token let somebody see is kept by nobody.</summary>
    public static async Task WriteAsync(HttpContext http, Func<Stream, Task> write, string mediaType, Viewer viewer)
    {
        if (!viewer.IsSignedIn)
        {
            await WriteTaggedAsync(http, write, mediaType);
            return;
        }
        Describe(http, mediaType, "private, no-store");
        await write(http.Response.Body);
    }

    /// <summary>Writes what anyone may see, tagged, so that a client that has it already is told so.</summary>
    private static async Task WriteTaggedAsync(HttpContext http, Func<Stream, Task> write, string mediaType)
    {
        using var body = new MemoryStream();
        await write(body);
        // Weak, because the same tag stands for the plain and the compressed form.
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(body.GetBuffer().AsSpan(0, (int)body.Length)))}\"", isWeak: true);
        http.Response.GetTypedHeaders().ETag = tag;
        http.Response.Headers.CacheControl = Public;
        http.Response.Headers.Vary = Varying;
        if (http.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false)))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        http.Response.ContentType = mediaType + "; charset=utf-8";
        http.Response.ContentLength = body.Length;
        body.Position = 0;
        await body.CopyToAsync(http.Response.Body, http.RequestAborted);
    }

    private async Task WriteAsync<T>(HttpContext http, T answer, string mediaType, string caching)
    {
        Describe(http, mediaType, caching);
        await serializer.WriteAsync(http.Response.Body, answer, http.RequestAborted);
    }

    private static void Describe(HttpContext http, string mediaType, string caching)
    {
        http.Response.ContentType = mediaType + "; charset=utf-8";
        http.Response.Headers.CacheControl = caching;
        http.Response.Headers.Vary = Varying;
    }
}
