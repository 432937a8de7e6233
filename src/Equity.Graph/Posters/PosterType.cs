using Equity.Graph.Events;
using Equity.Graph.Execution;
using Equity.Graph.Execution.Limits;
using Equity.Graph.Execution.Lists;
using Equity.Graph.Posters.Files;
using Equity.Graph.Teams;
using GraphQL.Types;

namespace Equity.Graph.Posters;

/// <summary>A poster in the graph.</summary>
internal sealed class PosterType : ObjectGraphType<Poster>
{
    public PosterType(IEnumerable<ITypeExtension<PosterType>> features)
    {
        this.IsNode();
        Field<NonNullGraphType<TeamType>>("team").Description("The team whose work it shows.").Resolve(context => context.LoadOne<Team>(context.Source.TeamId));
        Field<EventType>("event").Description("The event that it is shown at.").Resolve(context => context.LoadOne<Event>(context.Source.EventId));
        Field(p => p.Title);
        Field(p => p.AltText, nullable: true);
        Field(p => p.Summary, nullable: true);
        Field<IntGraphType>("readingAge").Description("From what age the summary can be read, in years: its Flesch–Kincaid grade and 5. Null without a summary.").Resolve(context => ReadingAge.Of(context.Source.Summary));
        Field<StringGraphType>("imageUrl").Description("Where the picture is, below the server's address; null while there is none. Another picture has another address.")
            .Resolve(context => FileForm.Image.AddressOf(context.Source));
        Field(p => p.ImageWidth, nullable: true);
        Field(p => p.ImageHeight, nullable: true);
        Field<StringGraphType>("thumbnailUrl").Description($"Where the picture is, at most {PosterRules.SmallWidth} pixels wide: for a gallery.").Resolve(context => FileForm.Thumbnail.AddressOf(context.Source));
        Field<StringGraphType>("largeThumbnailUrl").Description($"Where the picture is, at most {PosterRules.LargeWidth} pixels wide: for a page.").Resolve(context => FileForm.LargeThumbnail.AddressOf(context.Source));
        Field<StringGraphType>("pdfUrl").Description("Where the PDF is; null while there is none.").Resolve(context => FileForm.Pdf.AddressOf(context.Source));
        Field(p => p.PublishedAt, nullable: true);
        Field(p => p.CreatedAt);
        Field(p => p.UpdatedAt);
        Field(p => p.Version);
        foreach (var feature in features)
            feature.Extend(this);
    }
}

/// <summary>What posters can be filtered and ordered by.</summary>
internal sealed class PosterListing : Listing<Poster>
{
    public static readonly PosterListing Instance = new();

    private PosterListing() : base("Poster", "Posters", typeof(PosterType))
    {
        Text(p => p.Title, sortable: true);
        Text(p => p.Summary);
        Instant(p => p.PublishedAt);
        Instant(p => p.CreatedAt);
        Instant(p => p.UpdatedAt);
        One(p => p.Team, () => TeamListing.Instance);
        One(p => p.Event, () => EventListing.Instance);
        UsuallyBy("publishedAt", SortDirection.Desc);
    }
}

/// <summary>The root field posters, a team's own, and the gallery of an event.</summary>
internal sealed class PosterQueries : ITypeExtension<Query>, ITypeExtension<TeamType>, ITypeExtension<EventType>
{
    public void Extend(Query type) => type.AddList("posters", "The posters of teams, the one that was published last first unless ordered otherwise.", PosterListing.Instance);

    public void Extend(EventType type) => type.AddShown<Poster, PosterType>("posters", "The posters that teams show there, what was published first coming first.", all => all);

    public void Extend(TeamType type)
    {
        type.Field<PosterType>("poster").Description("The poster that it published last; where it has published none, the draft that it began last, to whom may read drafts.")
            .Resolve(context => context.LoadMany<Poster>(poster => poster.TeamId, context.Source.Id).Then(posters => posters.MaxBy(poster => (poster.PublishedAt, poster.Id))));
        type.Field<NonNullGraphType<ListGraphType<NonNullGraphType<PosterType>>>>("posters").Description("Its posters, drafts among them to whom may read these.").Holds(2)
            .Resolve(context => context.LoadMany<Poster>(poster => poster.TeamId, context.Source.Id));
    }
}
