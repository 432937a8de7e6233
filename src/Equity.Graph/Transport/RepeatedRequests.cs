using System.Text;
using Equity.Graph.Auth;
using Equity.Graph.Execution;
using Equity.Graph.Execution.Mutations;
using GraphQL;
using GraphQLParser.AST;

namespace Equity.Graph.Transport;

/// <summary>Answers a request that carries an Idempotency-Key as it was answered the first time.</summary>
internal sealed class RepeatedRequests(Idempotency idempotency, HttpAnswers answers, IGraphQLTextSerializer serializer)
{
    /// <summary>Says that an answer is that of an earlier request.</summary>
    public const string ReplayedHeader = "Idempotent-Replayed";

    /// <summary>What may come out otherwise when the request is sent again, and is therefore not kept.</summary>
    private static readonly string[] Passing = [ErrorInfo.FaultCode, "TIMEOUT", "BUSY"];

    /// <summary>
    /// Whether an answer is to be kept, because the request changed something or could answer otherwise the next time. What cannot run
    /// changed nothing and never will; why it cannot is told in the words of the request, which may hold what must not be stored.
    /// </summary>
    public static bool IsFinal(ExecutionResult result) => result.Executed && result.Errors?.Any(error => error is GraphQL.Execution.UnhandledError || Passing.Contains(error.Code)) != true;

    /// <summary>Whether a request is one that is answered alike when it comes again.</summary>
    public static bool IsRepeatable(HttpContext http, HttpOperations request, Viewer viewer) =>
        http.Request.Headers[IdempotencyKey.Header].Count > 0 && viewer.IsSignedIn && request.Operations.Any(operation => operation.Kind == OperationType.Mutation);

    /// <summary>Answers a request: from what is kept where it has been answered, else by running it.</summary>
    /// <param name="http">The request.</param>
    /// <param name="request">Its operations.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="answer">Runs the operations and writes the answer; whether it is to be kept.</param>
    public async Task AnswerAsync(HttpContext http, HttpOperations request, Viewer viewer, Func<Repetition?, Task<bool>> answer)
    {
        if (!IsRepeatable(http, request, viewer))
        {
            await answer(null);
            return;
        }
        try
        {
            await AnswerAsync(http, await idempotency.BeginAsync(viewer, KeyOf(http), request.Meaning(serializer), http.RequestAborted), answer);
        }
        catch (RequestError refusal)
        {
            await answers.RefuseAsync(http, refusal);
        }
    }

    private static string KeyOf(HttpContext http)
    {
        var keys = http.Request.Headers[IdempotencyKey.Header];
        return keys switch
        {
            [{ Length: > 0 and <= IdempotencyKey.Max } key] => key,
            [var key] => throw Refusal($"{IdempotencyKey.Header} has {key?.Length ?? 0} characters; 1 to {IdempotencyKey.Max} are allowed. A random UUID is a good one."),
            _ => throw Refusal($"{IdempotencyKey.Header} stands {keys.Count} times in the request. Send it once."),
        };
    }

    private async Task AnswerAsync(HttpContext http, Repetition repetition, Func<Repetition?, Task<bool>> answer)
    {
        if (repetition.IsOtherBody)
            throw Refusal($"This {IdempotencyKey.Header} stands for another request already. Take a new key for a new request.", StatusCodes.Status422UnprocessableEntity);
        if (repetition.Status is { } status)
            await ReplayAsync(http, status, repetition);
        else
            await FirstAsync(http, repetition, answer);
    }

    private static RequestError Refusal(string message, int status = StatusCodes.Status400BadRequest) => new("IDEMPOTENCY_KEY", message) { Status = status };

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
        var text = Encoding.UTF8.GetString(written.GetBuffer(), 0, (int)written.Length);
        if (final && await idempotency.KeepAsync(repetition, http.Response.StatusCode, http.Response.ContentType!, text) is { Status: { } status } kept && kept.Body != text)
        {
            await ReplayAsync(http, status, kept);
            return;
        }
        written.Position = 0;
        await written.CopyToAsync(body, http.RequestAborted);
    }
}
