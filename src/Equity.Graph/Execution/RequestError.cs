using GraphQL;

namespace Equity.Graph.Execution;

/// <summary>A request that cannot be answered as it was put: says why and what is allowed.</summary>
internal sealed class RequestError : ExecutionError
{
    public RequestError(string code, string message) : base(message) => Code = code;

    /// <summary>The HTTP status of a request that fails as a whole.</summary>
    public int Status { get; init; } = StatusCodes.Status400BadRequest;

    /// <summary>When to send the same request again, in seconds; null when that does not help.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>Others write, and did not finish in time.</summary>
    public static RequestError Busy() => new("BUSY", "Others are writing to the database and did not finish in time. Nothing was changed; send the request again in a few seconds.")
    {
        Status = StatusCodes.Status503ServiceUnavailable,
        RetryAfter = 5,
    };

    public static RequestError PageSize(string argument, int size, int max) => new(
        "PAGE_SIZE", $"{argument} is {size}; a page has 0 to {max} items. Ask for fewer and follow pageInfo's cursors.");

    public static RequestError Argument(string message) => new("INVALID_ARGUMENT", message);

    public static RequestError Cursor(string argument) => new(
        "INVALID_CURSOR", $"{argument} is not a cursor of this list in this order. Take cursors from edges or pageInfo of the same list, ordered alike.");

    public static RequestError NodeId(string id) => new(
        "INVALID_ID", $"\"{(id.Length > 60 ? id[..60] + "…" : id)}\" is not an id of this graph. Take ids from answers; they are opaque.");
}
