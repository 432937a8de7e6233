using Equity.Graph.Execution.Limits;
using Equity.Graph.Persistence;
using GraphQL;
using GraphQL.DataLoader;
using GraphQL.Types;

namespace Equity.Graph.Execution.Lists;

/// <summary>A page of a list.</summary>
/// <param name="Edges">The items, in the list's order.</param>
/// <param name="HasNext">Whether there are items after the page.</param>
/// <param name="HasPrevious">Whether there are items before the page.</param>
/// <param name="Total">Counts the whole filtered list, only when a client asks.</param>
internal sealed record Connection<T>(IReadOnlyList<Edge<T>> Edges, bool HasNext, bool HasPrevious, Func<IResolveFieldContext, IDataLoaderResult<int>> Total);

/// <summary>An item of a page with its place in the list.</summary>
internal sealed record Edge<T>(T Node, string Cursor);

/// <summary>Where a page stands in its list.</summary>
internal sealed record PageInfo(bool HasNextPage, bool HasPreviousPage, string? StartCursor, string? EndCursor)
{
    /// <summary>Of a page with these items.</summary>
    public static PageInfo Of<T>(bool hasNext, bool hasPrevious, IReadOnlyList<T> edges, Func<T, string> cursor) =>
        new(hasNext, hasPrevious, edges.Count > 0 ? cursor(edges[0]) : null, edges.Count > 0 ? cursor(edges[^1]) : null);
}

/// <summary>A page of a list in the graph, named after what it lists.</summary>
internal sealed class ConnectionType<T> : ObjectGraphType<Connection<T>> where T : class, IEntity
{
    public ConnectionType(Listing<T> listing)
    {
        Name = $"{listing.Plural}Connection";
        Description = $"A page of {listing.Plural.ToLowerInvariant()}.";
        Field<NonNullGraphType<PageInfoType>>("pageInfo").Description("Where the page stands in the list.")
            .Resolve(context => PageInfo.Of(context.Source.HasNext, context.Source.HasPrevious, context.Source.Edges, edge => edge.Cursor));
        Field<ListGraphType<NonNullGraphType<EdgeType<T>>>>("edges").Description("The items with their cursors, in order.").HoldsThePage().Resolve(context => context.Source.Edges);
        Field("nodes", typeof(ListGraphType<>).MakeGenericType(typeof(NonNullGraphType<>).MakeGenericType(listing.NodeType)))
            .Description("The items, in order.").HoldsThePage().Resolve(context => context.Source!.Edges.Select(edge => edge.Node));
        Field<NonNullGraphType<IntGraphType>>("totalCount").Description("How many items the whole list has, on all pages, after the filter.").Costs(1)
            .Resolve(context => context.Source.Total(context));
    }
}

/// <summary>An item of a page in the graph.</summary>
internal sealed class EdgeType<T> : ObjectGraphType<Edge<T>> where T : class, IEntity
{
    public EdgeType(Listing<T> listing)
    {
        Name = $"{listing.Plural}Edge";
        Description = $"An item of a page of {listing.Plural.ToLowerInvariant()}.";
        Field<NonNullGraphType<StringGraphType>>("cursor").Description("The item's place in the list, for after and before.").Resolve(context => context.Source.Cursor);
        Field("node", typeof(NonNullGraphType<>).MakeGenericType(listing.NodeType)).Description("The item.").Resolve(context => context.Source!.Node);
    }
}

/// <summary>Where a page stands in its list, in the graph.</summary>
internal sealed class PageInfoType : ObjectGraphType<PageInfo>
{
    public PageInfoType()
    {
        Description = "Where a page stands in its list.";
        Field(p => p.HasNextPage).Description("Whether there are items after this page.");
        Field(p => p.HasPreviousPage).Description("Whether there are items before this page.");
        Field(p => p.StartCursor, nullable: true).Description("The cursor of the first item; null on an empty page.");
        Field(p => p.EndCursor, nullable: true).Description("The cursor of the last item; null on an empty page.");
    }
}
