using System.Text.Json;
using Equity.Graph.Execution;
using Equity.Graph.Execution.Documents;
using GraphQL;
using GraphQL.Transport;
using GraphQLParser.AST;

namespace Equity.Graph.Transport;

/// <summary>One operation that a client asks for: what to run, or why nothing can be run.</summary>
internal sealed record Operation(GraphQLRequest Request, string? Text, GraphQLDocument? Document, OperationType? Kind, ExecutionError? Error)
{
    /// <summary>An operation that cannot be run.</summary>
    public static Operation Refused(ExecutionError error) => new(new GraphQLRequest(), null, null, null, error);
}

/// <summary>Reads operations as clients send them, over any transport.</summary>
internal sealed class OperationReader(IGraphQLTextSerializer serializer, RequestedDocuments documents, DocumentCache cache)
{
    /// <summary>The operation that JSON stands for.</summary>
    public Operation Read(JsonElement json)
    {
        try
        {
            if (json.ValueKind != JsonValueKind.Object || serializer.ReadNode<GraphQLRequest>(json) is not { } request)
                return Operation.Refused(NoRequest);
            if (json.TryGetProperty("id", out var id) && id.ValueKind != JsonValueKind.Null)
                request.DocumentId ??= id.GetString();
            return Read(request);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or FormatException or ArgumentException)
        {
            return Operation.Refused(NoRequest);
        }
    }

    /// <summary>The operation that the parameters of an address stand for.</summary>
    public Operation Read(IQueryCollection query)
    {
        try
        {
            return Read(new GraphQLRequest
            {
                Query = query["query"],
                DocumentId = Single(query, "documentId") ?? Single(query, "id"),
                OperationName = Single(query, "operationName"),
                Variables = Inputs(query, "variables"),
                Extensions = Inputs(query, "extensions"),
            });
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or FormatException or ArgumentException)
        {
            return Operation.Refused(NoRequest);
        }
    }

    /// <summary>What is answered to JSON that stands for no operation.</summary>
    public static RequestError NoRequest => new("BAD_REQUEST", "The request is not the JSON of a query: query and operationName are texts, variables and extensions are objects, in which no name stands twice.");

    private Operation Read(GraphQLRequest request)
    {
        var (text, error) = documents.Find(request);
        var document = text is null ? null : cache.Read(text);
        return new Operation(request, text, document, KindOf(document, request.OperationName), error);
    }

    /// <summary>The kind of the operation that would run; null when none would, which running it explains.</summary>
    private static OperationType? KindOf(GraphQLDocument? document, string? name)
    {
        var operations = document?.Definitions.OfType<GraphQLOperationDefinition>() ?? [];
        return (string.IsNullOrEmpty(name) ? operations.FirstOrDefault() : operations.FirstOrDefault(operation => operation.Name?.StringValue == name))?.Operation;
    }

    private static string? Single(IQueryCollection query, string name) => query[name] is [{ Length: > 0 } value] ? value : null;

    private Inputs? Inputs(IQueryCollection query, string name) => Single(query, name) is { } json ? serializer.Deserialize<Inputs>(json) : null;
}
