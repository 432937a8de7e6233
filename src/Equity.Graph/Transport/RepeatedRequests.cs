using System.Text;
using Equity.Graph.Auth;
using Equity.Graph.Execution;
using Equity.Graph.Execution.Mutations;
using GraphQL;
using GraphQLParser.AST;

namespace Equity.Graph.Transport;

/// <summary>Answers a request that carries an Idempotency-Key as it was answered the first time.</summary>
internal sealed class RepeatedRequests(Idempotency idempotency, HttpAnswers answers)
{
    /// <summary>Says that an answer is that of an earlier request.</summary>
    public const string ReplayedHeader = "Idempotent-Replayed";

    /// <summary>What may come out otherwise when the request is sent again, and is therefore not kept.</summary>
    private static readonly string[] Passing = [ErrorInfo.FaultCode, "TIMEOUT", "BUSY"];

    /// <summary>Whether an answer would be the same if the request came again.</summary>
    public static bool IsFinal(ExecutionResult result) => result.Errors?.Any(error => error is GraphQL.Execution.UnhandledError || Passing.Contains(error.Code)) != true;

    /// <summary>Answers a request: from what is kept where it has been answered, else by running it.</summary>
    /// <param name="http">The request.</param>
    /// <param name="request">Its operations.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="answer">Runs the operations and writes the answer; whether it is to be kept.</param>
    public async Task AnswerAsync(HttpContext http, HttpOperations request, Viewer viewer, Func<Repetition?, Task<bool>> answer)
    {
        if (http.Request.Headers[IdempotencyKey.Header] is not [{ } key] || !viewer.IsSignedIn || !request.Operations.Any(operation => operation.Kind == OperationType.Mutation))
        {
            await answer(null);
            return;
        }
        if (key.Length is 0 or > IdempotencyKey.Max)
        {
            await answers.RefuseAsync(http, new RequestError("IDEMPOTENCY_KEY", $"{IdempotencyKey.Header} has {key.Length} characters; 1 to {IdempotencyKey.Max} are allowed. A random UUID is a good one."));
            return;
        }
        var repetition = await idempotency.BeginAsync(viewer, key, request.Body, http.RequestAborted);
        if (repetition.IsOtherBody)
            await answers.RefuseAsync(http, new RequestError("IDEMPOTENCY_KEY", $"This {IdempotencyKey.Header} stands for another request already. Take a new key for a new request.") { Status = StatusCodes.Status422UnprocessableEntity });
        else if (repetition.Status is { } status)
            await ReplayAsync(http, status, repetition);
        else
            await FirstAsync(http, repetition, answer);
    }

    private static async Task ReplayAsync(HttpContext http, int status, Repetition repetition)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = repetition.ContentType;
        http.Response.Headers.CacheControl = "private, no-store";
        http.Response.Headers[ReplayedHeader] = "true";
        await http.Response.WriteAsync(repetition.Body!, http.RequestAborted);
    }

    /// <summary>Runs the request and keeps the answer before the client has it: what a client has seen is what it will see again.</summary>
    private async Task FirstAsync(HttpContext http, Repetition repetition, Func<Repetition?, Task<bool>> answer)
    {
        var body = http.Response.Body;
        using var written = new MemoryStream();
        http.Response.Body = written;
        bool final;
        try
        {
            final = await answer(repetition);
        }
        finally
        {
            http.Response.Body = body;
        }
        if (final)
            await idempotency.KeepAsync(repetition, http.Response.StatusCode, http.Response.ContentType!, Encoding.UTF8.GetString(written.GetBuffer(), 0, (int)written.Length), CancellationToken.None);
        written.Position = 0;
        await written.CopyToAsync(body, http.RequestAborted);
    }
}
