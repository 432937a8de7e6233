using System.Globalization;
using Equity.Graph.Execution.Limits;

namespace Equity.Graph.Transport;

/// <summary>Refusals at plain addresses, as problem details (RFC 9457) that name what is concerned and what to do.</summary>
internal static class Problems
{
    /// <summary>A refusal.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="title">What is wrong, in a few words.</param>
    /// <param name="detail">What is wrong with this request, in a sentence.</param>
    /// <param name="field">The parameter, header or part that is concerned.</param>
    /// <param name="remedy">What to do about it, in a sentence.</param>
    public static IResult Of(int status, string title, string detail, string field, string remedy) => Results.Problem(
        detail, statusCode: status, title: title, type: "about:blank", extensions: new Dictionary<string, object?> { ["field"] = field, ["remedy"] = remedy });

    /// <summary>The token is not valid, or there is none where one is needed.</summary>
    public static IResult Unauthenticated(HttpContext http)
    {
        http.Response.Headers.WWWAuthenticate = string.IsNullOrEmpty(http.Request.Headers.Authorization) ? "Bearer" : "Bearer error=\"invalid_token\"";
        return Of(StatusCodes.Status401Unauthorized, "Not signed in", "There is no valid token in the Authorization header.", "Authorization", "Send a bearer token, as to /graphql.");
    }

    /// <summary>Requests come too often.</summary>
    public static IResult TooOften(HttpContext http, RateError refusal)
    {
        http.Response.Headers.RetryAfter = refusal.Seconds.ToString(CultureInfo.InvariantCulture);
        return Of(StatusCodes.Status429TooManyRequests, "Too often", refusal.Message, "Authorization", FormattableString.Invariant($"Send it again in {refusal.Seconds} seconds."));
    }
}
