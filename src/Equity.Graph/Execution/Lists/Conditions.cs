using System.Linq.Expressions;
using Equity.Graph.Auth;
using Equity.Graph.Persistence;
using Equity.Graph.Rules;
using Equity.Graph.Teams;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Execution.Lists;

/// <summary>Turns the operations of a filter into conditions on a column.</summary>
/// <param name="viewer">Who asks: some columns are null to some.</param>
internal sealed class Conditions(Viewer viewer)
{
    /// <summary>The most single conditions that one filter may have.</summary>
    public const int Max = 100;

    /// <summary>How deep conditions may lie in each other: groups in groups, and related rows of related rows.</summary>
    public const int MaxDepth = 10;

    /// <summary>The most values that one "in" may list.</summary>
    public const int MaxValues = 100;

    private int count;
    private int depth;

    public Viewer Viewer { get; } = viewer;

    /// <summary>All conditions of an object hold; an empty object keeps everything.</summary>
    public Expression All(IDictionary<string, object?> filter, Func<string, object?, Expression> condition)
    {
        if (++depth > MaxDepth)
            throw RequestError.Argument($"where has conditions in more than {MaxDepth} levels; the limit is {MaxDepth}.");
        var all = filter
            .Select(part => part.Key switch
            {
                "and" => Nested(part.Value).Select(each => All(each, condition)).Aggregate((Expression)Expression.Constant(true), Expression.AndAlso),
                "or" when Nested(part.Value).ToList() is { Count: > 0 } any => any.Select(each => All(each, condition)).Aggregate(Expression.OrElse),
                "or" => Expression.Constant(true),
                _ => One(part, condition),
            })
            .Aggregate((Expression)Expression.Constant(true), Expression.AndAlso);
        depth--;
        return all;
    }

    /// <summary>An operation on a column of text. Equality is exact; contains, startsWith and endsWith ignore case and accents.</summary>
    public static Expression OfText(Expression column, string operation, object? operand) => operation switch
    {
        "contains" or "startsWith" or "endsWith" when operand is null => throw RequestError.Argument($"{operation} needs a text; to find rows without one, use eq: null."),
        "contains" => Expression.Call(FoldedOf(column), nameof(string.Contains), null, Held.Value(Folding.Fold((string)operand!))),
        "endsWith" => Expression.Call(FoldedOf(column), nameof(string.EndsWith), null, Held.Value(Folding.Fold((string)operand!))),
        "startsWith" => StartsWith(FoldedOf(column), Folding.Fold((string)operand!)),
        ['n', .. var positive] when positive is "contains" or "startsWith" or "endsWith" => Expression.Not(OfText(column, positive, operand)),
        // The folded column says no more, but it is the one with the index.
        "eq" when operand is string text => Expression.AndAlso(OfValue(FoldedOf(column), "eq", Folding.Fold(text)), OfValue(column, "eq", text)),
        "in" when operand is IEnumerable<object?> texts => Expression.AndAlso(
            In(FoldedOf(column), texts.Select(text => text is null ? null : Folding.Fold((string)text)).ToList()), In(column, texts)),
        _ => OfValue(column, operation, operand),
    };

    /// <summary>An operation on a column of any other type.</summary>
    public static Expression OfValue(Expression column, string operation, object? operand) => operation switch
    {
        "eq" => Expression.Equal(column, Held.Value(operand, column.Type)),
        "neq" => Expression.NotEqual(column, Held.Value(operand, column.Type)),
        "in" => In(column, operand),
        "nin" => Expression.Not(In(column, operand)),
        "gt" or "gte" or "lt" or "lte" when operand is null => throw RequestError.Argument($"{operation} needs a value; to find rows without one, use eq: null."),
        "gt" => Expression.GreaterThan(column, Held.Value(operand, column.Type)),
        "gte" => Expression.GreaterThanOrEqual(column, Held.Value(operand, column.Type)),
        "lt" => Expression.LessThan(column, Held.Value(operand, column.Type)),
        "lte" => Expression.LessThanOrEqual(column, Held.Value(operand, column.Type)),
        ['n', .. var positive] => Expression.Not(OfValue(column, positive, operand)),
        _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "No such operation."),
    };

    /// <summary>The second column of a text, in which case and accents do not count. Keys have none: they are folded as they are.</summary>
    public static Expression FoldedOf(Expression column)
    {
        var text = (MemberExpression)column;
        if (text.Member.Name == nameof(Team.Key))
            return column;
        return Expression.Call(typeof(EF), nameof(EF.Property), [typeof(string)], text.Expression!, Expression.Constant(FoldedColumn.Of(text.Member.Name)));
    }

    /// <summary>A prefix as a range, which an index serves in every database.</summary>
    private static BinaryExpression StartsWith(Expression column, string prefix) => Expression.AndAlso(
        Compare(ExpressionType.GreaterThanOrEqual, column, prefix), Compare(ExpressionType.LessThan, column, prefix + "\U0010FFFF"));

    private static BinaryExpression Compare(ExpressionType how, Expression column, string text) => Expression.MakeBinary(
        how, Expression.Call(typeof(string), nameof(string.Compare), null, column, Held.Value(text)), Expression.Constant(0));

    private static Expression In(Expression column, object? operand)
    {
        if (operand is null)
            throw RequestError.Argument("in and nin need a list of values.");
        var values = ((IEnumerable<object?>)operand).ToList();
        if (values.Count > MaxValues)
            throw RequestError.Argument($"in lists {values.Count} values; at most {MaxValues} are allowed. Ask in several requests.");
        var nullable = Nullable.GetUnderlyingType(column.Type);
        var type = nullable ?? column.Type;
        object[] present = [.. values.OfType<object>()];
        var known = Array.CreateInstance(type, present.Length);
        Array.Copy(present, known, present.Length);
        var value = nullable is null ? column : Expression.Property(column, "Value");
        Expression among = Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [type], Held.Value(known, type.MakeArrayType()), value);
        if (nullable is not null)
            among = Expression.AndAlso(Expression.Property(column, "HasValue"), among);
        var mayBeNull = nullable is not null || !column.Type.IsValueType;
        return mayBeNull && present.Length < values.Count ? Expression.OrElse(among, Expression.Equal(column, Expression.Constant(null, column.Type))) : among;
    }

    private Expression One(KeyValuePair<string, object?> part, Func<string, object?, Expression> condition)
    {
        Count();
        return condition(part.Key, part.Value);
    }

    /// <summary>The groups of an "and" or "or". Empty ones count too: each is a part of the statement.</summary>
    private IEnumerable<IDictionary<string, object?>> Nested(object? list)
    {
        foreach (var group in ((IEnumerable<object?>?)list ?? []).OfType<IDictionary<string, object?>>())
        {
            Count();
            yield return group;
        }
    }

    private void Count()
    {
        if (++count > Max)
            throw RequestError.Argument($"where has more than {Max} conditions; ask for less at once.");
    }
}
