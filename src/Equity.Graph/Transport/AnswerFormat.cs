using Microsoft.Net.Http.Headers;

namespace Equity.Graph.Transport;

/// <summary>The form of an answer that a client takes.</summary>
/// <param name="MediaType">The media type that it prefers.</param>
/// <param name="TakesEvents">Whether it takes server-sent events, first or else.</param>
internal sealed record AnswerFormat(string MediaType, bool TakesEvents)
{
    public const string Json = "application/json";
    public const string ResponseJson = "application/graphql-response+json";
    public const string Events = "text/event-stream";

    private static readonly MediaTypeHeaderValue PlainJson = new(Json);

    /// <summary>What a request takes: JSON when it does not say; null when it takes nothing that is served.</summary>
    public static AnswerFormat? Of(HttpRequest request)
    {
        if (request.GetTypedHeaders().Accept is not { Count: > 0 } accept)
            return new AnswerFormat(Json, false);
        var served = accept.OrderByDescending(type => type.Quality ?? 1).Select(Served).OfType<string>().ToList();
        return served.Count == 0 ? null : new AnswerFormat(served[0], served.Contains(Events));
    }

    private static string? Served(MediaTypeHeaderValue wanted) => wanted switch
    {
        { Quality: 0 } => null,
        _ when wanted.MediaType.Equals(ResponseJson, StringComparison.OrdinalIgnoreCase) => ResponseJson,
        _ when wanted.MediaType.Equals(Events, StringComparison.OrdinalIgnoreCase) => Events,
        _ when PlainJson.IsSubsetOf(new MediaTypeHeaderValue(wanted.MediaType)) || wanted.MatchesMediaType("text/html") => Json,
        _ => null,
    };
}
