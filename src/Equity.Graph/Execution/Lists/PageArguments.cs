using Equity.Graph.Execution.Limits;
using GraphQL;

namespace Equity.Graph.Execution.Lists;

/// <summary>Which part of a list is asked for.</summary>
/// <param name="Size">How many items, 0 to <see cref="MaxSize"/>.</param>
/// <param name="FromEnd">Whether they are counted from the end.</param>
/// <param name="After">The cursor after which they stand.</param>
/// <param name="Before">The cursor before which they stand.</param>
internal sealed record PageArguments(int Size, bool FromEnd, string? After, string? Before)
{
    /// <summary>How many items a page has when nobody says.</summary>
    public const int DefaultSize = 20;

    /// <summary>How many items a page may have, as the schema says; a server's own limit may be less.</summary>
    public const int MaxSize = 100;

    /// <summary>How many fields an order may name.</summary>
    public const int MaxSortKeys = 5;

    /// <summary>Reads first, after, last and before.</summary>
    public static PageArguments Of(IResolveFieldContext context)
    {
        var first = context.GetArgument<int?>("first");
        var last = context.GetArgument<int?>("last");
        if (first is not null && last is not null)
            throw RequestError.Argument("first and last cannot go together; first counts from the start, last from the end.");
        var size = Checked(context, "last", last) ?? Checked(context, "first", first) ?? Math.Min(DefaultSize, Max(context));
        return new PageArguments(size, last is not null, context.GetArgument<string?>("after"), context.GetArgument<string?>("before"));
    }

    /// <summary>Reads a plain "first" of a list without pages.</summary>
    public static int First(IResolveFieldContext context, int usual) => Checked(context, "first", context.GetArgument<int?>("first")) ?? Math.Min(usual, Max(context));

    /// <summary>How many items may be asked for by one argument.</summary>
    public static int Max(IResolveFieldContext context) => context.RequestServices!.GetRequiredService<EquityLimits>().PageItems;

    private static int? Checked(IResolveFieldContext context, string argument, int? size) =>
        size < 0 || size > Max(context) ? throw RequestError.PageSize(argument, size.Value, Max(context)) : size;
}
