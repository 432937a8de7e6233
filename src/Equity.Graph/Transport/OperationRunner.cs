using Equity.Graph.Execution;
using Equity.Graph.Execution.Limits;
using Equity.Graph.Execution.Topics;
using GraphQL;
using GraphQLParser.AST;

namespace Equity.Graph.Transport;

/// <summary>Runs operations, whatever brought them.</summary>
internal sealed class OperationRunner(IDocumentExecuter<EquitySchema> executer, IServiceProvider services, EquityLimits limits, TimeProvider time)
{
    /// <summary>The time that a request may take from now on.</summary>
    public Deadline NewDeadline(CancellationToken aborted) => new(limits, time, aborted);

    /// <summary>Runs an operation that gives one answer.</summary>
    public async Task<ExecutionResult> RunAsync(Operation operation, UserContext context, Deadline deadline) => operation.Kind == OperationType.Subscription
        ? new ExecutionResult { Errors = [new RequestError("SUBSCRIPTION_TRANSPORT", "Subscriptions are served over WebSocket (graphql-transport-ws) and as server-sent events (Accept: text/event-stream).")] }
        : await ExecuteAsync(operation, context, deadline);

    /// <summary>Starts a subscription: its answers, or the only answer where it cannot start.</summary>
    public async Task<(EventStream? Answers, ExecutionResult Result)> SubscribeAsync(Operation operation, UserContext context, Deadline deadline)
    {
        var result = await ExecuteAsync(operation, context, deadline);
        return (result.Streams?.Values.OfType<EventStream>().SingleOrDefault(), result);
    }

    private async Task<ExecutionResult> ExecuteAsync(Operation operation, UserContext context, Deadline deadline)
    {
        if (operation.Error is { } error)
            return new ExecutionResult { Errors = [error] };
        try
        {
            return await executer.ExecuteAsync(new ExecutionOptions
            {
                Query = operation.Text,
                Document = operation.Document,
                OperationName = operation.Request.OperationName,
                Variables = operation.Request.Variables,
                Extensions = operation.Request.Extensions,
                RequestServices = services,
                UserContext = context,
                CancellationToken = deadline.Token,
            });
        }
        catch (OperationCanceledException) when (deadline.HasPassed)
        {
            return new ExecutionResult { Errors = [new RequestError("TIMEOUT", $"The request took longer than {limits.RequestSeconds} seconds. Ask for less at once.") { Status = StatusCodes.Status504GatewayTimeout }] };
        }
    }
}
