using System.Text.Json;
using Equity.Graph.Execution;

namespace Equity.Graph.Transport;

/// <summary>What a request over HTTP asks for.</summary>
/// <param name="Operations">The operations, in order.</param>
/// <param name="IsBatch">Whether they came as a list, and are answered as one.</param>
internal sealed record HttpOperations(IReadOnlyList<Operation> Operations, bool IsBatch);

/// <summary>Reads requests over HTTP: POST with a JSON body, GET with URL-encoded parameters.</summary>
internal sealed class HttpRequests(OperationReader reader, TransportLimits limits)
{
    /// <summary>The operations of a request, or why there are none.</summary>
    public async Task<(HttpOperations? Request, RequestError? Error)> ReadAsync(HttpRequest request, CancellationToken cancel)
    {
        if (!HttpMethods.IsPost(request.Method))
            return One(reader.Read(request.Query));
        if (!request.HasJsonContentType())
            return (null, new RequestError("BAD_REQUEST", "Send the query as JSON, with the header Content-Type: application/json.") { Status = StatusCodes.Status415UnsupportedMediaType });
        try
        {
            using var body = await JsonDocument.ParseAsync(request.Body, cancellationToken: cancel);
            return body.RootElement.ValueKind == JsonValueKind.Array ? Batch(body.RootElement) : One(reader.Read(body.RootElement));
        }
        catch (JsonException)
        {
            return (null, OperationReader.NoRequest);
        }
        catch (BadHttpRequestException fault)
        {
            return (null, fault.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? new RequestError("BODY_BYTES", $"The request is larger than {limits.BodyBytes} bytes.") { Status = fault.StatusCode }
                : new RequestError("BAD_REQUEST", "The request's body could not be read.") { Status = fault.StatusCode });
        }
    }

    private (HttpOperations?, RequestError?) Batch(JsonElement list) => list.GetArrayLength() switch
    {
        0 => (null, new RequestError("BAD_REQUEST", "The batch is empty: send at least one operation.")),
        var count when count > limits.BatchOperations => (null, new RequestError("BATCH_OPERATIONS", $"The batch has {count} operations; at most {limits.BatchOperations} are allowed.")),
        _ => (new HttpOperations([.. list.EnumerateArray().Select(reader.Read)], IsBatch: true), null),
    };

    private static (HttpOperations?, RequestError?) One(Operation operation) =>
        operation.Error is { } error ? (null, error) : (new HttpOperations([operation], IsBatch: false), null);
}
