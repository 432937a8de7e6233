using Equity.Graph.Execution;
using Equity.Graph.Execution.Limits;
using Equity.Graph.Execution.Mutations;
using Equity.Graph.Measures;
using Equity.Graph.Teams;
using GraphQL.Types;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Ideas;

/// <summary>What ideas and measures tell of each other.</summary>
internal sealed class IdeaMeasures : ITypeExtension<ChangeIdeaType>, ITypeExtension<MeasureType>
{
    public void Extend(ChangeIdeaType type) =>
        type.Field<NonNullGraphType<ListGraphType<NonNullGraphType<MeasureType>>>>("measures").Description($"What the team looks at to see whether it helps, in the order in which they were created; at most {IdeaRules.MaxMeasures}.").Holds(2)
            .Resolve(context => context.Loader<int, IReadOnlyList<Measure>>((typeof(IdeaMeasures), typeof(Measure)), async (db, ideas, cancel) =>
                (await db.IdeaMeasures.AsNoTracking().Where(link => EF.Parameter(ideas).Contains(link.ChangeIdeaId)).OrderBy(link => link.MeasureId).Select(link => new { link.ChangeIdeaId, link.Measure }).ToListAsync(cancel))
                .GroupBy(link => link.ChangeIdeaId).ToDictionary(idea => idea.Key, idea => (IReadOnlyList<Measure>)[.. idea.Select(link => link.Measure!)])).Load(context.Source.Id).Then(measures => measures ?? []));

    public void Extend(MeasureType type) =>
        type.Field<NonNullGraphType<ListGraphType<NonNullGraphType<ChangeIdeaType>>>>("changeIdeas").Description($"The team's change ideas that are meant to show in it, oldest first; at most {TeamRules.MaxOfEach}.").Holds(2)
            .Resolve(context => context.Loader<int, IReadOnlyList<ChangeIdea>>((typeof(IdeaMeasures), typeof(ChangeIdea)), async (db, measures, cancel) =>
                (await db.IdeaMeasures.AsNoTracking().Where(link => EF.Parameter(measures).Contains(link.MeasureId)).OrderBy(link => link.ChangeIdeaId).Select(link => new { link.MeasureId, link.ChangeIdea }).ToListAsync(cancel))
                .GroupBy(link => link.MeasureId).ToDictionary(measure => measure.Key, measure => (IReadOnlyList<ChangeIdea>)[.. measure.Select(link => link.ChangeIdea!)])).Load(context.Source.Id).Then(ideas => ideas ?? []));

    /// <summary>Has an idea look at these measures and at no others. Those that were deleted, and may be restored, stay.</summary>
    /// <param name="change">The change.</param>
    /// <param name="idea">The idea, with the measures that it looks at.</param>
    /// <param name="ids">The global ids of the measures.</param>
    public static async Task TakeAsync(Change change, ChangeIdea idea, IReadOnlyList<string> ids)
    {
        if (ids.Count > IdeaRules.MaxMeasures)
        {
            change.Refuse(new InvalidText("measures", FormattableString.Invariant($"must name at most {IdeaRules.MaxMeasures} measures: those that would show first whether it helps")));
            return;
        }
        var wanted = ids.Select(id => NodeId.Find<Measure>(id)).Distinct().ToList();
        var own = await change.Db.Measures.Where(measure => measure.TeamId == idea.TeamId && wanted.Contains(measure.Id)).Select(measure => measure.Id).ToListAsync(change.Cancel);
        if (own.Count < wanted.Count)
            change.Refuse(new NotFound("measures"));
        change.Db.RemoveRange(idea.Measures.Where(link => !own.Contains(link.MeasureId)));
        idea.Measures.AddRange(own.Except(idea.Measures.Select(link => link.MeasureId)).Order().Select(measure => new IdeaMeasure { MeasureId = measure }));
        // The idea counts the changes of what it looks at as its own.
        if (idea.Id > 0)
            change.Db.Entry(idea).Property(changed => changed.UpdatedAt).IsModified = true;
    }
}
