using Equity.Graph.Events;
using Equity.Graph.Execution;
using Equity.Graph.Execution.Limits;
using Equity.Graph.Execution.Lists;
using Equity.Graph.Teams;
using GraphQL.Types;

namespace Equity.Graph.Resources;

/// <summary>A resource in the graph.</summary>
internal sealed class ResourceType : ObjectGraphType<Resource>
{
    public ResourceType(IEnumerable<ITypeExtension<ResourceType>> features)
    {
        this.IsNode();
        Field<TeamType>("team").Description("The team that shows it.").Resolve(context => context.LoadOne<Team>(context.Source.TeamId));
        Field<EventType>("event").Description("The event that it is shown at; a video there is a video message.").Resolve(context => context.LoadOne<Event>(context.Source.EventId));
        Field(r => r.Kind);
        Field(r => r.Title);
        Field(r => r.Url);
        Field(r => r.Transcript, nullable: true);
        Field(r => r.HasCaptions);
        Field(r => r.PublishedAt, nullable: true);
        Field(r => r.CreatedAt);
        Field(r => r.UpdatedAt);
        Field(r => r.Version);
        foreach (var feature in features)
            feature.Extend(this);
    }
}

/// <summary>What resources can be filtered and ordered by.</summary>
internal sealed class ResourceListing : Listing<Resource>
{
    public static readonly ResourceListing Instance = new();

    private ResourceListing() : base("Resource", "Resources", typeof(ResourceType))
    {
        Enum(r => r.Kind);
        Text(r => r.Title, sortable: true);
        Instant(r => r.PublishedAt);
        Instant(r => r.CreatedAt);
        Instant(r => r.UpdatedAt);
        One(r => r.Team, () => TeamListing.Instance);
        One(r => r.Event, () => EventListing.Instance);
        UsuallyBy("publishedAt", SortDirection.Desc);
    }
}

/// <summary>The root field resources, a team's own, and those that are shown at an event.</summary>
internal sealed class ResourceQueries : ITypeExtension<Query>, ITypeExtension<TeamType>, ITypeExtension<EventType>
{
    public void Extend(Query type) => type.AddList("resources", "The videos, pages and documents of teams, the one that was published last first unless ordered otherwise.", ResourceListing.Instance);

    public void Extend(TeamType type) =>
        type.Field<NonNullGraphType<ListGraphType<NonNullGraphType<ResourceType>>>>("resources").Description("Its videos, pages and documents, drafts among them to whom may read these.").Holds(2)
            .Resolve(context => context.LoadMany<Resource>(resource => resource.TeamId, context.Source.Id));

    public void Extend(EventType type)
    {
        type.AddShown<Resource, ResourceType>("videos", "The video messages that teams show there, what was published first coming first.", all => all.Where(resource => resource.Kind == ResourceKind.Video));
        type.AddShown<Resource, ResourceType>("resources", "The pages and documents that teams show there, what was published first coming first.", all => all.Where(resource => resource.Kind != ResourceKind.Video));
    }
}
