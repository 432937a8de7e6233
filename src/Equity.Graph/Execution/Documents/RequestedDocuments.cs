using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using GraphQL.Transport;
using Microsoft.Extensions.Options;

namespace Equity.Graph.Execution.Documents;

/// <summary>
/// Finds the text of the document that a request means: sent with it, a trusted document by name or hash, or one that a client has
/// registered under its hash before (Apollo's automatic persisted queries).
/// </summary>
internal sealed class RequestedDocuments(DocumentStore<string> registered, IOptions<DocumentOptions> options)
{
    private const string HashPrefix = "sha256:";

    private static readonly FrozenDictionary<string, string> Trusted = Operations.All
        .SelectMany(each => new[] { (Id: each.Key, Text: each.Value), (Id: HashOf(each.Value), Text: each.Value) })
        .ToFrozenDictionary(each => each.Id, each => each.Text);

    /// <summary>Whether a request names its document by the hash that a client registered it under.</summary>
    public static bool IsByHash(GraphQLRequest request) => PersistedQuery.Of(request) is not null;

    /// <summary>The text of the document, or why there is none.</summary>
    public (string? Text, RequestError? Error) Find(GraphQLRequest request)
    {
        var (text, error) = request switch
        {
            { DocumentId: { } id } => ById(id),
            _ when PersistedQuery.Of(request) is { } persisted => ByHash(request.Query, persisted),
            { Query: { } query } when !string.IsNullOrWhiteSpace(query) => (query, null),
            _ => (null, Errors.Missing),
        };
        return text is not null && options.Value.TrustedDocumentsOnly && !Trusted.ContainsKey(HashOf(text)) ? (null, Errors.NotTrusted) : (text, error);
    }

    private static (string?, RequestError?) ById(string id) =>
        Trusted.TryGetValue(id.StartsWith(HashPrefix, StringComparison.Ordinal) ? id[HashPrefix.Length..] : id, out var text) ? (text, null) : (null, Errors.UnknownId);

    private (string?, RequestError?) ByHash(string? text, PersistedQuery persisted)
    {
        if (persisted.Version != 1)
            return (null, Errors.Version);
        if (string.IsNullOrWhiteSpace(text))
            return (Trusted.GetValueOrDefault(persisted.Hash) ?? registered.Find(persisted.Hash)) is { } known ? (known, null) : (null, Errors.NotFound);
        if (HashOf(text) != persisted.Hash)
            return (null, Errors.OtherHash);
        registered.Keep(persisted.Hash, text, text.Length);
        return (text, null);
    }

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>What Apollo's clients send in the extension persistedQuery.</summary>
    private sealed record PersistedQuery(int Version, string Hash)
    {
        public static PersistedQuery? Of(GraphQLRequest request) =>
            request.Extensions?.GetValueOrDefault("persistedQuery") is IDictionary<string, object?> persisted
                ? new PersistedQuery(persisted.TryGetValue("version", out var version) && version is int number ? number : 0, persisted.TryGetValue("sha256Hash", out var hash) && hash is string text ? text : "")
                : null;
    }

    private static class Errors
    {
        public static RequestError Missing => new("BAD_REQUEST", "There is no query. Send {\"query\": \"{ teams { nodes { name } } }\"}, or GET with ?query=….");

        public static RequestError UnknownId => new("UNKNOWN_DOCUMENT", "There is no trusted document of this id. An id is the name of a document of schema/operations or the SHA-256 of its text, in hexadecimal digits.");

        public static RequestError NotTrusted => new("TRUSTED_DOCUMENTS_ONLY", "This server runs trusted documents only: name one by id.");

        /// <summary>Apollo's clients know this one by its message and send the text then; the status is that of an answer.</summary>
        public static RequestError NotFound => new("PERSISTED_QUERY_NOT_FOUND", "PersistedQueryNotFound") { Status = StatusCodes.Status200OK };

        public static RequestError OtherHash => new("PERSISTED_QUERY_HASH", "extensions.persistedQuery.sha256Hash is not the SHA-256 of the query, in lower-case hexadecimal digits.");

        public static RequestError Version => new("PERSISTED_QUERY_VERSION", "extensions.persistedQuery has another version than 1.");
    }
}
