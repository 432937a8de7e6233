using Equity.Graph.Execution.Limits;
using GraphQL;
using GraphQL.Execution;

namespace Equity.Graph.Execution;

/// <summary>How errors look from outside: a message, a code, never an exception's name or stack.</summary>
internal sealed class ErrorInfo : ErrorInfoProvider
{
    /// <summary>The code of a fault of ours, whatever it was.</summary>
    public const string FaultCode = "INTERNAL_ERROR";

    public override GraphQL.Execution.ErrorInfo GetInfo(ExecutionError executionError)
    {
        var info = base.GetInfo(executionError);
        var code = executionError is UnhandledError ? FaultCode : executionError.Code ?? "BAD_REQUEST";
        info.Extensions = new Dictionary<string, object?> { ["code"] = code };
        if (executionError is LimitError { Limit: var limit, Actual: var actual })
            (info.Extensions["limit"], info.Extensions["actual"]) = (limit, actual);
        if (executionError is RateError { PerMinute: var perMinute, Seconds: var seconds })
            (info.Extensions["limit"], info.Extensions["retryAfter"]) = (perMinute, seconds);
        if (executionError is RequestError { RetryAfter: { } again })
            info.Extensions["retryAfter"] = again;
        return info;
    }
}
