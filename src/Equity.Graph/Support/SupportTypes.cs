using Equity.Graph.Execution;
using Equity.Graph.Execution.Limits;
using Equity.Graph.Execution.Lists;
using Equity.Graph.Teams;
using GraphQL.Types;

namespace Equity.Graph.Support;

/// <summary>An ask in the graph.</summary>
internal sealed class AskType : ObjectGraphType<Ask>
{
    public AskType(IEnumerable<ITypeExtension<AskType>> features)
    {
        this.IsNode();
        Field<NonNullGraphType<TeamType>>("team").Description("The team that asks.").Resolve(context => context.LoadOne<Team>(context.Source.TeamId));
        Field(a => a.Text);
        Field(a => a.Status);
        Field(a => a.CreatedAt);
        Field(a => a.ClosedAt, nullable: true);
        Field(a => a.UpdatedAt);
        Field(a => a.Version);
        foreach (var feature in features)
            feature.Extend(this);
    }
}

/// <summary>An offer in the graph.</summary>
internal sealed class OfferType : ObjectGraphType<Offer>
{
    public OfferType(IEnumerable<ITypeExtension<OfferType>> features)
    {
        this.IsNode();
        Field<NonNullGraphType<TeamType>>("team").Description("The team that offers.").Resolve(context => context.LoadOne<Team>(context.Source.TeamId));
        Field(o => o.Text);
        Field(o => o.Available);
        Field(o => o.CreatedAt);
        Field(o => o.UpdatedAt);
        Field(o => o.Version);
        foreach (var feature in features)
            feature.Extend(this);
    }
}

/// <summary>What asks can be filtered and ordered by.</summary>
internal sealed class AskListing : Listing<Ask>
{
    public static readonly AskListing Instance = new();

    private AskListing() : base("Ask", "Asks", typeof(AskType))
    {
        Text(a => a.Text);
        Enum(a => a.Status);
        Instant(a => a.CreatedAt);
        Instant(a => a.UpdatedAt);
        One(a => a.Team, () => TeamListing.Instance);
        UsuallyBy("createdAt", SortDirection.Desc);
    }
}

/// <summary>What offers can be filtered and ordered by.</summary>
internal sealed class OfferListing : Listing<Offer>
{
    public static readonly OfferListing Instance = new();

    private OfferListing() : base("Offer", "Offers", typeof(OfferType))
    {
        Text(o => o.Text);
        Truth(o => o.Available);
        Instant(o => o.CreatedAt);
        Instant(o => o.UpdatedAt);
        One(o => o.Team, () => TeamListing.Instance);
        UsuallyBy("createdAt", SortDirection.Desc);
    }
}

/// <summary>The root fields asks and offers, and a team's own.</summary>
internal sealed class SupportQueries : ITypeExtension<Query>, ITypeExtension<TeamType>
{
    public void Extend(Query type)
    {
        type.AddList("asks", "What teams need help with, newest first unless ordered otherwise.", AskListing.Instance);
        type.AddList("offers", "What teams can help others with, newest first unless ordered otherwise.", OfferListing.Instance);
    }

    public void Extend(TeamType type)
    {
        type.Field<NonNullGraphType<ListGraphType<NonNullGraphType<AskType>>>>("asks").Description("What it needs help with.").Holds(3)
            .Resolve(context => context.LoadMany<Ask>(ask => ask.TeamId, context.Source.Id));
        type.Field<NonNullGraphType<ListGraphType<NonNullGraphType<OfferType>>>>("offers").Description("What it can help others with.").Holds(3)
            .Resolve(context => context.LoadMany<Offer>(offer => offer.TeamId, context.Source.Id));
    }
}
