using System.Globalization;
using System.Text.Json;

namespace Equity.Graph.Pages.Asking;

/// <summary>A page that cannot be shown, and what to do instead.</summary>
internal sealed class PageFault(int status, string message) : Exception(message)
{
    /// <summary>The HTTP status.</summary>
    public int Status { get; } = status;

    /// <summary>When to try again, in seconds; null where that does not help.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>There is nothing here that this viewer may see.</summary>
    /// <param name="what">What was looked for, such as "team".</param>
    public static PageFault NotFound(string what) => new(StatusCodes.Status404NotFound, $"There is no {what} here that you can see.");

    /// <summary>The page is for others.</summary>
    /// <param name="whose">Whose it is, such as "leads and coaches".</param>
    public static PageFault Forbidden(string whose) => new(StatusCodes.Status403Forbidden, $"This page is for {whose}.");

    /// <summary>Why the graph answered nothing.</summary>
    public static PageFault Of(JsonElement answer)
    {
        var error = answer.TryGetProperty("errors", out var errors) ? errors.EnumerateArray().FirstOrDefault() : default;
        var extensions = error.ValueKind == JsonValueKind.Object && error.TryGetProperty("extensions", out var more) ? more : default;
        var code = extensions.ValueKind == JsonValueKind.Object && extensions.TryGetProperty("code", out var named) ? named.GetString() : null;
        var seconds = extensions.ValueKind == JsonValueKind.Object && extensions.TryGetProperty("retryAfter", out var again) ? again.GetInt32() : (int?)null;
        var message = error.ValueKind == JsonValueKind.Object ? error.GetProperty("message").GetString()! : "The graph gave no answer.";
        return new PageFault(StatusOf(code), message) { RetryAfter = seconds };
    }

    private static int StatusOf(string? code) => code switch
    {
        "UNAUTHENTICATED" => StatusCodes.Status401Unauthorized,
        "FORBIDDEN" => StatusCodes.Status403Forbidden,
        "RATE" => StatusCodes.Status429TooManyRequests,
        "BUSY" or "TIMEOUT" => StatusCodes.Status503ServiceUnavailable,
        Execution.ErrorInfo.FaultCode => StatusCodes.Status500InternalServerError,
        _ => StatusCodes.Status400BadRequest,
    };

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Status}: {Message}");
}
