using System.Text;
using GraphQL.Types;

namespace Equity.Graph.Tests.Fuzz;

/// <summary>Documents that a schema allows by their shape, made by walking it.</summary>
internal sealed class RandomDocuments(ISchema schema, Random random)
{
    private readonly RandomValues values = new(random);
    private readonly Dictionary<string, (string Type, object? Value)> variables = [];
    private readonly Dictionary<string, string> fragments = [];

    /// <summary>The values of the variables that the document declares.</summary>
    public Dictionary<string, object?> Variables => variables.ToDictionary(variable => variable.Key, variable => RandomValues.Plain(variable.Value.Value));

    /// <summary>A document with one operation and the fragments that it uses.</summary>
    public string Next()
    {
        var (keyword, root) = random.Next(12) switch
        {
            0 when schema.Mutation is { } mutation => ("mutation", mutation),
            1 when schema.Subscription is { } subscription => ("subscription", subscription),
            _ => ("query", schema.Query!),
        };
        var body = Selection(root, random.Next(1, 6));
        var declared = variables.Count == 0 ? "" : "(" + string.Join(", ", variables.Select(variable => $"${variable.Key}: {variable.Value.Type}")) + ")";
        return $"{keyword} Fuzz{declared} {body} {string.Join(' ', fragments.Select(fragment => fragment.Value))}";
    }

    private string Selection(IGraphType type, int depth)
    {
        var text = new StringBuilder("{ ");
        if (type is IComplexGraphType complex)
        {
            var fields = complex.Fields.Where(field => depth > 1 || NeedsNone(field)).ToList();
            for (var i = fields.Count == 0 ? 0 : random.Next(1, 5); i > 0; i--)
                text.Append(Field(fields[random.Next(fields.Count)], depth)).Append(' ');
        }
        if (type is IAbstractGraphType { PossibleTypes: { Count: > 0 } possible } && depth > 0)
        {
            var one = possible.ElementAt(random.Next(possible.Count));
            text.Append("... on ").Append(one.Name).Append(' ').Append(Selection(one, depth - 1)).Append(' ');
        }
        if (random.Next(10) == 0)
            text.Append("... ").Append(Directive()).Append("{ __typename } ");
        if (depth > 0 && random.Next(15) == 0)
            text.Append("...").Append(Fragment(type, depth)).Append(' ');
        if (random.Next(6) == 0 || text.Length == 2)
            text.Append("__typename ");
        return text.Append('}').ToString();
    }

    private string Fragment(IGraphType type, int depth)
    {
        var name = $"F{fragments.Count}";
        fragments[name] = "";
        fragments[name] = $"fragment {name} on {type.Name} {Selection(type, depth - 1)}";
        return name;
    }

    private string Field(FieldType field, int depth)
    {
        var alias = random.Next(12) == 0 ? $"a{random.Next(9)}: " : "";
        var arguments = (field.Arguments ?? []).Where(argument => argument.ResolvedType is NonNullGraphType || random.Next(4) == 0).Select(Argument).ToList();
        var inner = Inner(field.ResolvedType) is IComplexGraphType or UnionGraphType ? " " + Selection(Inner(field.ResolvedType)!, depth - 1) : "";
        return $"{alias}{field.Name}{(arguments.Count == 0 ? "" : $"({string.Join(", ", arguments)})")}{(random.Next(20) == 0 ? " " + Directive() : "")}{inner}";
    }

    private string Argument(QueryArgument argument)
    {
        var value = values.Of(argument.ResolvedType, 4);
        if (random.Next(3) != 0)
            return $"{argument.Name}: {RandomValues.Literal(value)}";
        var name = $"v{variables.Count}";
        variables[name] = ($"{argument.ResolvedType}", value);
        return $"{argument.Name}: ${name}";
    }

    private string Directive() => $"@{(random.Next(2) == 0 ? "include" : "skip")}(if: {(random.Next(2) == 0 ? "true" : "false")})";

    private static bool NeedsNone(FieldType field) => Inner(field.ResolvedType) is not (IComplexGraphType or UnionGraphType);

    private static IGraphType? Inner(IGraphType? type) => type is IProvideResolvedType wrapper ? Inner(wrapper.ResolvedType) : type;
}
