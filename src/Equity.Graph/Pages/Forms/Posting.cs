using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Equity.Graph.Execution;
using Equity.Graph.Execution.Documents;
using Equity.Graph.Execution.Mutations;
using Equity.Graph.Pages.Asking;
using GraphQLParser.AST;
using Microsoft.AspNetCore.Antiforgery;

namespace Equity.Graph.Pages.Forms;

/// <summary>Does what a form asks for: runs the mutation that it names, once, however often it is sent.</summary>
internal sealed class Posting(IAntiforgery antiforgery, DocumentCache documents, Idempotency idempotency, FilePosting files)
{
    /// <summary>What a file changes has nothing to tell an address.</summary>
    private static readonly JsonElement NoRow = JsonElement.Parse("{}");

    /// <summary>Runs a form.</summary>
    /// <returns>Where the browser goes next; null when nothing was changed: then <see cref="PageRequest.Posted"/> says why.</returns>
    public async Task<string?> DoAsync(PageRequest request)
    {
        if (FilePosting.Brings(request.Http.Request))
            FilePosting.Admit(request);
        var form = await ReadAsync(request.Http);
        var typed = form.Where(field => !FormFields.All.Contains(field.Key)).ToDictionary(field => field.Key, field => field.Value, StringComparer.Ordinal);
        var name = form[FormFields.Form].ToString();
        var operation = form[FormFields.Do].ToString();
        var isFile = operation == FilePosting.Operation;
        var document = isFile ? null : DocumentOf(operation) ?? throw new PageFault(StatusCodes.Status400BadRequest, "This form is not one of ours.");
        var (variables, errors) = document is null ? ([], []) : FormVariables.Read(document, typed);
        if (!await antiforgery.IsRequestValidAsync(request.Http))
            errors = [new FormError("TooOld", null, "This page was open for a long time, or you have signed in or out since. Nothing is lost: look through what you wrote and send it again.")];
        if (errors.Count == 0)
        {
            var (payload, refused) = isFile ? (NoRow, await files.TakeAsync(request, form)) : await TryAsync(request, operation, variables, form[FormFields.Once].ToString());
            errors = refused is null ? ErrorsOf(payload) : [refused];
            if (errors.Count == 0)
                return Said.After(operation, form[FormFields.Then] is [{ Length: > 0 } then] ? LocalAddress.Of(Filled(then, payload)) : request.With());
        }
        request.Posted = new PostedForm(name, typed, errors);
        return null;
    }

    private static async Task<IFormCollection> ReadAsync(HttpContext http)
    {
        try
        {
            return await http.Request.ReadFormAsync(http.RequestAborted);
        }
        catch (Exception fault) when (fault is InvalidDataException or BadHttpRequestException or InvalidOperationException)
        {
            throw new PageFault(StatusCodes.Status400BadRequest, "What was sent is no form, or it is longer than any form of ours may be.");
        }
    }

    /// <summary>The document of a mutation; null when there is none of the name.</summary>
    private GraphQLDocument? DocumentOf(string operation) =>
        Operations.Has(operation) && documents.Read(Operations.Text(operation)) is { } document && document.Definitions.OfType<GraphQLOperationDefinition>().Single().Operation == OperationType.Mutation ? document : null;

    /// <summary>Runs the mutation; or what the graph could not even read, as an error of the form: what was typed stays on the page.</summary>
    private async Task<(JsonElement Payload, FormError? Refused)> TryAsync(PageRequest request, string operation, JsonObject variables, string once)
    {
        try
        {
            return (await RunAsync(request, operation, variables, once), null);
        }
        catch (PageFault fault) when (fault.Status == StatusCodes.Status400BadRequest)
        {
            return (default, new FormError(nameof(PageFault), null, fault.Message));
        }
    }

    /// <summary>Runs the mutation. The same showing of a form with the same texts is the same request: it is answered as the first time.</summary>
    /// <returns>The mutation's payload.</returns>
    private async Task<JsonElement> RunAsync(PageRequest request, string operation, JsonObject variables, string once)
    {
        if (!request.Viewer.IsSignedIn || once.Length is 0 or > 40)
            return PayloadOf(await request.RunAsync(operation, variables, null));
        var body = Encoding.UTF8.GetBytes(operation + variables.ToJsonString());
        var key = $"page-{once}-{Convert.ToHexStringLower(SHA256.HashData(body))[..16]}";
        var repetition = await BeginAsync(request, key, body);
        if (repetition.Body is { } kept)
            return PayloadOf(JsonElement.Parse(kept));
        var answer = await request.RunAsync(operation, variables, new RepeatableRequest(repetition.Answer, 0));
        var payload = PayloadOf(answer);
        if (ErrorsOf(payload).Count == 0)
            await idempotency.KeepAsync(repetition, StatusCodes.Status200OK, "application/json", answer.GetRawText());
        return payload;
    }

    private async Task<Repetition> BeginAsync(PageRequest request, string key, byte[] body)
    {
        try
        {
            return await idempotency.BeginAsync(request.Viewer, key, body, request.Http.RequestAborted);
        }
        catch (RequestError busy)
        {
            throw new PageFault(StatusCodes.Status503ServiceUnavailable, busy.Message) { RetryAfter = busy.RetryAfter };
        }
    }

    private static JsonElement PayloadOf(JsonElement answer) => answer.GetProperty("data").ValueKind == JsonValueKind.Object
        && answer.GetProperty("data").EnumerateObject().First().Value is { ValueKind: JsonValueKind.Object } payload ? payload : throw PageFault.Of(answer);

    private static List<FormError> ErrorsOf(JsonElement payload) => !payload.TryGetProperty("errors", out var errors) || errors.ValueKind != JsonValueKind.Array ? []
        : [.. errors.EnumerateArray().Select(error => new FormError(error.GetProperty("__typename").GetString()!, error.TryGetProperty("field", out var field) ? field.GetString() : null, error.GetProperty("message").GetString()!))];

    /// <summary>Puts the key and id of what was changed into an address.</summary>
    private static string Filled(string address, JsonElement payload)
    {
        foreach (var field in payload.EnumerateObject().Where(field => field.Value.ValueKind == JsonValueKind.Object).SelectMany(row => row.Value.EnumerateObject()).Where(field => field.Value.ValueKind == JsonValueKind.String))
            address = address.Replace($"{{{field.Name}}}", Uri.EscapeDataString(field.Value.GetString()!), StringComparison.Ordinal);
        return address;
    }
}
