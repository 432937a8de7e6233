using System.Linq.Expressions;

namespace Equity.Graph.Execution.Lists;

/// <summary>Which way a list is ordered by a field.</summary>
internal enum SortDirection
{
    /// <summary>Smallest, earliest or first in the alphabet first; rows without a value last.</summary>
    Asc,
    /// <summary>Largest, latest or last in the alphabet first; rows without a value last.</summary>
    Desc,
}

/// <summary>A column that a list is ordered by. Rows without a value come last, both ways, in the order and in cursors alike.</summary>
internal sealed record SortKey(string Name, Expression Column, bool Descending, bool Nullable)
{
    /// <summary>The column's type, as cursors hold it: nullable where the column is.</summary>
    public Type Type => Nullable && Column.Type.IsValueType && System.Nullable.GetUnderlyingType(Column.Type) is null
        ? typeof(Nullable<>).MakeGenericType(Column.Type)
        : Column.Type;

    /// <summary>The column, null where a relation on the way to it is missing.</summary>
    public Expression Value => Column.Type == Type ? Column : Expression.Convert(Column, Type);

    /// <summary>Whether a row stands where the cursor's value does.</summary>
    public Expression Same(object? value) => value is null ? IsNull : Expression.Equal(Value, Held.Value(value, Type));

    /// <summary>Whether a row stands after the cursor's value, or before it.</summary>
    public Expression Beyond(object? value, bool before)
    {
        if (value is null)
            return before ? Expression.Not(IsNull) : Expression.Constant(false);
        var beyond = Expression.MakeBinary(Descending == before ? ExpressionType.GreaterThan : ExpressionType.LessThan, Left(value, out var right), right);
        return Nullable && !before ? Expression.OrElse(beyond, IsNull) : beyond;
    }

    /// <summary>Adds the column to the order of a query's expression.</summary>
    /// <param name="query">The query so far.</param>
    /// <param name="row">The row's parameter.</param>
    /// <param name="first">Whether nothing is ordered yet.</param>
    /// <param name="reversed">Whether the order is read from its end.</param>
    public Expression AddTo(Expression query, ParameterExpression row, bool first, bool reversed)
    {
        if (Nullable)
        {
            query = By(query, row, IsNull, first, reversed);
            first = false;
        }
        return By(query, row, Value, first, Descending != reversed);
    }

    private BinaryExpression IsNull => Expression.Equal(Value, Expression.Constant(null, Type));

    private static MethodCallExpression By(Expression query, ParameterExpression row, Expression value, bool first, bool descending)
    {
        var method = (first ? nameof(Queryable.OrderBy) : nameof(Queryable.ThenBy)) + (descending ? "Descending" : "");
        return Expression.Call(typeof(Queryable), method, [row.Type, value.Type], query, Expression.Quote(Expression.Lambda(value, row)));
    }

    private Expression Left(object value, out Expression right)
    {
        if (Type == typeof(string))
        {
            right = Expression.Constant(0);
            return Expression.Call(typeof(string), nameof(string.Compare), null, Value, Held.Value((string)value));
        }
        var underlying = System.Nullable.GetUnderlyingType(Type) ?? Type;
        if (!underlying.IsEnum)
        {
            right = Held.Value(value, Type);
            return Value;
        }
        var number = Nullable ? typeof(int?) : typeof(int);
        right = Held.Value((int)value, number);
        return Expression.Convert(Value, number);
    }
}
