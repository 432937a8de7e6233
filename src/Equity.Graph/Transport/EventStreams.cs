using Equity.Graph.Auth;
using Equity.Graph.Execution;
using Equity.Graph.Execution.Topics;
using GraphQL;
using GraphQLParser.AST;

namespace Equity.Graph.Transport;

/// <summary>Server-sent events, in the distinct connections mode of the protocol of graphql-sse: one operation a connection.</summary>
internal sealed class EventStreams(OperationRunner runner, OpenConnections open, HttpAnswers answers, IGraphQLTextSerializer serializer, TimeProvider time, IHostApplicationLifetime lifetime)
{
    /// <summary>How often a quiet stream shows that it lives, so that nothing in between closes it.</summary>
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(12);

    /// <summary>Runs an operation and streams its answers. What fails before it runs is told within the stream too: browsers show no other body.</summary>
    public async Task ServeAsync(HttpContext http, Operation operation, Viewer viewer)
    {
        using var place = open.Take();
        if (place is null)
        {
            await answers.RefuseAsync(http, open.Full);
            return;
        }
        http.Response.ContentType = AnswerFormat.Events;
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Accel-Buffering"] = "no";
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, lifetime.ApplicationStopping);
        try
        {
            using var writer = new EventWriter(http.Response.Body, serializer, ends.Token);
            await StreamAsync(writer, operation, viewer, ends.Token);
        }
        catch (OperationCanceledException) when (ends.IsCancellationRequested)
        {
            // The client is gone, or the server stops. Without "complete" a client knows that there is more to come, and connects again.
        }
    }

    private async Task StreamAsync(EventWriter writer, Operation operation, Viewer viewer, CancellationToken cancel)
    {
        using var deadline = runner.NewDeadline(cancel);
        if (operation.Kind != OperationType.Subscription)
            await writer.NextAsync(await runner.RunAsync(operation, new UserContext(viewer), deadline));
        else if (await runner.SubscribeAsync(operation, new UserContext(viewer), deadline) is var started && started.Answers is not { } stream)
            await writer.NextAsync(started.Result);
        else
        {
            using var quiet = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            var alive = KeepAliveAsync(writer, quiet.Token);
            using (stream)
            {
                await foreach (var answer in stream.AnswersAsync(cancel))
                    await writer.NextAsync(answer);
            }
            await quiet.CancelAsync();
            await alive.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (StreamErrors.Of(stream.End) is { } error)
                await writer.NextAsync(new ExecutionResult { Errors = [error] });
        }
        await writer.CompleteAsync();
    }

    private async Task KeepAliveAsync(EventWriter writer, CancellationToken cancel)
    {
        using var timer = new PeriodicTimer(KeepAlive, time);
        do
            await writer.CommentAsync();
        while (await timer.WaitForNextTickAsync(cancel));
    }
}

/// <summary>What a client is told when its events end before their time.</summary>
internal static class StreamErrors
{
    /// <summary>The error of an end; null when it is no error.</summary>
    public static RequestError? Of(StreamEnd end) => end switch
    {
        StreamEnd.SignedOut => new RequestError("UNAUTHENTICATED", "The token has expired. Sign in again and subscribe with a new one."),
        StreamEnd.TooSlow => new RequestError("TOO_SLOW", "More events came than could wait for you. Subscribe again, and read by a query what you missed."),
        _ => null,
    };
}
