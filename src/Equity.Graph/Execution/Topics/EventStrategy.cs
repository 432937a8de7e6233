using Equity.Graph.Auth;
using GraphQL;
using GraphQL.Execution;
using ExecutionContext = GraphQL.Execution.ExecutionContext;

namespace Equity.Graph.Execution.Topics;

/// <summary>
/// Runs subscriptions: each event is answered like a query of its own, by what the viewer may read at that moment. An event about
/// something that the viewer may not read is passed over.
/// </summary>
internal sealed class EventStrategy(SignIn signIn, TimeProvider time) : SubscriptionExecutionStrategy
{
    protected override async Task<IObservable<ExecutionResult>?> ResolveResponseStreamAsync(ExecutionContext context, ExecutionNode node)
    {
        try
        {
            if (node.FieldDefinition.StreamResolver is { } source && await source.ResolveAsync(new ReadonlyResolveFieldContext(node, context)) is EventFeed feed)
                return new EventStream(feed, (load, cancel) => AnswerAsync(context, node, load, cancel));
            context.Errors.Add(new RequestError("NO_EVENTS", $"Nothing happens to {node.Field.Name.StringValue}. Subscribe to a field of Subscription."));
        }
        catch (ExecutionError error)
        {
            error.Path = node.ResponsePath;
            context.Errors.Add(error);
        }
        return null;
    }

    private async Task<EventAnswer> AnswerAsync(ExecutionContext subscription, ExecutionNode node, Func<IResolveFieldContext, Task<object?>> load, CancellationToken cancel)
    {
        var viewer = ((UserContext)subscription.UserContext).Viewer;
        if (viewer.Until <= time.GetUtcNow().UtcDateTime)
            return new EventAnswer(null, SignedOut: true);
        using var context = CloneExecutionContext(subscription, cancel);
        try
        {
            context.UserContext = new UserContext(await signIn.AgainAsync(viewer, cancel));
            var row = await load(new ReadonlyResolveFieldContext(node, context));
            return new EventAnswer(row is null ? null : await ProcessDataAsync(context, node, row), SignedOut: false);
        }
        catch (Exception fault) when (!cancel.IsCancellationRequested)
        {
            return new EventAnswer(new ExecutionResult { Errors = [await ProcessErrorAsync(context, node, fault)] }, SignedOut: false);
        }
    }
}
