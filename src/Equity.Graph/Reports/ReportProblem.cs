using Equity.Graph.Execution;
using Equity.Graph.Execution.Limits;
using Equity.Graph.Rules;
using Equity.Graph.Screening;

namespace Equity.Graph.Reports;

/// <summary>Why a report is not given, as problem details (RFC 9457) that name what is concerned and what to do.</summary>
/// <param name="Status">The HTTP status of the answer.</param>
/// <param name="Title">What is wrong, in a few words.</param>
/// <param name="Detail">What is wrong, in a sentence. What was sent is not repeated beyond names.</param>
/// <param name="Parameter">The parameter or header that is concerned; null for none.</param>
/// <param name="Remedy">What to do, in a sentence.</param>
/// <param name="RetryAfter">When to try again, in seconds; null where that does not help.</param>
internal sealed record ReportProblem(int Status, string Title, string Detail, string? Parameter, string Remedy, int? RetryAfter = null)
{
    public static ReportProblem Unauthenticated(bool hasToken) => new(
        StatusCodes.Status401Unauthorized, "Not signed in", hasToken ? "The token is not valid, or no longer." : "Reports are for those who have signed in.", "Authorization", "Send a bearer token in the Authorization header, as to /graphql.");

    public static ReportProblem UnknownReport(IEnumerable<Report> known) => new(
        StatusCodes.Status404NotFound, "No such report", "There is no report at this address.", null, $"Take one of {string.Join(", ", known.Select(report => $"/reports/{report.Name}.csv, /reports/{report.Name}.json"))}; GET /reports tells what they hold.");

    public static ReportProblem UnknownParameter(string name, IReadOnlyList<ReportFilter> known) => new(
        StatusCodes.Status400BadRequest, "Unknown parameter",
        Nearest.To(name, known.Select(filter => filter.Name)) is { } near ? $"The report takes no such parameter. Did you mean {near}?" : "The report takes no such parameter.",
        Screen.Shown(name.Length > Key.Max ? name[..Key.Max] : name), $"Take one of {string.Join(", ", known.Select(filter => filter.Name))}, in these letters.");

    public static ReportProblem Twice(ReportFilter filter) => new(
        StatusCodes.Status400BadRequest, "Parameter given twice", $"{filter.Name} is in the address more than once.", filter.Name, "Send it once.");

    public static ReportProblem Unreadable(ReportFilter filter) => new(
        StatusCodes.Status400BadRequest, "Value cannot be read", $"{filter.Name} is missing, or has a value that it cannot have.", filter.Name, filter.Remedy);

    public static ReportProblem PersonalDetails(IReadOnlyList<Finding> found) => new(
        StatusCodes.Status400BadRequest, "Personal details", $"reason {Refusal.Of(found)}.", "reason", "Write the reason without them. It was kept nowhere.");

    public static ReportProblem NotALead() => new(
        StatusCodes.Status403Forbidden, "Not yours to read", "Figures as they were counted are for leads and coaches of a programme, of its teams.", "raw", "Leave raw and reason out, or ask a lead of the programme.");

    public static ReportProblem TooOften(RateError refusal) => new(
        StatusCodes.Status429TooManyRequests, "Too often", refusal.Message, "Authorization", FormattableString.Invariant($"Send it again in {refusal.Seconds} seconds."), refusal.Seconds);

    public static ReportProblem Busy(RequestError refusal) => new(
        StatusCodes.Status503ServiceUnavailable, "Busy", refusal.Message, null, "Send it again in a moment.", refusal.RetryAfter);

    /// <summary>Answers it.</summary>
    public Task AnswerAsync(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.CacheControl = "no-store";
        if (Status == StatusCodes.Status401Unauthorized)
            headers.WWWAuthenticate = string.IsNullOrEmpty(http.Request.Headers.Authorization) ? "Bearer" : "Bearer error=\"invalid_token\"";
        if (RetryAfter is { } seconds)
            headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return Results.Problem(Detail, statusCode: Status, title: Title, type: "about:blank", extensions: new Dictionary<string, object?> { ["parameter"] = Parameter, ["remedy"] = Remedy }).ExecuteAsync(http);
    }
}
