using Equity.Graph.Execution;
using Equity.Graph.Execution.Lists;
using Equity.Graph.Teams;
using GraphQL.Types;

namespace Equity.Graph.Inequities;

/// <summary>An inequity in the graph.</summary>
internal sealed class InequityType : ObjectGraphType<Inequity>
{
    public InequityType(IEnumerable<ITypeExtension<InequityType>> features)
    {
        this.IsNode();
        Field<NonNullGraphType<TeamType>>("team").Description("The team that tackles it.").Resolve(context => context.LoadOne<Team>(context.Source.TeamId));
        Field(i => i.Title);
        Field(i => i.Dimension);
        Field(i => i.Population);
        Field(i => i.Kind, nullable: true);
        Field(i => i.Core20Plus5, type: typeof(NonNullGraphType<ListGraphType<NonNullGraphType<EnumType<Core20Plus5>>>>));
        Field(i => i.Evidence, nullable: true);
        Field(i => i.Status);
        Field(i => i.CreatedAt);
        Field(i => i.UpdatedAt);
        Field(i => i.Version);
        foreach (var feature in features)
            feature.Extend(this);
    }
}

/// <summary>What inequities can be filtered and ordered by.</summary>
internal sealed class InequityListing : Listing<Inequity>
{
    public static readonly InequityListing Instance = new();

    private InequityListing() : base("Inequity", "Inequities", typeof(InequityType))
    {
        Text(i => i.Title, sortable: true);
        Enum(i => i.Dimension);
        Text(i => i.Population, sortable: true);
        Enum(i => i.Kind);
        EnumList(i => i.Core20Plus5);
        Text(i => i.Evidence);
        Enum(i => i.Status);
        Instant(i => i.CreatedAt);
        Instant(i => i.UpdatedAt);
        One(i => i.Team, () => TeamListing.Instance);
        UsuallyBy("title");
    }
}

/// <summary>The root field inequities, and a team's own.</summary>
internal sealed class InequityQueries : ITypeExtension<Query>, ITypeExtension<TeamType>
{
    public void Extend(Query type) => type.AddList("inequities", "The inequities that teams tackle, by title unless ordered otherwise.", InequityListing.Instance);

    public void Extend(TeamType type) => type.AddList<Team, Inequity>("inequities", "The inequities that it tackles.", InequityListing.Instance, inequity => inequity.TeamId);
}
