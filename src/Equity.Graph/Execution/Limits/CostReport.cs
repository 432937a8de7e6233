using GraphQL;

namespace Equity.Graph.Execution.Limits;

/// <summary>Tells a client who asks for it what an operation has cost.</summary>
internal static class CostReport
{
    /// <summary>The header that asks.</summary>
    public const string Header = "X-Graph-Cost";

    /// <summary>The header's value.</summary>
    public const string Asked = "report";

    /// <summary>Adds the cost to an answer when the request asks for it. An operation that was not valid has none.</summary>
    public static void AddCost(this ExecutionResult result, UserContext context, IHeaderDictionary headers)
    {
        if (!string.Equals(headers[Header], Asked, StringComparison.OrdinalIgnoreCase) || context.GetValueOrDefault(OperationCost.Name) is not OperationCost cost)
            return;
        result.Extensions ??= [];
        result.Extensions[OperationCost.Name] = new Dictionary<string, object?> { ["requested"] = cost.Requested, ["limit"] = cost.Limit, ["remaining"] = Math.Max(0, cost.Remaining) };
    }
}
