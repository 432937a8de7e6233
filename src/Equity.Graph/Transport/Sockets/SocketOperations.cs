using System.Collections.Concurrent;
using Equity.Graph.Auth;
using Equity.Graph.Execution;
using Equity.Graph.Execution.Limits;
using Equity.Graph.Execution.Topics;
using GraphQL;
using GraphQL.Transport;
using GraphQLParser.AST;

namespace Equity.Graph.Transport.Sockets;

/// <summary>The operations that run on one WebSocket.</summary>
internal sealed class SocketOperations(SocketChannel channel, OperationRunner runner, EquityLimits limits)
{
    /// <summary>How long queries and mutations may run on when the server stops.</summary>
    private static readonly TimeSpan LastWait = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, Running> running = new(StringComparer.Ordinal);

    /// <summary>Starts an operation; false when one of that id runs already.</summary>
    public bool TryStart(string id, Operation operation, Viewer viewer, Action<SocketClose> close)
    {
        var started = new Running(operation.Kind == OperationType.Subscription);
        if (!running.TryAdd(id, started))
            return false;
        var allowed = running.Count <= limits.OperationsPerWebSocket ? operation : Operation.Refused(
            new RequestError("OPERATIONS_PER_WEBSOCKET", $"{limits.OperationsPerWebSocket} operations run on this connection already, which is the limit. Complete one first."));
        started.Ended = RunAsync(id, allowed, viewer, started, close);
        return true;
    }

    /// <summary>Ends an operation that the client does not want any more.</summary>
    public void Complete(string id)
    {
        if (running.TryRemove(id, out var ended))
            ended.Cancel();
    }

    /// <summary>Ends all operations.</summary>
    /// <param name="letFinish">Whether queries and mutations may finish first, for a while.</param>
    public async Task EndAsync(bool letFinish)
    {
        var all = running.Values.ToList();
        foreach (var each in all.Where(each => !letFinish || each.Streams))
            each.Cancel();
        if (letFinish)
            await Task.WhenAll(all.Select(each => each.Ended)).WaitAsync(LastWait).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var each in all)
            each.Cancel();
        await Task.WhenAll(all.Select(each => each.Ended));
    }

    private async Task RunAsync(string id, Operation operation, Viewer viewer, Running own, Action<SocketClose> close)
    {
        // The receiving loop goes on at once.
        await Task.Yield();
        try
        {
            using var deadline = runner.NewDeadline(own.Token);
            if (operation.Kind == OperationType.Subscription)
                await StreamAsync(id, operation, viewer, own, deadline, close);
            else
                await AnswerOnceAsync(id, operation, new UserContext(viewer), own, deadline);
        }
        catch (OperationCanceledException)
        {
            // Completed by the client, or the client is gone.
        }
        finally
        {
            running.TryRemove(KeyValuePair.Create(id, own));
            own.Dispose();
        }
    }

    private async Task AnswerOnceAsync(string id, Operation operation, UserContext context, Running own, Deadline deadline)
    {
        var result = await runner.RunAsync(operation, context, deadline);
        await AnswerAsync(id, result, own);
        if (result.Executed)
            context.Sent();
    }

    private async Task StreamAsync(string id, Operation operation, Viewer viewer, Running own, Deadline deadline, Action<SocketClose> close)
    {
        var started = await runner.SubscribeAsync(operation, new UserContext(viewer), deadline);
        if (started.Answers is not { } stream)
        {
            await AnswerAsync(id, started.Result, own);
            return;
        }
        using (stream)
        {
            await foreach (var answer in stream.AnswersAsync(own.Token))
                await channel.SendAsync(new OperationMessage { Id = id, Type = "next", Payload = answer }, own.Token);
        }
        if (stream.End == StreamEnd.Complete)
            await CompleteAsync(id, own);
        else
            close(stream.End == StreamEnd.SignedOut ? SocketClose.Forbidden : SocketClose.TooSlow);
    }

    private async Task AnswerAsync(string id, ExecutionResult result, Running own)
    {
        if (result.Executed)
        {
            await channel.SendAsync(new OperationMessage { Id = id, Type = "next", Payload = result }, own.Token);
            await CompleteAsync(id, own);
        }
        else if (running.TryRemove(KeyValuePair.Create(id, own)))
            await channel.SendAsync(new OperationMessage { Id = id, Type = "error", Payload = result.Errors }, own.Token);
    }

    /// <summary>Frees the id before the client learns that it is free.</summary>
    private async Task CompleteAsync(string id, Running own)
    {
        if (running.TryRemove(KeyValuePair.Create(id, own)))
            await channel.SendAsync(new OperationMessage { Id = id, Type = "complete" }, own.Token);
    }

    private sealed class Running(bool streams) : IDisposable
    {
        private readonly CancellationTokenSource source = new();

        public bool Streams => streams;

        public CancellationToken Token => source.Token;

        public Task Ended { get; set; } = Task.CompletedTask;

        public void Cancel()
        {
            try { source.Cancel(); }
            catch (ObjectDisposedException) { /* It ended by itself in this moment. */ }
        }

        public void Dispose() => source.Dispose();
    }
}
