using GraphQL;
using GraphQL.DI;

namespace Equity.Graph.Execution.Limits;

/// <summary>Says the first mistakes of a document, not thousands: an answer must not be many times larger than the request.</summary>
internal sealed class ErrorsLimit : IConfigureExecution
{
    private const int Max = 100;

    /// <summary>Around everything that can add errors.</summary>
    public float SortOrder => -1;

    public async Task<ExecutionResult> ExecuteAsync(ExecutionOptions options, ExecutionDelegate next)
    {
        var result = await next(options);
        if (result.Errors is { Count: > Max } errors)
            result.Errors = [.. errors.Take(Max), new RequestError("TOO_MANY_ERRORS", $"There are {errors.Count - Max} errors more.")];
        return result;
    }
}
