using Equity.Graph.Auth;
using Equity.Graph.Execution;
using Equity.Graph.Transport.Sockets;
using GraphQL;
using GraphQLParser.AST;

namespace Equity.Graph.Transport;

/// <summary>Where the graph is served: over HTTP, WebSocket and server-sent events alike.</summary>
internal sealed class GraphQLEndpoint(
    SignIn signIn, HttpRequests requests, OperationRunner runner, HttpAnswers answers, EventStreams events, SocketEndpoint sockets)
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
        else if (request.IsBatch)
            await AnswerBatchAsync(http, request.Operations, format, viewer);
        else
            await AnswerOneAsync(http, request.Operations[0], format, viewer);
    }

    private async Task AnswerOneAsync(HttpContext http, Operation operation, AnswerFormat format, Viewer viewer)
    {
        if (operation.Kind == OperationType.Mutation && !HttpMethods.IsPost(http.Request.Method))
        {
            http.Response.Headers.Allow = HttpMethods.Post;
            await answers.RefuseAsync(http, new RequestError("BAD_REQUEST", "A GET changes nothing. Send mutations by POST.") { Status = StatusCodes.Status405MethodNotAllowed });
        }
        else if (format.MediaType == AnswerFormat.Events || (format.TakesEvents && operation.Kind == OperationType.Subscription))
            await events.ServeAsync(http, operation, viewer);
        else
        {
            using var deadline = runner.NewDeadline(http.RequestAborted);
            await answers.WriteAsync(http, await runner.RunAsync(operation, viewer, deadline), format.MediaType, viewer);
        }
    }

    /// <summary>Runs a batch one by one: mutations happen in the order in which they were sent.</summary>
    private async Task AnswerBatchAsync(HttpContext http, IReadOnlyList<Operation> batch, AnswerFormat format, Viewer viewer)
    {
        using var deadline = runner.NewDeadline(http.RequestAborted);
        var results = new List<ExecutionResult>(batch.Count);
        foreach (var operation in batch)
            results.Add(await runner.RunAsync(operation, viewer, deadline));
        await answers.WriteAsync(http, results, format.MediaType == AnswerFormat.Events ? AnswerFormat.Json : format.MediaType, viewer);
    }
}
