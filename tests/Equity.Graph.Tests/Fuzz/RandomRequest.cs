using System.Text;
using System.Text.Json;
using GraphQL.Types;

namespace Equity.Graph.Tests.Fuzz;

/// <summary>One request of the fuzz test. The same seed and number make the same request.</summary>
/// <param name="Kind">What was done to it, for the count at the end.</param>
/// <param name="Path">Where it goes; a request without a body is a GET.</param>
/// <param name="Body">What it carries.</param>
/// <param name="ContentType">What it says that is.</param>
/// <param name="Headers">What else it says.</param>
internal sealed record RandomRequest(string Kind, string Path, byte[]? Body, string? ContentType, IReadOnlyList<(string Name, string Value)> Headers)
{
    private static readonly JsonSerializerOptions Json = new() { NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals, MaxDepth = 1_000 };

    private static readonly string[] ContentTypes = ["application/json; charset=utf-16", "application/json;charset=nothing", "application/graphql", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "APPLICATION/JSON", "application/json, text/plain", "json", ";", ""];

    private static readonly (string, string)[] Odd =
    [
        ("Accept", "application/graphql-response+json"), ("Accept", "text/html"), ("Accept", "*/*;q=0"), ("Accept", "image/png"), ("Accept", "application/json;q=x"), ("Accept", ",,;"),
        ("X-Graph-Cost", "report"), ("X-Graph-Cost", "report, report"), ("Authorization", "Bearer x.y.z"), ("Authorization", "Bearer"), ("Authorization", "Basic eDp5"), ("Cookie", "a=b; c"), ("Origin", "https://elsewhere.example"), ("Origin", "null"),
        ("Content-Encoding", "gzip"), ("Accept-Encoding", "gzip;q=2, br, nothing"), ("Accept-Language", "xx-yy-zz"), ("If-None-Match", "\"x"), ("Idempotency-Key", "\""), ("Idempotency-Key", "k"), ("X-Forwarded-For", "1.2.3.4, ::1"), ("Range", "bytes=0-"), ("Expect", "nothing"), ("X-Long", new string('x', 9_000)),
    ];

    /// <summary>Makes a request.</summary>
    public static RandomRequest Of(ISchema schema, int seed, int number)
    {
        var random = new Random(unchecked((seed * 1_000_003) + number));
        var documents = new RandomDocuments(schema, random);
        var mutilation = new Mutilation(random);
        var document = documents.Next();
        var variables = documents.Variables;
        var headers = random.Next(12) == 0 ? [Odd[random.Next(Odd.Length)], Odd[random.Next(Odd.Length)]] : Array.Empty<(string, string)>();
        return random.Next(20) switch
        {
            < 8 => new RandomRequest("as the schema has it", "/graphql", Whole(document, variables), "application/json", headers),
            < 14 => new RandomRequest("broken document", "/graphql", Whole(mutilation.OfDocument(document), variables), "application/json", headers),
            < 15 => new RandomRequest("variables of another document", "/graphql", Whole(document, Odder(random, variables)), "application/json", headers),
            < 17 => new RandomRequest("broken body", "/graphql", mutilation.OfBody(Whole(document, variables)), "application/json", headers),
            < 18 => new RandomRequest("parts of wrong types", "/graphql", Wrong(random, document), random.Next(3) == 0 ? ContentTypes[random.Next(ContentTypes.Length)] : "application/json", headers),
            _ => new RandomRequest("by address", Address(random, mutilation, document, variables), null, null, headers),
        };
    }

    /// <summary>The request as HTTP.</summary>
    public HttpRequestMessage Message()
    {
        var message = new HttpRequestMessage(Body is null ? HttpMethod.Get : HttpMethod.Post, new Uri(Path, UriKind.Relative));
        if (Body is not null)
        {
            message.Content = new ByteArrayContent(Body);
            message.Content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
        }
        foreach (var (name, value) in Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, value))
                message.Content?.Headers.TryAddWithoutValidation(name, value);
        }
        return message;
    }

    public override string ToString() =>
        $"{Kind}: {(Body is null ? "GET" : "POST")} {Path} {ContentType} {string.Join(' ', Headers)} {(Body is null ? "" : Short(Encoding.UTF8.GetString(Body)))}";

    private static string Short(string text) => text.Length > 2_000 ? text[..2_000] + "…" : text;

    private static byte[] Whole(string query, object? variables) => JsonSerializer.SerializeToUtf8Bytes(new { query, variables }, Json);

    private static Dictionary<string, object?> Odder(Random random, Dictionary<string, object?> variables)
    {
        var values = new RandomValues(random);
        return variables.Keys.Append("v0").Append("w").Distinct().ToDictionary(name => name, _ => RandomValues.Plain(values.Of(random.Next(3) switch { 0 => new IntGraphType(), 1 => new ListGraphType(new StringGraphType()), _ => new StringGraphType() }, 2)));
    }

    private static byte[] Wrong(Random random, string document)
    {
        object?[] odd = [null, 5, 1e300, "x", "", true, new object[] { 1 }, new { a = 1 }, document, new[] { new { query = document } }, Nested(random.Next(200))];
        object? Any() => odd[random.Next(odd.Length)];
        return JsonSerializer.SerializeToUtf8Bytes(random.Next(4) switch
        {
            0 => Any(),
            1 => Enumerable.Range(0, random.Next(13)).Select(_ => Any()).ToArray(),
            2 => new { query = Any(), variables = Any(), operationName = Any(), extensions = Any(), id = Any() },
            _ => new { query = document, operationName = Any(), extensions = Any(), variables = Any() },
        }, Json);
    }

    private static object? Nested(int depth) => depth == 0 ? null : new Dictionary<string, object?> { ["and"] = new[] { Nested(depth - 1) } };

    private static string Address(Random random, Mutilation mutilation, string document, Dictionary<string, object?> variables)
    {
        var query = random.Next(2) == 0 ? document : mutilation.OfDocument(document);
        var parameters = $"?query={Uri.EscapeDataString(query.Length > 5_000 ? query[..5_000] : query)}";
        if (variables.Count > 0 || random.Next(5) == 0)
            parameters += "&variables=" + Uri.EscapeDataString(JsonSerializer.Serialize(variables, Json)[..Math.Min(2_000, JsonSerializer.Serialize(variables, Json).Length)]);
        return "/graphql" + random.Next(8) switch
        {
            0 => parameters + "&operationName=Fuzz",
            1 => parameters + "&operationName=Other&query=x",
            2 => parameters.Replace("%20", "%", StringComparison.Ordinal),
            3 => "?" + parameters + "%FF%00",
            _ => parameters,
        };
    }
}
