using GraphQL.Execution;
using GraphQLParser.AST;
using GraphQLParser.Exceptions;

namespace Equity.Graph.Execution.Limits;

/// <summary>
/// Parses documents and refuses those that are too large, before they are validated: some rules of validation look at every pair of fields.
/// A document that is kept parsed has passed here, and its size does not depend on variables.
/// </summary>
internal sealed class BoundedDocuments(EquityLimits limits) : IDocumentBuilder
{
    /// <summary>How often a list of the schema's fields or types may be read within such a list: tools need one level, a second does no harm.</summary>
    private const int MaxSchemaLists = 2;

    private readonly GraphQLDocumentBuilder parser = new();

    public GraphQLDocument Build(string body)
    {
        var line = LongestLine(body);
        Check("LINE", $"The document has a line of {line} characters", line, limits.LineCharacters, "Break the line, or send long texts as variables.");
        var document = Parse(body);
        if (!document.Definitions.TrueForAll(definition => definition is GraphQLOperationDefinition or GraphQLFragmentDefinition))
            throw new RequestError("EXECUTABLE_DEFINITIONS", "A document that is run has operations and fragments, and defines no types.");
        var definitions = document.Definitions.Count;
        Check("DEFINITIONS", $"The document has {definitions} operations and fragments", definitions, limits.Definitions, "");
        var size = DocumentMeasure.Of(document);
        Check("NODES", $"The document has {size.Nodes} parts", size.Nodes, limits.Nodes);
        Check("DEPTH", $"The document is {size.Depth} fields deep", size.Depth, limits.Depth);
        Check("DEPTH", $"The document reads lists of the schema in {size.SchemaLists} levels", size.SchemaLists, MaxSchemaLists);
        Check("ALIASES", $"The document has {size.Aliases} fields with aliases", size.Aliases, limits.Aliases);
        Check("ROOT_FIELDS", $"The operation has {size.Fields} root fields", size.Fields, limits.RootFields);
        var repeats = MergedFields.MostIn(document);
        Check("REPEATS", $"The document names a field, or fragments, {repeats} times in one place", repeats, limits.Repeats);
        return document;
    }

    private GraphQLDocument Parse(string body)
    {
        try
        {
            return parser.Build(body);
        }
        catch (GraphQLMaxDepthExceededException)
        {
            throw new LimitError("DEPTH", "The document has too many brackets within brackets", long.MaxValue, limits.Depth);
        }
    }

    private static int LongestLine(ReadOnlySpan<char> text)
    {
        var longest = 0;
        foreach (var line in text.SplitAny('\n', '\r'))
            longest = Math.Max(longest, line.End.Value - line.Start.Value);
        return longest;
    }

    private static void Check(string code, string sentence, long actual, long limit, string advice = "Fragments count wherever they are used.")
    {
        if (actual > limit)
            throw new LimitError(code, sentence, actual, limit, advice);
    }
}
