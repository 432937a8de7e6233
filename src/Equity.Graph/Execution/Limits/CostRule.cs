using GraphQL.Validation;

namespace Equity.Graph.Execution.Limits;

/// <summary>Refuses operations that cost too much. Asks each time, also where the document has been validated before: the cost depends on variables.</summary>
internal sealed class CostRule(EquityLimits limits) : ValidationRuleBase
{
    public override ValueTask<INodeVisitor?> GetPostNodeVisitorAsync(ValidationContext context)
    {
        // What is not valid is not run, and may not even be measured.
        if (!context.HasErrors)
        {
            var cost = new OperationCost(OperationCosts.Of(context, limits.PageItems), limits.Cost);
            context.UserContext[OperationCost.Name] = cost;
            if (cost.Remaining < 0)
                context.ReportError(new LimitError("COST", $"The operation costs {cost.Requested}", cost.Requested, cost.Limit, $"Ask for smaller pages, or for less of each item. With the header {CostReport.Header}: {CostReport.Asked}, an answer says what it cost."));
        }
        return default;
    }
}

/// <summary>What an operation costs.</summary>
/// <param name="Requested">What was asked for.</param>
/// <param name="Limit">The most that one operation may cost.</param>
internal sealed record OperationCost(long Requested, long Limit)
{
    /// <summary>Where a request's state keeps it.</summary>
    public const string Name = "cost";


    /// <summary>How much more the operation could ask for.</summary>
    public long Remaining => Limit - Requested;
}
