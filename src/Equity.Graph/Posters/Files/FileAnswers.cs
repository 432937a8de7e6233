using System.Globalization;
using Equity.Graph.Execution.Mutations;
using Equity.Graph.Transport;

namespace Equity.Graph.Posters.Files;

/// <summary>Refusals of requests about files.</summary>
internal static class FileAnswers
{
    /// <summary>A file is not taken.</summary>
    public static IResult Refused(FileProblem problem) => Problems.Of(problem.Status, problem.Title, problem.Detail, "image", problem.Remedy);

    /// <summary>There is nothing that this viewer sees.</summary>
    public static IResult NothingThere() => Problems.Of(
        StatusCodes.Status404NotFound, "Not found", "There is nothing at this address that you can see.", "id", "Take addresses from the fields of a poster in the graph; of a draft with the token of one who may read it.");

    /// <summary>Others are in the way for now.</summary>
    public static IResult Busy(HttpContext http, int seconds)
    {
        http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return Problems.Of(StatusCodes.Status503ServiceUnavailable, "Busy", "The server has its hands full with other files. Nothing was changed.", "image", FormattableString.Invariant($"Send it again in {seconds} seconds."));
    }

    /// <summary>A change is refused, as a mutation would refuse it.</summary>
    public static IResult Refused(MutationError error) => error switch
    {
        NotFound => NothingThere(),
        NotAMember => Problems.Of(StatusCodes.Status403Forbidden, "Not a member", error.Message, "id", "Ask a member of the team to add you, or to send the file."),
        _ => throw new InvalidOperationException($"{error.GetType().Name} is not what a file is refused for."),
    };

    /// <summary>The picture is another one than the sender means to replace.</summary>
    public static IResult Changed() => Problems.Of(
        StatusCodes.Status412PreconditionFailed, "Changed meanwhile", "The poster's file is not the one that If-Match names. Nothing was changed.", "If-Match", "Read it again, and send If-Match with the ETag that it has now, or none.");
}
