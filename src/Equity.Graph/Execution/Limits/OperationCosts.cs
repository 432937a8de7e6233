using System.Collections;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser;
using GraphQLParser.AST;

namespace Equity.Graph.Execution.Limits;

/// <summary>
/// What an operation may cost at most, known before it runs: one for each thing that it delivers (a row, a page, a recommendation; values are free),
/// and the work that a field says it is (<see cref="FieldCosts"/>). A list multiplies what is below it by its size: that of the page which is asked for, or
/// a usual one. Each fragment is looked at once for each size of page, so that the time is linear in the text. (The engine's own analysis follows each use of a fragment: its
/// time doubles with each fragment that uses the next one twice.)
/// </summary>
internal sealed class OperationCosts
{
    /// <summary>What reading the schema costs: its size does not depend on the community.</summary>
    private const int Schema = 500;

    /// <summary>Counts end here, so that no product overflows.</summary>
    private const long Enough = 1_000_000_000_000;

    private readonly Dictionary<(GraphQLFragmentDefinition, int), long> known = [];
    private readonly ValidationContext context;
    private readonly int maxItems;

    private OperationCosts(ValidationContext context, int maxItems) => (this.context, this.maxItems) = (context, maxItems);

    /// <summary>The cost of a valid operation.</summary>
    /// <param name="context">The operation with the values of its arguments.</param>
    /// <param name="maxItems">The most items of a page.</param>
    public static long Of(ValidationContext context, int maxItems)
    {
        IGraphType? root = context.Operation.Operation switch
        {
            OperationType.Mutation => context.Schema.Mutation,
            OperationType.Subscription => context.Schema.Subscription,
            _ => context.Schema.Query,
        };
        return new OperationCosts(context, maxItems).Of(context.Operation.SelectionSet, root, 0);
    }

    /// <summary>The cost of what is selected of one thing.</summary>
    /// <param name="selected">What is selected.</param>
    /// <param name="type">The thing's type.</param>
    /// <param name="page">How many items it has, when it is a page.</param>
    private long Of(GraphQLSelectionSet? selected, IGraphType? type, int page)
    {
        long sum = 0;
        foreach (var selection in selected?.Selections ?? [])
        {
            sum = Math.Min(Enough, sum + selection switch
            {
                IHasDirectivesNode { Directives: { } directives } when IsNever(directives) => 0,
                GraphQLField field => OfField(field, type, page),
                GraphQLInlineFragment inline => Of(inline.SelectionSet, inline.TypeCondition is { } condition ? Named(condition) : type, page),
                GraphQLFragmentSpread spread => OfFragment(spread.FragmentName.Name.Value, page),
                _ => 0,
            });
        }
        return sum;
    }

    private long OfFragment(ROM name, int page)
    {
        if (context.Document.FindFragmentDefinition(name) is not { } fragment)
            return 0;
        if (!known.TryGetValue((fragment, page), out var cost))
            known[(fragment, page)] = cost = Of(fragment.SelectionSet, Named(fragment.TypeCondition), page);
        return cost;
    }

    private long OfField(GraphQLField field, IGraphType? parent, int page)
    {
        if (field.Name.Value == "__schema" || field.Name.Value == "__type")
            return Schema;
        if ((parent as IComplexGraphType)?.Fields.Find(field.Name.Value) is not { } definition)
            return 0;
        long work = definition.WorkOf(name => ValueOf(field, definition, name));
        var (type, isList) = Unwrapped(definition.ResolvedType);
        if (type is not (IComplexGraphType or UnionGraphType))
            return work;
        if (!isList)
            return Math.Min(Enough, work + 1 + Of(field.SelectionSet, type, IsPage(type) ? ItemsOf(field, definition) : 0));
        var items = definition.IsOfPage() ? page : ItemsOf(field, definition);
        return Math.Min(Enough, work + (items * (1 + Of(field.SelectionSet, type, 0))));
    }

    /// <summary>How many items a list is asked for; what is beyond a page is refused when it runs, before it costs anything.</summary>
    private int ItemsOf(GraphQLField field, FieldType definition)
    {
        object? Value(string name) => ValueOf(field, definition, name);
        if (Value("ids") is ICollection ids)
            return ids.Count;
        if (definition.Arguments?.Find("first") is null)
            return definition.ItemsOf();
        return (Value("first"), Value("last")) switch
        {
            (int first, int last) => Math.Clamp(Math.Max(first, last), 0, maxItems),
            (int first, _) => Math.Clamp(first, 0, maxItems),
            (_, int last) => Math.Clamp(last, 0, maxItems),
            _ => Lists.PageArguments.DefaultSize,
        };
    }

    private object? ValueOf(GraphQLField field, FieldType definition, string argument) =>
        context.ArgumentValues?.GetValueOrDefault(field) is { } values && values.TryGetValue(argument, out var value) ? value.Value : definition.Arguments?.Find(argument)?.DefaultValue;

    private IGraphType? Named(GraphQLTypeCondition condition) => context.Schema.AllTypes[condition.Type.Name.Value];

    /// <summary>Whether a directive says outright that it is left out. Where a variable says so, it counts.</summary>
    private static bool IsNever(GraphQLDirectives directives) => directives.Items.Exists(directive =>
        directive.Arguments?.Items is [{ Value: var value }]
        && ((directive.Name.Value == "skip" && value is GraphQLTrueBooleanValue) || (directive.Name.Value == "include" && value is GraphQLFalseBooleanValue)));

    private static (IGraphType? Type, bool IsList) Unwrapped(IGraphType? type) => type switch
    {
        ListGraphType list => (Unwrapped(list.ResolvedType).Type, true),
        NonNullGraphType inner => Unwrapped(inner.ResolvedType),
        _ => (type, false),
    };

    /// <summary>In this schema only pages are called so.</summary>
    private static bool IsPage(IGraphType type) => type.Name.EndsWith("Connection", StringComparison.Ordinal);
}
