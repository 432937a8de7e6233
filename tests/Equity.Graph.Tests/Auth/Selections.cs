using System.Text.Json;
using GraphQL.Types;

namespace Equity.Graph.Tests.Auth;

/// <summary>What to ask of a type of the schema so that all its fields are answered.</summary>
internal static class Selections
{
    /// <summary>As many of a list as any row of the seeded community has.</summary>
    private const int Most = 70;

    /// <summary>All fields of a type; of rows that they lead to, the ids.</summary>
    public static string Of(IComplexGraphType type) => string.Join(' ', type.Fields.Select(Field));

    /// <summary>The type without its wrapping of lists and non-nulls.</summary>
    public static IGraphType Named(IGraphType? type) => type is IProvideResolvedType wrapping ? Named(wrapping.ResolvedType) : type!;

    /// <summary>Whether a type's rows have global ids.</summary>
    public static bool IsNode(IGraphType type) => type is IInterfaceGraphType { Name: "Node" } || type is IImplementInterfaces rows && rows.ResolvedInterfaces.Any(each => each.Name == "Node");

    private static string Field(FieldType field) => Named(field.ResolvedType) switch
    {
        // What somebody types is the only argument that a field of a row needs.
        IComplexGraphType inner when field.Arguments?.Any(argument => argument is { ResolvedType: NonNullGraphType, DefaultValue: null }) == true => $"{field.Name}(text: \"Who pays the bus fare?\") {{ {string.Join(' ', inner.Fields.Where(each => Named(each.ResolvedType) is ScalarGraphType).Select(each => each.Name))} }}",
        IComplexGraphType { Name: var name } when name.EndsWith("Connection", StringComparison.Ordinal) => $"{field.Name}(first: {Most}) {{ totalCount nodes {{ id }} }}",
        { } rows when IsNode(rows) => $"{field.Name} {{ id }}",
        UnionGraphType => $"{field.Name} {{ __typename }}",
        IComplexGraphType inner => $"{field.Name} {{ {string.Join(' ', inner.Fields.Where(each => Named(each.ResolvedType) is ScalarGraphType).Select(each => each.Name))} }}",
        _ => field.Name,
    };
}

/// <summary>Short ways into answers about lists.</summary>
internal static class Lists
{
    /// <summary>How many a list says it has, where it says so.</summary>
    public static bool TryGetTotal(this JsonElement value, out int total)
    {
        total = 0;
        return value.ValueKind == JsonValueKind.Object && value.TryGetProperty("totalCount", out var count) && count.TryGetInt32(out total);
    }
}
