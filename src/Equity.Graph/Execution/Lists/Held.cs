using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Execution.Lists;

/// <summary>Values in expressions that become SQL parameters, so that one cached statement serves all values.</summary>
internal static class Held
{
    /// <summary>The value, as a parameter.</summary>
    public static Expression Value<T>(T value) => Expression.Property(Expression.Constant(new Holder<T>(value)), nameof(Holder<>.Value));

    /// <summary>The value of a type known at run time only, as a parameter.</summary>
    public static Expression Value(object? value, Type type) =>
        Expression.Property(Expression.Constant(Activator.CreateInstance(typeof(Holder<>).MakeGenericType(type), value)), nameof(Holder<>.Value));

    /// <summary>Whether a column is among the values: one parameter, however many they are.</summary>
    public static Expression In<T>(IReadOnlyCollection<T> values, Expression column) => Expression.Call(
        typeof(Enumerable), nameof(Enumerable.Contains), [typeof(T)],
        Expression.Call(typeof(EF), nameof(EF.Parameter), [typeof(T[])], Value(values.ToArray())), column);

    private sealed class Holder<T>(T value)
    {
        public T Value { get; } = value;
    }
}
