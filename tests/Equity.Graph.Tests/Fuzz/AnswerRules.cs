using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Equity.Graph.Tests.Fuzz;

/// <summary>What every answer must be, whatever was asked.</summary>
internal static partial class AnswerRules
{
    /// <summary>Answers that the web server or content negotiation gives without a body.</summary>
    private static readonly HttpStatusCode[] WithoutBody = [HttpStatusCode.NotAcceptable, HttpStatusCode.RequestHeaderFieldsTooLarge, HttpStatusCode.RequestUriTooLong, HttpStatusCode.BadRequest, HttpStatusCode.ExpectationFailed, HttpStatusCode.NotModified];

    /// <summary>What is wrong with an answer; null when nothing is.</summary>
    public static string? Problem(HttpStatusCode status, string? mediaType, string body)
    {
        if ((int)status >= 500)
            return $"status {(int)status}";
        if (body.Length == 0)
            return WithoutBody.Contains(status) ? null : $"no body with status {(int)status}";
        if (mediaType is null || !mediaType.EndsWith("json", StringComparison.Ordinal))
            return mediaType is "text/html" or "text/event-stream" or "text/plain" ? Leak(body, "the body") : $"a body of type {mediaType}";
        try
        {
            using var json = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 200 });
            return json.RootElement.ValueKind == JsonValueKind.Array
                ? json.RootElement.EnumerateArray().Select(OfAnswer).FirstOrDefault(problem => problem is not null)
                : OfAnswer(json.RootElement);
        }
        catch (JsonException)
        {
            return "no JSON";
        }
    }

    private static string? OfAnswer(JsonElement answer)
    {
        if (answer.ValueKind != JsonValueKind.Object)
            return "no object";
        if (answer.EnumerateObject().Select(part => part.Name).Except(["data", "errors", "extensions"]).FirstOrDefault() is { } other)
            return $"an answer with \"{other}\"";
        if (!answer.TryGetProperty("errors", out var errors))
            return answer.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object ? null : "neither data nor errors";
        return errors.ValueKind != JsonValueKind.Array || errors.GetArrayLength() == 0 ? "errors that are no list" : errors.EnumerateArray().Select(OfError).FirstOrDefault(problem => problem is not null);
    }

    private static string? OfError(JsonElement error)
    {
        if (!error.TryGetProperty("message", out var message) || string.IsNullOrWhiteSpace(message.GetString()))
            return "an error without a message";
        if (!error.TryGetProperty("extensions", out var extensions) || !extensions.TryGetProperty("code", out var code) || !Code().IsMatch(code.GetString() ?? ""))
            return $"an error without a code: {message}";
        return code.GetString() == Graph.Execution.ErrorInfo.FaultCode ? $"a fault of ours: {error}" : Leak(message.GetString()!, code.GetString()!);
    }

    private static string? Leak(string text, string where) => Inside().Match(text) is { Success: true } leak ? $"{where} says \"{leak.Value}\": {text}" : null;

    [GeneratedRegex("^[A-Z][A-Z0-9_]*$")]
    private static partial Regex Code();

    [GeneratedRegex(@"\bSystem\.|Microsoft\.|\bEquity\.[A-Z]|GraphQL\.|GraphQLParser|Exception|^\s+at \w|Int32|Int64|`1|Dictionary|IEnumerable|SQLite|no such column|near ""|syntax error in|EntityFramework|stack trace|ROM\b", RegexOptions.Multiline)]
    private static partial Regex Inside();
}
