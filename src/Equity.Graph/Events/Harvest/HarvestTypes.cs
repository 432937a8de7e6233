using Equity.Graph.Execution;
using Equity.Graph.Execution.Lists;
using Equity.Graph.Learning;
using Equity.Graph.Teams;
using GraphQL.Types;

namespace Equity.Graph.Events.Harvest;

/// <summary>A note in the graph: for the team whose member wrote it, and for those who run the event.</summary>
internal sealed class HarvestNoteType : ObjectGraphType<HarvestNote>
{
    public HarvestNoteType()
    {
        this.IsNode();
        Field<EventType>("event").Description("The event.").Resolve(context => context.LoadOne<Event>(context.Source.EventId));
        Field(n => n.Round);
        Field(n => n.Table);
        Field(n => n.Kind);
        Field<NonNullGraphType<StringGraphType>>("title").Description("What was heard in a few words.").Resolve(context => context.Source.Titled());
        Field(n => n.Text);
        Field<TeamType>("from").Description("The team whose idea it was; null when you cannot see it.").Resolve(context => context.LoadOne<Team>(context.Source.FromId));
        Field<TeamType>("writtenBy").Description("The team whose member wrote it down; null when you cannot see it.").Resolve(context => context.LoadOne<Team>(context.Source.WrittenById));
        Field<HarvestNoteType>("mergedInto").Description("The note that tells nearly the same and stands for both; null where it stands for itself, or you cannot see the other.")
            .Resolve(context => context.LoadOne<HarvestNote>(context.Source.MergedIntoId));
        Field<LearningType>("learning").Description("The learning that was made of it; null for a draft, and when its team took it back.").Resolve(context => context.LoadOne<SharedLearning>(context.Source.LearningId));
        Field(n => n.PublishedAt, nullable: true);
        Field(n => n.WrittenAt);
        Field(n => n.UpdatedAt);
        Field(n => n.Version);
    }
}

/// <summary>What notes can be filtered and ordered by.</summary>
internal sealed class HarvestNoteListing : Listing<HarvestNote>
{
    public static readonly HarvestNoteListing Instance = new();

    private HarvestNoteListing() : base(nameof(HarvestNote), "HarvestNotes", typeof(HarvestNoteType))
    {
        Text(n => n.Text);
        Enum(n => n.Kind);
        Number(n => n.Round);
        Number(n => n.Table);
        Instant(n => n.PublishedAt);
        Instant(n => n.WrittenAt);
        One(n => n.From, () => TeamListing.Instance);
        UsuallyBy("round");
        UsuallyBy("table");
    }
}

/// <summary>The notes of an event.</summary>
internal sealed class HarvestQueries : ITypeExtension<EventType>
{
    public void Extend(EventType type) => type.AddList<Event, HarvestNote>(
        "harvestNotes", "What was written down at its tables, by round and table unless ordered otherwise: all for those who run it, for others what their teams wrote. Those that were merged into another are left out.",
        HarvestNoteListing.Instance, note => note.EventId, only: note => note.MergedIntoId == null);
}
