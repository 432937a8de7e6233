using Equity.Graph.Events;
using Equity.Graph.Execution;
using Equity.Graph.Execution.Lists;
using Equity.Graph.Inequities;
using Equity.Graph.Teams;
using GraphQL.Types;

namespace Equity.Graph.Learning;

/// <summary>A piece of learning in the graph.</summary>
internal sealed class LearningType : ObjectGraphType<SharedLearning>
{
    public LearningType(IEnumerable<ITypeExtension<LearningType>> features)
    {
        Name = "Learning";
        this.IsNode();
        Field<NonNullGraphType<TeamType>>("team").Description("The team that learnt it.").Resolve(context => context.LoadOne<Team>(context.Source.TeamId));
        Field(l => l.Kind);
        Field(l => l.Title);
        Field(l => l.Body);
        Field<InequityType>("inequity").Description("The inequity of the team that it belongs to.").Resolve(context => context.LoadOne<Inequity>(context.Source.InequityId));
        Field(l => l.SharedAt);
        Field(l => l.FeaturedAt, nullable: true);
        Field(l => l.UpdatedAt);
        Field(l => l.Version);
        foreach (var feature in features)
            feature.Extend(this);
    }
}

/// <summary>What learning can be filtered and ordered by.</summary>
internal sealed class LearningListing : Listing<SharedLearning>
{
    public static readonly LearningListing Instance = new();

    private LearningListing() : base("Learning", "Learning", typeof(LearningType))
    {
        Enum(l => l.Kind);
        Text(l => l.Title, sortable: true);
        Text(l => l.Body);
        Instant(l => l.SharedAt);
        Instant(l => l.FeaturedAt);
        Instant(l => l.UpdatedAt);
        One(l => l.Team, () => TeamListing.Instance);
        One(l => l.Inequity, () => InequityListing.Instance);
        One(l => l.HeardAtEvent, () => EventListing.Instance);
        UsuallyBy("sharedAt", SortDirection.Desc);
    }
}

/// <summary>The root field learning, and a team's own.</summary>
internal sealed class LearningQueries : ITypeExtension<Query>, ITypeExtension<TeamType>
{
    public void Extend(Query type) => type.AddList("learning", "What teams have learnt, newest first unless ordered otherwise.", LearningListing.Instance);

    public void Extend(TeamType type) => type.AddList<Team, SharedLearning>("learning", "What it has learnt.", LearningListing.Instance, learning => learning.TeamId);
}
