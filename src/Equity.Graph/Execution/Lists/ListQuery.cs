using System.Linq.Expressions;
using Equity.Graph.Persistence;
using GraphQL;
using GraphQL.DataLoader;
using Microsoft.EntityFrameworkCore.Query;

namespace Equity.Graph.Execution.Lists;

/// <summary>A row of a page, with the values that its cursor holds and the key of its parent.</summary>
internal sealed record Row<T>(T Node, int Parent, object?[] Keys);

/// <summary>A list as it was asked for: filtered, ordered, and which part of it.</summary>
internal sealed class ListQuery<T> where T : class, IEntity
{
    private readonly Listing<T> listing;
    private readonly IReadOnlyList<SortKey> keys;
    private readonly PageArguments page;
    private readonly Expression<Func<T, bool>> where;

    /// <summary>Reads the arguments of a field.</summary>
    public ListQuery(IResolveFieldContext context, Listing<T> listing)
    {
        this.listing = listing;
        page = PageArguments.Of(context);
        keys = listing.Keys(context.GetArgument<IEnumerable<object>?>("order")?.Cast<IDictionary<string, object?>>(), context.Viewer());
        where = Filter(context, listing);
    }

    /// <summary>The condition of a field's "where".</summary>
    public static Expression<Func<T, bool>> Filter(IResolveFieldContext context, Listing<T> listing)
    {
        var filter = context.GetArgument<object?>("where") as IDictionary<string, object?>;
        return Expression.Lambda<Func<T, bool>>(filter is null ? Expression.Constant(true) : listing.Where(listing.Row, filter, new Conditions(context.Viewer())), listing.Row);
    }

    /// <summary>All rows that fit.</summary>
    public IQueryable<T> All(IQueryable<T> rows) => rows.Where(where);

    /// <summary>The rows of the page, and one more where there is one.</summary>
    public IQueryable<Row<T>> Page(IQueryable<T> rows) => Rows(rows.Provider, Window(All(rows).Expression), Expression.Constant(0));

    /// <summary>The rows of the page of each parent, and one more where there is one, by one statement.</summary>
    /// <param name="rows">The rows of all parents.</param>
    /// <param name="parents">The parents whose pages are asked for.</param>
    /// <param name="parentOf">The row's column that names its parent.</param>
    public IQueryable<Row<T>> PageOfEach<TParent>(IQueryable<T> rows, IQueryable<TParent> parents, LambdaExpression parentOf) where TParent : class, IEntity
    {
        var parent = Expression.Parameter(typeof(TParent), "parent");
        var column = ReplacingExpressionVisitor.Replace(parentOf.Parameters[0], listing.Row, parentOf.Body);
        var own = Window(Where(All(rows).Expression, Expression.Equal(column, Expression.Property(parent, nameof(IEntity.Id)))));
        var pages = parents.SelectMany(Expression.Lambda<Func<TParent, IEnumerable<T>>>(own, parent));
        // Each page was cut in order; the pages together have to be put in order once more.
        return Rows(pages.Provider, Ordered(pages.Expression), column);
    }

    /// <summary>The page that rows make.</summary>
    public Connection<T> Connect(IReadOnlyList<Row<T>> rows, Func<IResolveFieldContext, IDataLoaderResult<int>> total)
    {
        var more = rows.Count > page.Size;
        var edges = rows.Take(page.Size).Select(row => new Edge<T>(row.Node, Cursor.Of(keys, row.Keys))).ToList();
        if (page.FromEnd)
            edges.Reverse();
        return new Connection<T>(edges, page.FromEnd ? page.Before is not null : more, page.FromEnd ? more : page.After is not null, total);
    }

    /// <summary>The rows of all pages, in order: of rows that have two parents, which a statement cannot number by parent. For lists that are short.</summary>
    public IQueryable<Row<T>> Uncut(IQueryable<T> rows) => Rows(rows.Provider, Ordered(Between(All(rows).Expression)), Expression.Constant(0));

    /// <summary>As many of a parent's rows as its page has, and one more.</summary>
    public List<Row<T>> Cut(IEnumerable<Row<T>> rows) => [.. rows.Take(page.Size + 1)];

    /// <summary>The rows between the cursors, in order, as many as the page has and one more.</summary>
    private MethodCallExpression Window(Expression query) =>
        Expression.Call(typeof(Queryable), nameof(Queryable.Take), [typeof(T)], Ordered(Between(query)), Held.Value(page.Size + 1));

    private Expression Between(Expression query)
    {
        foreach (var (name, cursor, before) in new[] { ("after", page.After, false), ("before", page.Before, true) })
        {
            if (cursor is not null)
                query = Where(query, Beyond(Cursor.Parse(name, cursor, keys), before));
        }
        return query;
    }

    private Expression Ordered(Expression query) =>
        keys.Aggregate(query, (ordered, key) => key.AddTo(ordered, listing.Row, first: key == keys[0], reversed: page.FromEnd));

    private IQueryable<Row<T>> Rows(IQueryProvider provider, Expression query, Expression parent)
    {
        var row = Expression.New(
            typeof(Row<T>).GetConstructors()[0], listing.Row, parent,
            Expression.NewArrayInit(typeof(object), keys.Select(key => Expression.Convert(key.Value, typeof(object)))));
        return provider.CreateQuery<Row<T>>(
            Expression.Call(typeof(Queryable), nameof(Queryable.Select), [typeof(T), typeof(Row<T>)], query, Expression.Quote(Expression.Lambda(row, listing.Row))));
    }

    private MethodCallExpression Where(Expression query, Expression condition) =>
        Expression.Call(typeof(Queryable), nameof(Queryable.Where), [typeof(T)], query, Expression.Quote(Expression.Lambda(condition, listing.Row)));

    /// <summary>Rows beyond a cursor: equal in the first keys and beyond in the next one.</summary>
    private Expression Beyond(object?[] values, bool before) => keys
        .Select((key, i) => keys.Take(i).Select((equal, j) => equal.Same(values[j])).Append(key.Beyond(values[i], before)).Aggregate(Expression.AndAlso))
        .Aggregate(Expression.OrElse);
}
