using Equity.Graph.Auth;
using Equity.Graph.Execution;
using Equity.Graph.Execution.Limits;
using Equity.Graph.Execution.Mutations;
using Equity.Graph.Transport.Sockets;
using GraphQL;
using GraphQLParser.AST;

namespace Equity.Graph.Transport;

/// <summary>Where the graph is served: over HTTP, WebSocket and server-sent events alike.</summary>
internal sealed class GraphQLEndpoint(
    SignIn signIn, RequestRates rates, HttpRequests requests, OperationRunner runner, HttpAnswers answers, EventStreams events, RepeatedRequests repeated, SocketEndpoint sockets)
{
    /// <summary>Where the graph is served.</summary>
    public const string Path = "/graphql";

    /// <summary>Answers a request, in the form that it takes.</summary>
    public async Task AnswerAsync(HttpContext http)
    {
        if (http.WebSockets.IsWebSocketRequest)
            await sockets.ServeAsync(http);
        else if (AnswerFormat.Of(http.Request) is not { } format)
            http.Response.StatusCode = StatusCodes.Status406NotAcceptable;
        else if (await signIn.ViewerAsync(http.Request.Headers.Authorization, http.RequestAborted) is not { } viewer)
            await answers.RefuseTokenAsync(http);
        else if (await requests.ReadAsync(http.Request, http.RequestAborted) is var read && read.Request is not { } request)
            await answers.RefuseAsync(http, read.Error!);
        else if ((rates.OfAddress(http.Connection.RemoteIpAddress, request.Operations.Count - 1) ?? rates.OfViewer(viewer.Partition, request.Operations.Count)) is { } tooOften)
            await http.RefuseAsync(tooOften);
        else if (request.Operations.Any(operation => operation.Kind == OperationType.Mutation) && !HttpMethods.IsPost(http.Request.Method))
        {
            http.Response.Headers.Allow = HttpMethods.Post;
            await answers.RefuseAsync(http, new RequestError("BAD_REQUEST", "A GET changes nothing. Send mutations by POST.") { Status = StatusCodes.Status405MethodNotAllowed });
        }
        else if (!request.IsBatch && format.MediaType == AnswerFormat.Events && RepeatedRequests.IsRepeatable(http, request, viewer))
            await answers.RefuseAsync(http, new RequestError("IDEMPOTENCY_KEY", $"{IdempotencyKey.Header} goes with answers in JSON. Send the header Accept: application/json."));
        else if (!request.IsBatch && (format.MediaType == AnswerFormat.Events || (format.TakesEvents && request.Operations[0].Kind == OperationType.Subscription)))
            await events.ServeAsync(http, request.Operations[0], viewer);
        else
            await repeated.AnswerAsync(http, request, viewer, repetition => AnswerAsync(http, request, format, viewer, repetition));
    }

    /// <summary>Runs the operations one by one: mutations happen in the order in which they were sent, and each sees what those before it changed.</summary>
    private async Task<bool> AnswerAsync(HttpContext http, HttpOperations request, AnswerFormat format, Viewer viewer, Repetition? repetition)
    {
        using var deadline = runner.NewDeadline(http.RequestAborted);
        var results = new List<ExecutionResult>(request.Operations.Count);
        var contexts = new List<UserContext>(request.Operations.Count);
        foreach (var (place, operation) in request.Operations.Index())
        {
            var context = new UserContext(viewer) { Repeatable = repetition is null ? null : new RepeatableRequest(repetition.Answer, place) };
            var result = await runner.RunAsync(operation, context, deadline);
            result.AddCost(context, http.Request.Headers);
            results.Add(result);
            contexts.Add(context);
            viewer = context.Viewer;
        }
        if (request.IsBatch)
            await answers.WriteAsync(http, results, format.MediaType == AnswerFormat.Events ? AnswerFormat.Json : format.MediaType, viewer);
        else
            await answers.WriteAsync(http, results[0], format.MediaType, viewer);
        // What a GET answers may come from a cache the next time.
        foreach (var (context, result) in contexts.Zip(results).Where(each => each.Second.Executed && HttpMethods.IsPost(http.Request.Method)))
            context.Sent();
        return results.TrueForAll(RepeatedRequests.IsFinal);
    }
}
