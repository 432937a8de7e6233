using GraphQLParser;
using GraphQLParser.AST;

namespace Equity.Graph.Execution.Limits;

/// <summary>
/// Measures a document as it stands, before anything else walks through it. Linear in its text: every fragment is measured once.
/// A name that means nothing counts like any other; that it means nothing is for validation to say.
/// </summary>
internal sealed class DocumentMeasure
{
    /// <summary>How many levels of fields and fragments a document may have: whatever walks through it goes as deep, and has a stack.</summary>
    public const int MaxLevels = 100;

    /// <summary>How many fields an object among the arguments may have: more than any has, and validation compares each pair.</summary>
    private const int MaxObjectFields = 200;

    private readonly Dictionary<ROM, GraphQLFragmentDefinition> fragments = [];
    private readonly Dictionary<GraphQLFragmentDefinition, DocumentSize?> measured = [];
    private long written;

    private DocumentMeasure(GraphQLDocument document)
    {
        foreach (var fragment in document.Definitions.OfType<GraphQLFragmentDefinition>())
            fragments.TryAdd(fragment.FragmentName.Name.Value, fragment);
    }

    /// <summary>The size of a document: of its largest operation, and no fewer nodes than are written.</summary>
    /// <exception cref="LimitError">It has more than <see cref="MaxLevels"/> levels.</exception>
    /// <exception cref="RequestError">A fragment is within itself.</exception>
    public static DocumentSize Of(GraphQLDocument document)
    {
        var measure = new DocumentMeasure(document);
        var largest = new DocumentSize();
        foreach (var definition in document.Definitions)
        {
            if (definition is GraphQLOperationDefinition operation)
                largest = DocumentSize.Max(largest, measure.Of(operation.SelectionSet, 0) + measure.Of(operation.Directives) + measure.Of(operation.Variables));
            // A fragment that nobody uses is refused by validation, which walks through it first.
            else if (definition is GraphQLFragmentDefinition fragment && measure.OfFragment(fragment, 0) is var unused)
                largest = DocumentSize.Max(largest, new DocumentSize(Nodes: unused.Nodes, Levels: unused.Levels));
        }
        var size = largest with { Nodes = Math.Max(largest.Nodes, measure.written) };
        return size.Levels <= MaxLevels ? size : throw TooManyLevels();
    }

    private DocumentSize Of(GraphQLSelectionSet? set, int level)
    {
        if (level > MaxLevels)
            throw TooManyLevels();
        var size = new DocumentSize();
        foreach (var selection in set?.Selections ?? [])
        {
            size += Node() + selection switch
            {
                GraphQLField field => OfField(field, level),
                GraphQLFragmentSpread spread => Of(spread.Directives) + Deeper(OfFragment(fragments.GetValueOrDefault(spread.FragmentName.Name.Value), level + 1)),
                GraphQLInlineFragment inline => Of(inline.Directives) + Deeper(Of(inline.SelectionSet, level + 1)),
                _ => default,
            };
        }
        return size;
    }

    private DocumentSize OfField(GraphQLField field, int level)
    {
        var inner = Deeper(Of(field.SelectionSet, level + 1));
        var readsSchema = field.Name.Value == "__schema" || field.Name.Value == "__type";
        var own = Of(field.Directives) + new DocumentSize(Aliases: field.Alias is null ? 0 : 1);
        foreach (var argument in field.Arguments?.Items ?? [])
            own += Node() + OfValue(argument.Value);
        return own + (inner with
        {
            Depth = readsSchema ? 1 : inner.Depth + 1,
            Fields = 1,
            SchemaLists = inner.SchemaLists + (IsSchemaList(field.Name.Value) ? 1 : 0),
        });
    }

    /// <summary>What a fragment holds; nothing when there is none, which is for validation to say.</summary>
    private DocumentSize OfFragment(GraphQLFragmentDefinition? fragment, int level)
    {
        if (fragment is null)
            return default;
        if (measured.TryGetValue(fragment, out var known))
            return known ?? throw new RequestError("NO_FRAGMENT_CYCLES", "A fragment is within itself.");
        measured[fragment] = null;
        var size = Of(fragment.SelectionSet, level) + Of(fragment.Directives) + Node();
        measured[fragment] = size;
        return size;
    }

    private DocumentSize Of(GraphQLVariablesDefinition? variables)
    {
        var size = new DocumentSize();
        foreach (var variable in variables?.Items ?? [])
            size += Node() + OfValue(variable.DefaultValue) + Of(variable.Directives);
        return size;
    }

    private DocumentSize Of(GraphQLDirectives? directives)
    {
        var size = new DocumentSize();
        foreach (var directive in directives?.Items ?? [])
        {
            size += Node();
            foreach (var argument in directive.Arguments?.Items ?? [])
                size += Node() + OfValue(argument.Value);
        }
        return size;
    }

    private DocumentSize OfValue(GraphQLValue? value)
    {
        var size = value is null ? default : Node();
        foreach (var item in (value as GraphQLListValue)?.Values ?? [])
            size += OfValue(item);
        var fields = (value as GraphQLObjectValue)?.Fields ?? [];
        if (fields.Count > MaxObjectFields)
            throw new LimitError("NODES", $"An object has {fields.Count} fields", fields.Count, MaxObjectFields);
        foreach (var field in fields)
            size += Node() + OfValue(field.Value);
        return size;
    }

    private DocumentSize Node()
    {
        written++;
        return new DocumentSize(Nodes: 1);
    }

    private static DocumentSize Deeper(DocumentSize size) => size with { Levels = size.Levels + 1 };

    private static bool IsSchemaList(ROM name) => name == "fields" || name == "inputFields" || name == "interfaces" || name == "possibleTypes";

    private static LimitError TooManyLevels() => new("DEPTH", $"The document has more than {MaxLevels} levels of fields and fragments", MaxLevels + 1, MaxLevels);
}
