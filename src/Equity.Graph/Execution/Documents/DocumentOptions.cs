using GraphQLParser.AST;

namespace Equity.Graph.Execution.Documents;

/// <summary>Which documents are run. Configuration section "Graph".</summary>
internal sealed class DocumentOptions
{
    /// <summary>Runs the documents of schema/operations and no others.</summary>
    public bool TrustedDocumentsOnly { get; set; }
}

/// <summary>Puts the documents beside the graph.</summary>
internal static class DocumentServices
{
    /// <summary>Adds trusted, registered and cached documents.</summary>
    public static IServiceCollection AddDocuments(this IServiceCollection services)
    {
        services.AddOptions<DocumentOptions>().BindConfiguration("Graph").ValidateOnStart();
        return services
            .AddSingleton<DocumentStore<string>>()
            .AddSingleton<DocumentStore<GraphQLDocument>>()
            .AddSingleton<DocumentCache>()
            .AddSingleton<RequestedDocuments>();
    }
}
