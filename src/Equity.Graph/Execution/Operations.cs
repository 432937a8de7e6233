using System.Collections.Frozen;
using Equity.Graph.Auth;
using GraphQL;

namespace Equity.Graph.Execution;

/// <summary>The named documents of schema/operations, which pages run and README shows.</summary>
internal static class Operations
{
    private const string Folder = "operations/";

    private static readonly FrozenDictionary<string, string> Texts = typeof(Operations).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
        .ToFrozenDictionary(name => Path.GetFileNameWithoutExtension(name[Folder.Length..]), Read);

    /// <summary>All documents by name, in ordinal order.</summary>
    public static IEnumerable<KeyValuePair<string, string>> All => Texts.OrderBy(each => each.Key, StringComparer.Ordinal);

    /// <summary>The text of a document.</summary>
    /// <param name="name">Its name, which is its file's and its operation's.</param>
    public static string Text(string name) => Texts[name];

    /// <summary>Runs a document as a visitor's request would run, in this process.</summary>
    public static async Task<ExecutionResult> RunOperationAsync(this IServiceProvider services, string name, CancellationToken cancel) =>
        await services.GetRequiredService<IDocumentExecuter<EquitySchema>>().ExecuteAsync(new ExecutionOptions
        {
            Query = Text(name),
            RequestServices = services,
            UserContext = new UserContext(services.GetRequiredService<SignIn>().Visitor),
            CancellationToken = cancel,
        });

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(Operations).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
