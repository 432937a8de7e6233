using System.Globalization;
using Equity.Graph.Execution.Limits;
using Equity.Graph.Execution.Mutations;

namespace Equity.Graph.Posters.Files;

/// <summary>Refusals of requests about files, as problem details (RFC 9457) that name what is concerned and what to do.</summary>
internal static class FileAnswers
{
    /// <summary>A file is not taken.</summary>
    public static IResult Refused(FileProblem problem) => Problem(problem.Status, problem.Title, problem.Detail, "image", problem.Remedy);

    /// <summary>The token is not valid, or there is none where one is needed.</summary>
    public static IResult Unauthenticated(HttpContext http)
    {
        http.Response.Headers.WWWAuthenticate = string.IsNullOrEmpty(http.Request.Headers.Authorization) ? "Bearer" : "Bearer error=\"invalid_token\"";
        return Problem(StatusCodes.Status401Unauthorized, "Not signed in", "There is no valid token in the Authorization header.", "Authorization", "Send a bearer token, as to /graphql.");
    }

    /// <summary>There is nothing that this viewer sees.</summary>
    public static IResult NothingThere() => Problem(
        StatusCodes.Status404NotFound, "Not found", "There is nothing at this address that you can see.", "id", "Take addresses from the fields of a poster in the graph; of a draft with the token of one who may read it.");

    /// <summary>Requests come too often.</summary>
    public static IResult TooOften(HttpContext http, RateError refusal)
    {
        http.Response.Headers.RetryAfter = refusal.Seconds.ToString(CultureInfo.InvariantCulture);
        return Problem(StatusCodes.Status429TooManyRequests, "Too often", refusal.Message, "Authorization", FormattableString.Invariant($"Send it again in {refusal.Seconds} seconds."));
    }

    /// <summary>Others are in the way for now.</summary>
    public static IResult Busy(HttpContext http, int seconds)
    {
        http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return Problem(StatusCodes.Status503ServiceUnavailable, "Busy", "The server has its hands full with other files. Nothing was changed.", "image", FormattableString.Invariant($"Send it again in {seconds} seconds."));
    }

    /// <summary>A change is refused, as a mutation would refuse it.</summary>
    public static IResult Refused(MutationError error) => error switch
    {
        NotFound => NothingThere(),
        NotAMember => Problem(StatusCodes.Status403Forbidden, "Not a member", error.Message, "id", "Ask a member of the team to add you, or to send the file."),
        _ => throw new InvalidOperationException($"{error.GetType().Name} is not what a file is refused for."),
    };

    /// <summary>The picture is another one than the sender means to replace.</summary>
    public static IResult Changed() => Problem(
        StatusCodes.Status412PreconditionFailed, "Changed meanwhile", "The poster's file is not the one that If-Match names. Nothing was changed.", "If-Match", "Read it again, and send If-Match with the ETag that it has now, or none.");

    private static IResult Problem(int status, string title, string detail, string field, string remedy) => Results.Problem(
        detail, statusCode: status, title: title, type: "about:blank", extensions: new Dictionary<string, object?> { ["field"] = field, ["remedy"] = remedy });
}
