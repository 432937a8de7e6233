using Equity.Graph.Auth;
using Equity.Graph.Execution;
using Equity.Graph.Execution.Limits;
using Equity.Graph.Peers;
using Equity.Matching;
using GraphQL;
using GraphQL.Types;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Events.Harvest;

/// <summary>Notes that tell nearly the same, as the matcher finds. A person decides whether they are merged.</summary>
/// <param name="Notes">The notes, in the order in which they were written.</param>
/// <param name="Likeness">How alike the two least alike of them are, 0 to 1.</param>
internal sealed record HarvestGroup(IReadOnlyList<HarvestNote> Notes, double Likeness);

/// <summary>Such notes in the graph.</summary>
internal sealed class HarvestGroupType : ObjectGraphType<HarvestGroup>
{
    public HarvestGroupType()
    {
        Description = "Notes that tell nearly the same, as the matcher finds: look whether to merge them.";
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<HarvestNoteType>>>>("notes").Description("The notes, two or more, in the order in which they were written.").Holds(2).Resolve(context => context.Source.Notes);
        Field(group => group.Likeness).Description(FormattableString.Invariant($"How alike the two least alike of them are, by meaning, {PeerMatcher.NearlyTheSame} to 1."));
    }
}

/// <summary>Which notes of an event could be merged.</summary>
internal sealed class HarvestGroups(PeerMatcher matcher) : ITypeExtension<EventType>
{
    public void Extend(EventType type) =>
        type.Field<ListGraphType<NonNullGraphType<HarvestGroupType>>>("harvestGroups")
            .Description(FormattableString.Invariant($"Drafts that tell nearly the same, for those who run the event; null for others. Any two of a group are {PeerMatcher.NearlyTheSame} alike or more; no note is in two.")).Costs(PeerCosts.Encoding).Holds(20)
            .ResolveAsync(async context => context.Viewer().MayOrganise(context.Source.ProgrammeId) ? await FindAsync(context) : null);

    private async Task<List<HarvestGroup>> FindAsync(IResolveFieldContext<Event> context)
    {
        var gathering = context.Source.Id;
        var drafts = await context.QueryAsync((db, cancel) => db.HarvestNotes.AsNoTracking().Where(note => note.EventId == gathering && note.MergedIntoId == null && note.PublishedAt == null).OrderBy(note => note.Id).ToListAsync(cancel));
        var groups = await matcher.GroupAsync([.. drafts.Select(note => note.Text)], cancel: context.CancellationToken);
        return [.. groups.Select(group => new HarvestGroup([.. group.Texts.Select(place => drafts[place])], group.Likeness))];
    }
}
