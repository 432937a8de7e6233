using GraphQL;
using GraphQL.DI;

namespace Equity.Graph.Execution.Limits;

/// <summary>Leaves out what a misspelt name may have meant where the viewer may not read the schema: guessing would read it name by name.</summary>
internal sealed class NoSuggestions(NoIntrospection introspection) : IConfigureExecution
{
    /// <summary>How the engine's rules begin a suggestion, which is the end of their message.</summary>
    private const string Suggestion = " Did you mean ";

    /// <summary>Around validation.</summary>
    public float SortOrder => 0;

    public async Task<ExecutionResult> ExecuteAsync(ExecutionOptions options, ExecutionDelegate next)
    {
        var result = await next(options);
        if (result.Errors is { } errors && !introspection.Allows(((UserContext)options.UserContext).Viewer))
            result.Errors = [.. errors.Select(WithoutSuggestion)];
        return result;
    }

    private static ExecutionError WithoutSuggestion(ExecutionError error)
    {
        var end = error.Message.IndexOf(Suggestion, StringComparison.Ordinal);
        if (end < 0)
            return error;
        var plain = new RequestError(error.Code ?? "BAD_REQUEST", error.Message[..end]) { Path = error.Path };
        foreach (var location in error.Locations ?? [])
            plain.AddLocation(location);
        return plain;
    }
}
