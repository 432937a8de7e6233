using Equity.Graph.Execution;
using Equity.Graph.Execution.Limits;
using Equity.Graph.Execution.Lists;
using Equity.Graph.Inequities;
using Equity.Graph.Learning;
using Equity.Graph.Support;
using Equity.Graph.Teams;
using Equity.Matching;
using GraphQL.Types;

namespace Equity.Graph.Peers;

/// <summary>A page of what a search found.</summary>
/// <param name="Edges">What was found, best first.</param>
/// <param name="HasNext">Whether there is more after the page.</param>
/// <param name="HasPrevious">Whether there is more before the page.</param>
/// <param name="Total">How many there are on all pages.</param>
internal sealed record SearchConnection(IReadOnlyList<SearchEdge> Edges, bool HasNext, bool HasPrevious, int Total);

/// <summary>Something that a search found, with its row.</summary>
internal sealed record SearchEdge(object Node, string Cursor, SearchHit Hit);

/// <summary>A page of what a search found, in the graph.</summary>
internal sealed class SearchConnectionType : ObjectGraphType<SearchConnection>
{
    public SearchConnectionType()
    {
        Name = "SearchConnection";
        Description = "A page of what a search found.";
        Field<NonNullGraphType<PageInfoType>>("pageInfo").Description("Where the page stands in the list.")
            .Resolve(context => PageInfo.Of(context.Source.HasNext, context.Source.HasPrevious, context.Source.Edges, edge => edge.Cursor));
        Field<ListGraphType<NonNullGraphType<SearchEdgeType>>>("edges").Description("What was found with cursors, scores and evidence, best first.").HoldsThePage().Resolve(context => context.Source.Edges);
        Field<ListGraphType<NonNullGraphType<SearchResultType>>>("nodes").Description("What was found, best first.").HoldsThePage().Resolve(context => context.Source.Edges.Select(edge => edge.Node));
        Field<NonNullGraphType<IntGraphType>>("totalCount").Description($"How many things were found, on all pages; at most {PeerMatcher.MostHits}.").Resolve(context => context.Source.Total);
    }
}

/// <summary>Something that a search found, in the graph.</summary>
internal sealed class SearchEdgeType : ObjectGraphType<SearchEdge>
{
    public SearchEdgeType()
    {
        Name = "SearchEdge";
        Description = "Something that a search found.";
        Field<NonNullGraphType<StringGraphType>>("cursor").Description("Its place in the list, for after.").Resolve(context => context.Source.Cursor);
        Field<NonNullGraphType<SearchResultType>>("node").Description("What was found.").Resolve(context => context.Source.Node);
        Field<NonNullGraphType<FloatGraphType>>("score").Description("How well it fits the text, by meaning and by word, 0 to 1.").Resolve(context => context.Source.Hit.Score);
        Field<NonNullGraphType<EvidenceType>>("evidence").Description("The words of it that fit best.").Resolve(context => context.Source.Hit.Quote);
    }
}

/// <summary>
/// What a search finds, in the graph. A union and not the interface Node: it says which four types may come, so that a generated client
/// need not reckon with all the others; compilers of clients (Relay's too) take the id of a union's members by themselves.
/// </summary>
internal sealed class SearchResultType : UnionGraphType
{
    public SearchResultType()
    {
        Name = "SearchResult";
        Description = "What a search finds.";
        Type<TeamType>();
        Type<InequityType>();
        Type<LearningType>();
        Type<OfferType>();
    }
}

/// <summary>The kinds of things that a search finds, in the graph.</summary>
internal sealed class SearchKindType : EnumType<SearchKind>
{
    public SearchKindType() => Name = "SearchKind";
}
