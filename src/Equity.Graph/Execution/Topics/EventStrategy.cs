using Equity.Graph.Auth;
using GraphQL;
using GraphQL.Execution;
using ExecutionContext = GraphQL.Execution.ExecutionContext;

namespace Equity.Graph.Execution.Topics;

/// <summary>
/// Runs subscriptions: each event is answered like a query of its own, by what the viewer may read at that moment. An event about
/// something that the viewer may not read is passed over. Visitors who ask the same are answered by one run for all of them.
/// </summary>
internal sealed class EventStrategy(SignIn signIn, IGraphQLTextSerializer serializer, TimeProvider time) : SubscriptionExecutionStrategy
{
    protected override async Task<IObservable<ExecutionResult>?> ResolveResponseStreamAsync(ExecutionContext context, ExecutionNode node)
    {
        try
        {
            if (node.FieldDefinition.StreamResolver is { } source && await source.ResolveAsync(new ReadonlyResolveFieldContext(node, context)) is EventFeed feed)
            {
                var viewer = ((UserContext)context.UserContext).Viewer;
                var asked = viewer.IsSignedIn ? null : AskedBy(context, viewer);
                return new EventStream(feed, (occurrence, cancel) => AnswerAsync(context, node, viewer, asked, occurrence, cancel));
            }
            context.Errors.Add(new RequestError("NO_EVENTS", $"Nothing happens to {node.Field.Name.StringValue}. Subscribe to a field of Subscription."));
        }
        catch (ExecutionError error)
        {
            error.Path = node.ResponsePath;
            context.Errors.Add(error);
        }
        return null;
    }

    private async Task<EventAnswer> AnswerAsync(ExecutionContext subscription, ExecutionNode node, Viewer viewer, string? asked, Occurrence occurrence, CancellationToken cancel)
    {
        if (viewer.Until <= time.GetUtcNow().UtcDateTime)
            return new EventAnswer(null, SignedOut: true);
        // An answer for many is not stopped when one of them leaves.
        var result = asked is null
            ? await RunAsync(subscription, node, viewer, occurrence, cancel)
            : await occurrence.Event.OnceAsync(asked, () => RunAsync(subscription, node, viewer, occurrence, CancellationToken.None));
        return new EventAnswer(result, SignedOut: false);
    }

    private async Task<ExecutionResult?> RunAsync(ExecutionContext subscription, ExecutionNode node, Viewer viewer, Occurrence occurrence, CancellationToken cancel)
    {
        using var context = CloneExecutionContext(subscription, cancel);
        try
        {
            context.UserContext = new UserContext(await signIn.AgainAsync(viewer, cancel));
            var row = await occurrence.LoadAsync(new ReadonlyResolveFieldContext(node, context));
            return row is null ? null : await ProcessDataAsync(context, node, row);
        }
        catch (Exception fault) when (!cancel.IsCancellationRequested)
        {
            return new ExecutionResult { Errors = [await ProcessErrorAsync(context, node, fault)] };
        }
    }

    /// <summary>What a subscription asks, and what its visitor sees, as one text.</summary>
    private string AskedBy(ExecutionContext context, Viewer viewer) => string.Join('\0',
        viewer.Published ? "published" : "nothing", context.ExecutionOptions.Query, context.Operation.Name?.StringValue, serializer.Serialize(context.ExecutionOptions.Variables));
}
