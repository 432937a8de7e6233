using GraphQLParser;
using GraphQLParser.AST;

namespace Equity.Graph.Execution.Limits;

/// <summary>
/// Walks through a document as its answer would be made: fields of one name in one place become one. Whoever compares each pair of them,
/// as validation does, takes their square in time. Linear in the nodes of the document when each fragment counts wherever it is used; the document has no cycles.
/// </summary>
internal sealed class MergedFields
{
    private readonly Dictionary<ROM, GraphQLFragmentDefinition> fragments = [];
    private readonly HashSet<GraphQLFragmentDefinition> reached = [];
    private int most;

    /// <summary>How often the field or the fragments are named that are named most often in one place of the answer.</summary>
    public static int MostIn(GraphQLDocument document)
    {
        var merged = new MergedFields();
        foreach (var fragment in document.Definitions.OfType<GraphQLFragmentDefinition>())
            merged.fragments.TryAdd(fragment.FragmentName.Name.Value, fragment);
        foreach (var operation in document.Definitions.OfType<GraphQLOperationDefinition>())
            merged.Merge([operation.SelectionSet]);
        foreach (var unused in document.Definitions.OfType<GraphQLFragmentDefinition>().Where(fragment => !merged.reached.Contains(fragment)))
            merged.Merge([unused.SelectionSet]);
        return merged.most;
    }

    private void Merge(IReadOnlyList<GraphQLSelectionSet> sets)
    {
        var place = new Dictionary<ROM, (int Times, List<GraphQLSelectionSet> Inner)>();
        var spreads = sets.Sum(set => Add(set, place));
        most = Math.Max(most, spreads);
        foreach (var (times, inner) in place.Values)
        {
            most = Math.Max(most, times);
            if (inner.Count > 0)
                Merge(inner);
        }
    }

    /// <summary>Adds what is selected to a place; how many fragments were named.</summary>
    private int Add(GraphQLSelectionSet set, Dictionary<ROM, (int Times, List<GraphQLSelectionSet> Inner)> place)
    {
        var spreads = 0;
        foreach (var selection in set.Selections)
        {
            if (selection is GraphQLField field)
            {
                var name = (field.Alias?.Name ?? field.Name).Value;
                var (times, inner) = place.TryGetValue(name, out var before) ? before : (0, []);
                if (field.SelectionSet is { } below)
                    inner.Add(below);
                place[name] = (times + 1, inner);
            }
            else if (selection is GraphQLInlineFragment inline)
            {
                spreads += 1 + Add(inline.SelectionSet, place);
            }
            else if (selection is GraphQLFragmentSpread spread && fragments.TryGetValue(spread.FragmentName.Name.Value, out var fragment))
            {
                reached.Add(fragment);
                spreads += 1 + Add(fragment.SelectionSet, place);
            }
        }
        return spreads;
    }
}
