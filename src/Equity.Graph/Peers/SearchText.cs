using Equity.Graph.Execution;
using Equity.Matching;
using GraphQL;

namespace Equity.Graph.Peers;

/// <summary>The text that somebody looks for.</summary>
internal static class SearchText
{
    /// <summary>The argument "text".</summary>
    /// <exception cref="RequestError">It is too long.</exception>
    public static string Of(IResolveFieldContext context)
    {
        var text = context.GetArgument<string>("text");
        return text.Length <= PeerMatcher.LongestSearch ? text
            : throw RequestError.Argument($"text has {text.Length} characters; at most {PeerMatcher.LongestSearch} are allowed.");
    }
}
