using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Linq.Expressions;
using System.Reflection;
using System.Xml.Linq;
using GraphQL.Types;
using GraphQL.Utilities;

namespace Equity.Graph.Execution;

/// <summary>
/// Describes types, fields and values by the documentation of the code that they stand for, where nothing else is said of them. The engine can do so itself, but
/// looks through the whole file for each: with a thousand of them that is most of what building the schema takes.
/// </summary>
internal sealed class Documented : BaseSchemaNodeVisitor
{
    /// <summary>Under which name a field holds the property that it was made from.</summary>
    private const string Property = "ORIGINAL_EXPRESSION_PROPERTY_NAME";

    private static readonly ConcurrentDictionary<Assembly, FrozenDictionary<string, string>> Summaries = [];

    /// <summary>The summary of a type, property or enum value; null when there is none.</summary>
    public static string? Of(MemberInfo member)
    {
        var name = member is Type type ? $"T:{type.FullName}" : $"{(member is PropertyInfo ? 'P' : 'F')}:{member.DeclaringType!.FullName}.{member.Name}";
        return Summaries.GetOrAdd(member.Module.Assembly, Read).GetValueOrDefault(name.Replace('+', '.'));
    }

    /// <summary>The summary of the property that an expression reads; null when there is none.</summary>
    public static string? Of(LambdaExpression path) => path.Body is MemberExpression { Member: var member } ? Of(member) : null;

    public override void VisitObject(IObjectGraphType type, ISchema schema) => Describe(type);

    public override void VisitInterface(IInterfaceGraphType type, ISchema schema) => Describe(type);

    public override void VisitInputObject(IInputObjectGraphType type, ISchema schema) => Describe(type);

    public override void VisitObjectFieldDefinition(FieldType field, IObjectGraphType type, ISchema schema) => Describe(field, type);

    public override void VisitInterfaceFieldDefinition(FieldType field, IInterfaceGraphType type, ISchema schema) => Describe(field, type);

    public override void VisitInputObjectFieldDefinition(FieldType field, IInputObjectGraphType type, ISchema schema) => Describe(field, type);

    public override void VisitEnum(EnumerationGraphType type, ISchema schema)
    {
        if (type.Values.FirstOrDefault()?.Value?.GetType() is { IsEnum: true } values)
            type.Description ??= Of(values);
    }

    public override void VisitEnumValue(EnumValueDefinition value, EnumerationGraphType type, ISchema schema)
    {
        if (value.Value is Enum named)
            value.Description ??= Of(named.GetType().GetField(named.ToString())!);
    }

    private static void Describe(IGraphType type)
    {
        if (SourceOf(type) is { } source)
            type.Description ??= Of(source);
    }

    private static void Describe(FieldType field, IGraphType type)
    {
        var name = field.GetMetadata<string>(Property) ?? (ArgumentOf(type, typeof(AutoRegisteringObjectGraphType<>)) is null ? null : field.Name);
        if (name is not null && SourceOf(type)?.GetProperty(name, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase) is { } property)
            field.Description ??= Of(property);
    }

    /// <summary>What a graph type stands for in the code.</summary>
    private static Type? SourceOf(IGraphType type) => ArgumentOf(type, typeof(ComplexGraphType<>));

    /// <summary>With which type a graph type fills a generic base; null when it has no such base.</summary>
    private static Type? ArgumentOf(IGraphType type, Type generic)
    {
        var each = type.GetType();
        while (each is not null && !(each.IsGenericType && each.GetGenericTypeDefinition() == generic))
            each = each.BaseType;
        return each?.GetGenericArguments()[0];
    }

    private static FrozenDictionary<string, string> Read(Assembly assembly)
    {
        var path = Path.ChangeExtension(assembly.Location, ".xml");
        return !File.Exists(path) ? FrozenDictionary<string, string>.Empty : XDocument.Load(path).Descendants("member").Where(member => member.Element("summary") is not null)
            .ToFrozenDictionary(member => member.Attribute("name")!.Value, member => member.Element("summary")!.Value.Trim(), StringComparer.Ordinal);
    }
}
