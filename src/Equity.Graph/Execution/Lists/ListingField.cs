using System.Linq.Expressions;
using Equity.Graph.Auth;
using Equity.Graph.Persistence;
using Microsoft.EntityFrameworkCore.Query;

namespace Equity.Graph.Execution.Lists;

/// <summary>Something of a row that clients may filter by and, maybe, order by.</summary>
/// <param name="Name">Its name in the graph.</param>
/// <param name="Description">What it is.</param>
/// <param name="Path">From the row to the column or the related rows.</param>
internal abstract record ListingField(string Name, string Description, LambdaExpression Path)
{
    /// <summary>The input type of its filter.</summary>
    public abstract Type FilterType { get; }

    /// <summary>The input type of its order; null when nothing can be ordered by it.</summary>
    public virtual Type? SortType => null;

    /// <summary>The condition that a filter puts on a row.</summary>
    public abstract Expression Where(Expression row, IDictionary<string, object?> filter, Conditions conditions);

    /// <summary>The columns that an order names.</summary>
    public virtual IEnumerable<SortKey> Order(Expression row, object order, Viewer viewer) => [];

    protected Expression At(Expression row) => ReplacingExpressionVisitor.Replace(Path.Parameters[0], row, Path.Body);
}

/// <summary>A column of text.</summary>
internal sealed record TextField(string Name, string Description, LambdaExpression Path, bool Sortable, bool Nullable) : ListingField(Name, Description, Path)
{
    public override Type FilterType => typeof(StringOperationFilterInputType);

    public override Type? SortType => Sortable ? typeof(SortEnumType) : null;

    public override Expression Where(Expression row, IDictionary<string, object?> filter, Conditions conditions) =>
        conditions.All(filter, (operation, operand) => Conditions.OfText(At(row), operation, operand));

    public override IEnumerable<SortKey> Order(Expression row, object order, Viewer viewer) =>
        [new SortKey(Name, Conditions.FoldedOf(At(row)), (SortDirection)order == SortDirection.Desc, Nullable)];
}

/// <summary>A column of any other type.</summary>
/// <param name="Name">Its name in the graph.</param>
/// <param name="Description">What it is.</param>
/// <param name="Path">From the row to the column.</param>
/// <param name="FilterType">The input type of its filter.</param>
/// <param name="Sortable">Whether lists can be ordered by it.</param>
/// <param name="Readable">Of which rows a viewer may read it; null when of all. Of the others it counts as null: no filter, order or cursor tells more than the field.</param>
internal sealed record ValueField(string Name, string Description, LambdaExpression Path, Type FilterType, bool Sortable, Func<Viewer, LambdaExpression>? Readable = null)
    : ListingField(Name, Description, Path)
{
    public override Type FilterType { get; } = FilterType;

    public override Type? SortType => Sortable ? typeof(SortEnumType) : null;

    public override Expression Where(Expression row, IDictionary<string, object?> filter, Conditions conditions) =>
        conditions.All(filter, (operation, operand) => Conditions.OfValue(At(row, conditions.Viewer), operation, operand));

    public override IEnumerable<SortKey> Order(Expression row, object order, Viewer viewer) =>
        [new SortKey(Name, At(row, viewer), (SortDirection)order == SortDirection.Desc, System.Nullable.GetUnderlyingType(Path.ReturnType) is not null)];

    private Expression At(Expression row, Viewer viewer)
    {
        if (Readable?.Invoke(viewer) is not { } readable)
            return At(row);
        return Expression.Condition(ReplacingExpressionVisitor.Replace(readable.Parameters[0], row, readable.Body), At(row), Expression.Constant(null, Path.ReturnType));
    }
}

/// <summary>A related row.</summary>
internal sealed record OneField<TRelated>(string Name, string Description, LambdaExpression Path, Func<Listing<TRelated>> Related)
    : ListingField(Name, Description, Path) where TRelated : class, IEntity
{
    public override Type FilterType => typeof(FilterInputType<TRelated>);

    public override Type SortType => typeof(SortInputType<TRelated>);

    public override Expression Where(Expression row, IDictionary<string, object?> filter, Conditions conditions) => Related().Where(At(row), filter, conditions);

    public override IEnumerable<SortKey> Order(Expression row, object order, Viewer viewer) => Related()
        .Order(At(row), (IDictionary<string, object?>)order, viewer).Select(key => key with { Name = $"{Name}.{key.Name}", Nullable = true });
}

/// <summary>Related rows, or a list of values.</summary>
internal sealed record ManyField(string Name, string Description, LambdaExpression Path, Type FilterType, Func<Expression, IDictionary<string, object?>, Conditions, Expression> Each)
    : ListingField(Name, Description, Path)
{
    public override Type FilterType { get; } = FilterType;

    public override Expression Where(Expression row, IDictionary<string, object?> filter, Conditions conditions)
    {
        var many = At(row);
        var type = Path.ReturnType.GetGenericArguments()[0];
        return conditions.All(filter, (operation, operand) => operation switch
        {
            "any" when operand is false => Expression.Not(Call(nameof(Enumerable.Any))),
            "any" => Call(nameof(Enumerable.Any)),
            "all" => Call(nameof(Enumerable.All), EachOf(operand)),
            "none" => Expression.Not(Call(nameof(Enumerable.Any), EachOf(operand))),
            _ => Call(nameof(Enumerable.Any), EachOf(operand)),
        });

        Expression Call(string method, params Expression[] predicate) => Expression.Call(typeof(Enumerable), method, [type], [many, .. predicate]);

        LambdaExpression EachOf(object? operand)
        {
            var each = Expression.Parameter(type);
            return Expression.Lambda(Each(each, (IDictionary<string, object?>?)operand ?? new Dictionary<string, object?>(), conditions), each);
        }
    }
}
