using Equity.Graph.Auth;
using Equity.Graph.Execution;
using Equity.Graph.Execution.Limits;
using GraphQL.Types;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Events;

/// <summary>The world café of an event, and the plans for it.</summary>
internal sealed class CafeQueries : ITypeExtension<EventType>
{
    public void Extend(EventType type)
    {
        type.Field<WorldCafeType>("cafe").Description("Its world café, once a plan is published.").Resolve(context =>
            context.Loader<int, WorldCafe>("cafés in use", (db, events, cancel) => db.WorldCafes.AsNoTracking()
                .Where(cafe => events.Contains(cafe.EventId) && cafe.Status != CafeStatus.Planned).ToDictionaryAsync(cafe => cafe.EventId, cancel)).Load(context.Source.Id));
        type.Field<ListGraphType<NonNullGraphType<WorldCafeType>>>("cafePlans")
            .Description(FormattableString.Invariant($"The plans for its world café that are not in use, oldest first, at most {EventRules.MostPlans}. For leads, coaches and administrators; null for others.")).Holds(3)
            .Resolve(context => !context.Viewer().MayOrganise(context.Source.ProgrammeId) ? null : context.Loader<int, List<WorldCafe>>("plans of cafés", async (db, events, cancel) =>
                (await db.WorldCafes.AsNoTracking().Where(cafe => events.Contains(cafe.EventId) && cafe.Status == CafeStatus.Planned).OrderBy(cafe => cafe.Id).ToListAsync(cancel))
                .GroupBy(cafe => cafe.EventId).ToDictionary(own => own.Key, own => own.ToList())).Load(context.Source.Id).Then(plans => plans ?? []));
    }
}
