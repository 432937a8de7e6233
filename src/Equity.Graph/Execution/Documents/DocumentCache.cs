using GraphQL;
using GraphQL.DI;
using GraphQL.Execution;
using GraphQLParser.AST;

namespace Equity.Graph.Execution.Documents;

/// <summary>
/// Parses and validates a document once. What depends on variables or on the viewer is checked every time: rules of that kind must be
/// registered for cached documents too.
/// </summary>
internal sealed class DocumentCache(IDocumentBuilder parser, DocumentStore<GraphQLDocument> valid) : IConfigureExecution
{
    /// <summary>Runs before everything that looks at a document.</summary>
    public float SortOrder => 0;

    /// <summary>The document of a text; null when the text is none, which running it explains.</summary>
    public GraphQLDocument? Read(string text)
    {
        try
        {
            return valid.Find(text) ?? parser.Build(text);
        }
        catch (ExecutionError)
        {
            return null;
        }
    }

    public async Task<ExecutionResult> ExecuteAsync(ExecutionOptions options, ExecutionDelegate next)
    {
        if (options.Query is not { } text)
            return await next(options);
        if (valid.Find(text) is { } known)
        {
            options.Document = known;
            options.ValidationRules = options.CachedDocumentValidationRules ?? [];
            return await next(options);
        }
        var result = await next(options);
        if (result.Executed && result.Document is { } document)
            valid.Keep(text, document, text.Length);
        return result;
    }
}
