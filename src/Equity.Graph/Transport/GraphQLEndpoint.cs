using System.Text.Json;
using Equity.Graph.Auth;
using Equity.Graph.Execution;
using GraphQL;
using GraphQL.Transport;
using GraphQLParser;
using GraphQLParser.AST;
using GraphQLParser.Exceptions;
using Microsoft.Net.Http.Headers;

namespace Equity.Graph.Transport;

/// <summary>GraphQL over HTTP: POST with a JSON body, GET with URL-encoded parameters.</summary>
internal static class GraphQLEndpoint
{
    /// <summary>Where the graph is served.</summary>
    public const string Path = "/graphql";

    /// <summary>The largest body that a request may have, in bytes.</summary>
    public const long MaxBody = 1_000_000;

    private const string Json = "application/json";
    private const string ResponseJson = "application/graphql-response+json";

    /// <summary>Serves the graph.</summary>
    public static void MapGraphQL(this IEndpointRouteBuilder routes) =>
        routes.MapMethods(Path, [HttpMethods.Get, HttpMethods.Post], AnswerAsync);

    private static async Task AnswerAsync(HttpContext http, IDocumentExecuter<EquitySchema> executer, IGraphQLTextSerializer serializer)
    {
        if (MediaType(http.Request) is not { } mediaType)
            http.Response.StatusCode = StatusCodes.Status406NotAcceptable;
        else if (HttpMethods.IsPost(http.Request.Method) && !http.Request.HasJsonContentType())
            await RefuseAsync(http, serializer, StatusCodes.Status415UnsupportedMediaType, "Send the query as JSON, with the header Content-Type: application/json.");
        else if (await http.RequestServices.GetRequiredService<SignIn>().ViewerAsync(http.Request.Headers.Authorization, http.RequestAborted) is not { } viewer)
            await RefuseTokenAsync(http, serializer);
        else if (await ReadAsync(http, serializer) is not { } request)
            return;
        else if (HttpMethods.IsGet(http.Request.Method) && Changes(request))
            await RefuseGetAsync(http, serializer);
        else
            await RunAsync(http, executer, serializer, request, viewer, mediaType);
    }

    private static async Task RunAsync(HttpContext http, IDocumentExecuter<EquitySchema> executer, IGraphQLTextSerializer serializer, GraphQLRequest request, Viewer viewer, string mediaType)
    {
        var result = await executer.ExecuteAsync(new ExecutionOptions
        {
            Query = request.Query,
            OperationName = request.OperationName,
            Variables = request.Variables,
            RequestServices = http.RequestServices,
            UserContext = new UserContext(viewer),
            CancellationToken = http.RequestAborted,
        });
        http.Response.StatusCode = result.Executed || mediaType == Json ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
        http.Response.ContentType = mediaType + "; charset=utf-8";
        await serializer.WriteAsync(http.Response.Body, result, http.RequestAborted);
    }

    private static async Task<GraphQLRequest?> ReadAsync(HttpContext http, IGraphQLTextSerializer serializer)
    {
        try
        {
            var request = HttpMethods.IsGet(http.Request.Method)
                ? OfQuery(http.Request.Query, serializer)
                : await serializer.ReadAsync<GraphQLRequest>(http.Request.Body, http.RequestAborted);
            if (!string.IsNullOrWhiteSpace(request?.Query))
                return request;
            await RefuseAsync(http, serializer, StatusCodes.Status400BadRequest, "There is no query. Send {\"query\": \"{ teams { nodes { name } } }\"}, or GET with ?query=….");
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or FormatException)
        {
            await RefuseAsync(http, serializer, StatusCodes.Status400BadRequest, "The request is not the JSON of a query: query and operationName are texts, variables and extensions are objects.");
        }
        catch (BadHttpRequestException fault) when (fault.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            await RefuseAsync(http, serializer, fault.StatusCode, $"The request is larger than {MaxBody} bytes.");
        }
        return null;
    }

    private static GraphQLRequest OfQuery(IQueryCollection query, IGraphQLTextSerializer serializer) => new()
    {
        Query = query["query"],
        OperationName = query["operationName"] is [var name] ? name : null,
        Variables = query["variables"] is [{ Length: > 0 } variables] ? serializer.Deserialize<Inputs>(variables) : null,
    };

    /// <summary>The media type to answer in: what the client prefers of the two; null when it takes neither.</summary>
    private static string? MediaType(HttpRequest request)
    {
        if (request.GetTypedHeaders().Accept is not { Count: > 0 } accept)
            return Json;
        foreach (var wanted in accept.OrderByDescending(type => type.Quality ?? 1))
        {
            if (wanted.MediaType.Equals(ResponseJson, StringComparison.OrdinalIgnoreCase))
                return ResponseJson;
            if (new MediaTypeHeaderValue(Json).IsSubsetOf(new MediaTypeHeaderValue(wanted.MediaType)) || wanted.MatchesMediaType("text/html"))
                return Json;
        }
        return null;
    }

    /// <summary>Whether the operation that is asked for is a mutation. A document that cannot be read is none: running it says what is wrong.</summary>
    private static bool Changes(GraphQLRequest request)
    {
        try
        {
            var operations = Parser.Parse(request.Query).Definitions.OfType<GraphQLOperationDefinition>().ToList();
            var asked = request.OperationName is { } name ? operations.Find(operation => operation.Name?.StringValue == name) : operations.FirstOrDefault();
            return asked?.Operation == OperationType.Mutation;
        }
        catch (GraphQLParserException)
        {
            return false;
        }
    }

    private static Task RefuseTokenAsync(HttpContext http, IGraphQLTextSerializer serializer)
    {
        http.Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
        return RefuseAsync(http, serializer, StatusCodes.Status401Unauthorized, "The token is not valid, or no longer. Get a new one from your issuer, or leave the Authorization header out to read as a visitor.");
    }

    private static Task RefuseGetAsync(HttpContext http, IGraphQLTextSerializer serializer)
    {
        http.Response.Headers.Allow = HttpMethods.Post;
        return RefuseAsync(http, serializer, StatusCodes.Status405MethodNotAllowed, "A GET changes nothing. Send mutations by POST.");
    }

    private static async Task RefuseAsync(HttpContext http, IGraphQLTextSerializer serializer, int status, string message)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = Json + "; charset=utf-8";
        await serializer.WriteAsync(http.Response.Body, new ExecutionResult { Errors = [new RequestError("BAD_REQUEST", message)] }, http.RequestAborted);
    }
}
