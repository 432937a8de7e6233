using Equity.Graph.Execution;
using Equity.Graph.Execution.Lists;
using Equity.Graph.Execution.Mutations;
using Equity.Graph.Persistence;
using GraphQL.Builders;
using GraphQL.Types;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Events;

/// <summary>Something of a team that can be shown at an event.</summary>
internal interface IShownAtEvent : IEntity
{
    /// <summary>The integer key of the event; null for none.</summary>
    int? EventId { get; set; }

    /// <summary>When it was shown to others, UTC; null while it is a draft.</summary>
    DateTime? PublishedAt { get; }
}

/// <summary>Your team does not come to the event, and only teams that do show something there.</summary>
/// <param name="Field">The input's field.</param>
internal sealed record NotAtEvent(string Field) : MutationError("Only teams that come to an event, or wait for room there, show something at it. Join it first with joinEvent.");

/// <summary>What teams show at events.</summary>
internal static class AtEvents
{
    /// <summary>The input's field that names the event.</summary>
    private const string Field = "event";

    /// <summary>Shows something at the event that the input names, if its team comes there; at none when the input clears it.</summary>
    public static async Task ShowAtAsync(this Change change, MutationInput input, string? id, IShownAtEvent row, int team)
    {
        if (!input.Gives(Field))
            return;
        if (id is null)
            row.EventId = null;
        else if (await change.FindAsync<Event>(id, Field) is not { } gathering)
            return;
        else if (await change.Db.Attendance.AnyAsync(there => there.EventId == gathering.Id && there.TeamId == team, change.Cancel))
            row.EventId = gathering.Id;
        else
            change.Refuse(new NotAtEvent(Field));
    }

    /// <summary>A field of an event with what is shown there: what was published first comes first, drafts come last.</summary>
    /// <param name="type">The event's type.</param>
    /// <param name="name">The field's name.</param>
    /// <param name="description">The field's description.</param>
    /// <param name="of">Keeps those that the field is about.</param>
    public static FieldBuilder<Event, object> AddShown<T, TType>(this EventType type, string name, string description, Func<IQueryable<T>, IQueryable<T>> of) where T : class, IShownAtEvent where TType : IGraphType =>
        type.Field<NonNullGraphType<ListGraphType<NonNullGraphType<TType>>>>(name).Description(description)
            .Argument<IntGraphType>("first", $"How many, 0 to {PageArguments.MaxSize}.", arg => arg.DefaultValue = PageArguments.MaxSize)
            .Resolve(context =>
            {
                var first = PageArguments.First(context, PageArguments.MaxSize);
                return context.Loader<int, IReadOnlyList<T>>((name, first), async (db, events, cancel) =>
                {
                    var rows = await db.Events.Where(gathering => EF.Parameter(events).Contains(gathering.Id))
                        .SelectMany(gathering => of(db.Set<T>()).Where(row => row.EventId == gathering.Id).OrderBy(row => row.PublishedAt == null).ThenBy(row => row.PublishedAt).ThenBy(row => row.Id).Take(first))
                        .AsNoTracking().ToListAsync(cancel);
                    return rows.GroupBy(row => row.EventId!.Value).ToDictionary(own => own.Key, own => (IReadOnlyList<T>)[.. own.OrderBy(row => row.PublishedAt is null).ThenBy(row => row.PublishedAt).ThenBy(row => row.Id)]);
                }).Load(context.Source.Id).Then(rows => rows ?? []);
            });
}
