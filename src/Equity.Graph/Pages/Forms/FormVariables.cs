using System.Globalization;
using System.Text.Json.Nodes;
using GraphQLParser.AST;
using Microsoft.Extensions.Primitives;

namespace Equity.Graph.Pages.Forms;

/// <summary>
/// Reads a form's texts as the variables that its document declares. A field that the form does not have is left out; an empty one is
/// null where the variable may be, so that what is there is cleared. A list takes all that was sent under its name.
/// </summary>
internal static class FormVariables
{
    /// <summary>The variables, and what could not be read.</summary>
    public static (JsonObject Variables, IReadOnlyList<FormError> Errors) Read(GraphQLDocument document, IReadOnlyDictionary<string, StringValues> typed)
    {
        var (variables, errors) = (new JsonObject(), new List<FormError>());
        foreach (var definition in document.Definitions.OfType<GraphQLOperationDefinition>().Single().Variables?.Items ?? [])
        {
            var name = definition.Variable.Name.StringValue;
            if (!typed.TryGetValue(name, out var values))
            {
                // A button of several that nobody pressed is not sent at all.
                if (definition is { Type: GraphQLNonNullType, DefaultValue: null })
                    errors.Add(new FormError("NotReadable", name, $"{name} must be chosen or filled in."));
                continue;
            }
            var (value, problem) = Read(definition.Type, values);
            if (problem is not null)
                errors.Add(new FormError("NotReadable", name, $"{name} {problem}"));
            else if (value is not null || definition.Type is not GraphQLNonNullType)
                variables[name] = value;
        }
        return (variables, errors);
    }

    private static (JsonNode? Value, string? Problem) Read(GraphQLType type, StringValues values)
    {
        switch (type)
        {
            case GraphQLNonNullType { Type: GraphQLListType list }:
                return Read(list, values);
            case GraphQLListType list:
                var items = values.Where(value => !string.IsNullOrEmpty(value)).Select(value => Read(NameOf(list.Type), value!.Trim())).ToList();
                return items.Find(item => item.Problem is not null) is { Problem: not null } wrong ? wrong : (new JsonArray([.. items.Select(item => item.Value)]), null);
            case GraphQLNonNullType:
                return Read(NameOf(type), values[^1] ?? "");
            default:
                return string.IsNullOrWhiteSpace(values[^1]) ? (null, null) : Read(NameOf(type), values[^1]!);
        }
    }

    private static string NameOf(GraphQLType type) => type switch
    {
        GraphQLNonNullType inner => NameOf(inner.Type),
        GraphQLNamedType named => named.Name.StringValue,
        _ => throw new NotSupportedException("A form has no lists of lists."),
    };

    private static (JsonNode? Value, string? Problem) Read(string type, string text) => type switch
    {
        "Int" => int.TryParse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? (whole, null) : (null, "must be a whole number, such as 3."),
        "Float" => double.TryParse(text.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? (number, null) : (null, "must be a number, such as 2.5."),
        "Boolean" => (text is "true" or "on", null),
        not "String" when text.Length == 0 => (null, "must be chosen or filled in."),
        "Date" => DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? (text.Trim(), null) : (null, "must be a day, written as year, month and day: 2026-11-24."),
        "DateTime" => DateTime.TryParseExact(text.Trim(), ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant)
            ? (instant.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), null) : (null, "must be a day and a time, such as 2026-11-24T19:30."),
        "String" => (text, null),
        // What is left is chosen: an id or a value of an enumeration.
        _ => text.Length > 0 ? (text, null) : (null, "must be chosen."),
    };
}
