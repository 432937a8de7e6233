using System.Linq.Expressions;
using System.Reflection;
using Equity.Graph.Auth;
using Equity.Graph.Persistence;
using GraphQL;
using GraphQL.Types;

namespace Equity.Graph.Execution.Lists;

/// <summary>
/// What clients may filter and order a kind of rows by, said once: the input types, the SQL and the cursors follow from it.
/// </summary>
/// <typeparam name="T">The row.</typeparam>
/// <param name="singular">The row's name in the graph, such as Team.</param>
/// <param name="plural">What its lists are named after, such as Teams.</param>
/// <param name="nodeType">The row's graph type.</param>
internal abstract class Listing<T>(string singular, string plural, Type nodeType) where T : class, IEntity
{
    private static readonly NullabilityInfoContext Nullability = new();
    private readonly List<ListingField> fields = [];
    private readonly List<(string Field, SortDirection Direction)> usual = [];

    public string Singular { get; } = singular;
    public string Plural { get; } = plural;
    public Type NodeType { get; } = nodeType;
    public IReadOnlyList<ListingField> Fields => fields;

    /// <summary>The parameter that stands for the row in conditions and columns.</summary>
    public ParameterExpression Row { get; } = Expression.Parameter(typeof(T), "row");

    /// <summary>The condition that a filter puts on a row.</summary>
    public Expression Where(Expression row, IDictionary<string, object?> filter, Conditions conditions) => conditions.All(filter, (name, operand) =>
        operand is IDictionary<string, object?> inner ? Field(name).Where(row, inner, conditions) : throw RequestError.Argument($"where: {name} may be left out, but not be null."));

    /// <summary>The columns that an order names, in its order.</summary>
    public IEnumerable<SortKey> Order(Expression row, IDictionary<string, object?> order, Viewer viewer) => order
        .SelectMany(part => part.Value is { } value ? Field(part.Key).Order(row, value, viewer) : throw RequestError.Argument($"order: {part.Key} may be left out, but not be null."));

    /// <summary>The columns of a list's order: what was asked for, or the usual order; the integer key settles ties.</summary>
    public IReadOnlyList<SortKey> Keys(IEnumerable<IDictionary<string, object?>>? order, Viewer viewer)
    {
        var asked = order?.SelectMany(each => Order(Row, each, viewer)).ToList() ?? [];
        if (asked.Count > PageArguments.MaxSortKeys)
            throw RequestError.Argument($"order names {asked.Count} fields; at most {PageArguments.MaxSortKeys} are allowed.");
        if (asked.Count == 0)
            asked.AddRange(usual.SelectMany(each => Field(each.Field).Order(Row, each.Direction, viewer)));
        return [.. asked.DistinctBy(key => key.Name), new SortKey("id", Expression.Property(Row, nameof(IEntity.Id)), false, false)];
    }

    protected void Text(Expression<Func<T, string?>> column, bool sortable = false) => fields.Add(
        new TextField(NameOf(column), DescriptionOf(column), column, sortable, Nullability.Create((PropertyInfo)((MemberExpression)column.Body).Member).ReadState == NullabilityState.Nullable));

    protected void Enum<TEnum>(Expression<Func<T, TEnum>> column) where TEnum : struct, Enum => Value(column, typeof(EnumOperationFilterInputType<TEnum>));

    protected void Enum<TEnum>(Expression<Func<T, TEnum?>> column) where TEnum : struct, Enum => Value(column, typeof(EnumOperationFilterInputType<TEnum>));

    protected void Number(Expression<Func<T, int>> column) => Value(column, typeof(ComparableOperationFilterInputType<IntGraphType>));

    protected void Number(Expression<Func<T, int?>> column) => Value(column, typeof(ComparableOperationFilterInputType<IntGraphType>));

    /// <summary>A number that not everybody may read.</summary>
    protected void Number(Expression<Func<T, double?>> column, Func<Viewer, Expression<Func<T, bool>>> readable) =>
        fields.Add(new ValueField(NameOf(column), DescriptionOf(column), column, typeof(ComparableOperationFilterInputType<FloatGraphType>), Sortable: true, readable));

    protected void Instant(Expression<Func<T, DateTime>> column) => Value(column, typeof(ComparableOperationFilterInputType<InstantType>));

    protected void Instant(Expression<Func<T, DateTime?>> column) => Value(column, typeof(ComparableOperationFilterInputType<InstantType>));

    protected void Day(Expression<Func<T, DateOnly?>> column) => Value(column, typeof(ComparableOperationFilterInputType<DayType>));

    protected void Truth(Expression<Func<T, bool>> column) => Value(column, typeof(BooleanOperationFilterInputType), sortable: false);

    protected void One<TRelated>(Expression<Func<T, TRelated?>> row, Func<Listing<TRelated>> related) where TRelated : class, IEntity =>
        fields.Add(new OneField<TRelated>(NameOf(row), DescriptionOf(row), row, related));

    protected void Many<TRelated>(Expression<Func<T, List<TRelated>>> rows, Func<Listing<TRelated>> related) where TRelated : class, IEntity => fields.Add(
        new ManyField(NameOf(rows), DescriptionOf(rows), rows, typeof(ListFilterInputType<TRelated>), (row, filter, conditions) => related().Where(row, filter, conditions)));

    protected void EnumList<TEnum>(Expression<Func<T, List<TEnum>>> values) where TEnum : struct, Enum => fields.Add(
        new ManyField(NameOf(values), DescriptionOf(values), values, typeof(ListEnumOperationFilterInputType<TEnum>), (value, filter, conditions) =>
            conditions.All(filter, (operation, operand) => Conditions.OfValue(value, operation, operand))));

    /// <summary>The order of a list when a client names none.</summary>
    protected void UsuallyBy(string field, SortDirection direction = SortDirection.Asc) => usual.Add((field, direction));

    private ListingField Field(string name) => fields.Single(field => field.Name == name);

    private void Value<TValue>(Expression<Func<T, TValue>> column, Type filterType, bool sortable = true) =>
        fields.Add(new ValueField(NameOf(column), DescriptionOf(column), column, filterType, sortable));

    private static string NameOf(LambdaExpression path) => ((MemberExpression)path.Body).Member.Name.ToCamelCase();

    private static string DescriptionOf(LambdaExpression path) => Documented.Of(path) ?? "";
}
