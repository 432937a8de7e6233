using System.Text;
using System.Text.Json;
using Equity.Graph.Execution;
using Equity.Graph.Execution.Documents;
using Equity.Graph.Execution.Limits;
using GraphQL;

namespace Equity.Graph.Transport;

/// <summary>What a request over HTTP asks for.</summary>
/// <param name="Operations">The operations, in order.</param>
/// <param name="IsBatch">Whether they came as a list, and are answered as one.</param>
/// <param name="Body">The body that they came in; empty for a GET.</param>
internal sealed record HttpOperations(IReadOnlyList<Operation> Operations, bool IsBatch, ReadOnlyMemory<byte> Body)
{
    /// <summary>What an Idempotency-Key stands for: the body; where documents are sent by their hash, which clients may leave the text out of, what the body means.</summary>
    public ReadOnlyMemory<byte> Meaning(IGraphQLTextSerializer serializer) => Operations.Any(operation => RequestedDocuments.IsByHash(operation.Request))
        ? Encoding.UTF8.GetBytes(serializer.Serialize(Operations.Select(operation => new { operation.Text, operation.Request.OperationName, operation.Request.Variables })))
        : Body;
}

/// <summary>Reads requests over HTTP: POST with a JSON body, GET with URL-encoded parameters.</summary>
internal sealed class HttpRequests(OperationReader reader, EquityLimits limits)
{
    /// <summary>The operations of a request, or why there are none.</summary>
    public async Task<(HttpOperations? Request, RequestError? Error)> ReadAsync(HttpRequest request, CancellationToken cancel)
    {
        if (!HttpMethods.IsPost(request.Method))
            return One(reader.Read(request.Query), default);
        if (!request.HasJsonContentType())
            return (null, new RequestError("BAD_REQUEST", "Send the query as JSON, with the header Content-Type: application/json.") { Status = StatusCodes.Status415UnsupportedMediaType });
        try
        {
            using var buffer = new MemoryStream();
            await request.Body.CopyToAsync(buffer, cancel);
            var body = buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind == JsonValueKind.Array ? Batch(json.RootElement, body) : One(reader.Read(json.RootElement), body);
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

    private (HttpOperations?, RequestError?) Batch(JsonElement list, ReadOnlyMemory<byte> body) => list.GetArrayLength() switch
    {
        0 => (null, new RequestError("BAD_REQUEST", "The batch is empty: send at least one operation.")),
        var count when count > limits.BatchOperations => (null, new RequestError("BATCH_OPERATIONS", $"The batch has {count} operations; at most {limits.BatchOperations} are allowed.")),
        _ => (new HttpOperations([.. list.EnumerateArray().Select(reader.Read)], IsBatch: true, body), null),
    };

    private static (HttpOperations?, RequestError?) One(Operation operation, ReadOnlyMemory<byte> body) =>
        operation.Error is RequestError error ? (null, error) : (new HttpOperations([operation], IsBatch: false, body), null);
}
