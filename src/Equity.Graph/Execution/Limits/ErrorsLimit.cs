using GraphQL;
using GraphQL.DI;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace Equity.Graph.Execution.Limits;

/// <summary>Says the first mistakes of a document, not thousands: an answer must not be many times larger than the request, nor take long to find.</summary>
internal sealed class ErrorsLimit : ValidationRuleBase, IConfigureExecution, INodeVisitor
{
    private const int Max = 100;
    private const string Code = "TOO_MANY_ERRORS";

    /// <summary>Around everything that can add errors.</summary>
    public float SortOrder => -1;

    public async Task<ExecutionResult> ExecuteAsync(ExecutionOptions options, ExecutionDelegate next)
    {
        var result = await next(options);
        if (result.Errors is { Count: > Max } errors)
            result.Errors = [.. errors.Take(Max), new RequestError(Code, $"There are {errors.Count - Max} errors more.")];
        return result;
    }

    public override ValueTask<INodeVisitor?> GetPreNodeVisitorAsync(ValidationContext context) => new(this);

    /// <summary>Ends validation when there are mistakes enough.</summary>
    public ValueTask EnterAsync(ASTNode node, ValidationContext context) => context.HasErrors && context.Errors.Count() > Max
        ? throw new RequestError(Code, $"The document has more than {Max} mistakes. The first: {context.Errors.First().Message}")
        : default;

    public ValueTask LeaveAsync(ASTNode node, ValidationContext context) => default;
}
