using System.Text.Json;
using System.Text.Json.Serialization;
using Equity.Graph.Auth;
using Equity.Graph.Execution;
using Equity.Graph.Execution.Mutations;
using Equity.Graph.Pages.Forms;
using Equity.Graph.Transport;
using GraphQL;

namespace Equity.Graph.Pages.Asking;

/// <summary>One request to a page: who asks, and what the page asks the graph in this person's name. A page has no other way to data.</summary>
internal sealed class PageRequest(OperationReader reader, OperationRunner runner, IGraphQLTextSerializer serializer, TimeProvider time)
{
    /// <summary>A document's answer has exactly the fields that its page takes: a page that falls behind its document fails its test.</summary>
    private static readonly JsonSerializerOptions Exactly = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    private HttpContext? http;

    /// <summary>Who asks.</summary>
    public Viewer Viewer { get; private set; } = Viewer.Stranger;

    /// <summary>When, UTC.</summary>
    public DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>Today, UTC.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Now);

    /// <summary>The address within this server as it stands in a link, such as /teams/the-tablet-table.</summary>
    public string Path => Http.Request.Path.ToUriComponent();

    /// <summary>The address with its parameters.</summary>
    public string Address => Http.Request.Path + Http.Request.QueryString;

    /// <summary>The form that was sent and could not be done; null otherwise.</summary>
    public PostedForm? Posted { get; set; }

    /// <summary>The request itself.</summary>
    public HttpContext Http => http ?? throw new InvalidOperationException("A page is served by PageEndpoint, which says whose request it is.");

    /// <summary>Says whose request this is; the first thing that happens.</summary>
    public void Begin(HttpContext request, Viewer viewer) => (http, Viewer) = (request, viewer);

    /// <summary>A parameter of the address; empty where it is missing.</summary>
    public string Parameter(string name) => Http.Request.Query[name].LastOrDefault() ?? "";

    /// <summary>The address of this page with other parameters: a null takes a parameter out.</summary>
    public string With(params IEnumerable<(string Name, string? Value)> changed)
    {
        var changes = changed.ToList();
        var kept = Http.Request.Query.Where(each => each.Key != Said.Parameter && !changes.Exists(change => change.Name == each.Key)).SelectMany(each => each.Value, (each, value) => (each.Key, Value: value));
        return Path + QueryString.Create(kept.Concat(changes.Select(change => (Key: change.Name, change.Value))).Where(each => !string.IsNullOrEmpty(each.Value)).Select(each => KeyValuePair.Create(each.Key, each.Value)));
    }

    /// <summary>Runs a document of schema/operations.</summary>
    /// <typeparam name="T">What it answers.</typeparam>
    /// <param name="operation">The document's name.</param>
    /// <param name="variables">Its variables, as an object or a dictionary.</param>
    /// <exception cref="PageFault">It could not be answered; the status says why.</exception>
    public async Task<T> AskAsync<T>(string operation, object? variables = null)
    {
        var json = await RunAsync(operation, variables, null);
        try
        {
            return json.Deserialize<Answer<T>>(Exactly) is { Data: { } data } ? data : throw PageFault.Of(json);
        }
        catch (JsonException) when (json.TryGetProperty("errors", out _))
        {
            // A part that could not be answered, such as a list after a cursor of another one, is null where the page needs it.
            throw PageFault.Of(json);
        }
    }

    /// <summary>Runs a document of schema/operations; the answer as a client over HTTP would have it.</summary>
    public async Task<JsonElement> RunAsync(string operation, object? variables, RepeatableRequest? repeatable)
    {
        var asked = reader.Read(JsonSerializer.SerializeToElement(new { id = operation, variables = variables ?? new { } }, JsonSerializerOptions.Web));
        var context = new UserContext(Viewer) { Repeatable = repeatable };
        using var deadline = runner.NewDeadline(Http.RequestAborted);
        var result = await runner.RunAsync(asked, context, deadline);
        using var written = new MemoryStream();
        await serializer.WriteAsync(written, result, Http.RequestAborted);
        // A page is never kept by a cache: what it shows has been seen.
        context.Sent();
        Viewer = context.Viewer;
        var json = JsonElement.Parse(written.GetBuffer().AsSpan(0, (int)written.Length));
        return json.TryGetProperty("errors", out _) && !json.TryGetProperty("data", out _) ? throw PageFault.Of(json) : json;
    }

    private sealed record Answer<T>(T? Data, JsonElement? Errors = null, JsonElement? Extensions = null);
}
