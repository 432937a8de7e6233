using Equity.Graph.Auth;
using Equity.Graph.Execution;
using Equity.Graph.Execution.Lists;
using Equity.Graph.Execution.Mutations;
using Equity.Graph.Learning;
using Equity.Graph.Rules;
using Equity.Graph.Teams;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Events;

/// <summary>What was heard at an event becomes the learning of the team that it came from, written down by somebody else; the team may change it, or delete it.</summary>
internal static class Hearing
{
    /// <summary>Whether a team comes to an event.</summary>
    public static Task<bool> ComesAsync(this Change change, int gathering, int team) =>
        change.Db.Attendance.IgnoreQueryFilters().AnyAsync(there => there.EventId == gathering && there.TeamId == team && !there.Waits, change.Cancel);

    /// <summary>Adds a piece of learning to a team; refuses the change when it has as many as it may have. Texts have been checked.</summary>
    public static async Task<SharedLearning?> HearAsync(this Change change, Event gathering, Team team, LearningKind kind, string title, string body)
    {
        // Those that this change has added have no row yet.
        var keys = await change.Db.Learning.IgnoreQueryFilters([ReadRules.Sight]).Where(other => other.TeamId == team.Id).Select(other => other.Key).ToListAsync(change.Cancel);
        var taken = change.Db.Learning.Local.Where(other => other.TeamId == team.Id).Select(other => other.Key).Concat(keys).ToHashSet();
        if (taken.Count >= TeamRules.MaxLearning)
        {
            change.Refuse(new TooMany("learning", TeamRules.MaxLearning));
            return null;
        }
        var learning = new SharedLearning
        {
            TeamId = team.Id,
            Key = Key.From(title, taken),
            Kind = kind,
            Title = title,
            Body = body,
            HeardAtEventId = gathering.Id,
            SharedAt = change.Now,
        };
        change.Db.Add(learning);
        return learning;
    }
}

/// <summary>The team does not come to the event.</summary>
/// <param name="Field">The input's field.</param>
internal sealed record NotAtTheEvent(string Field) : MutationError($"{Field} names a team that does not come to the event. Let it join, or name one that does.");

/// <summary>Where a piece of learning was heard, and what was heard at an event.</summary>
internal sealed class HearingQueries : ITypeExtension<LearningType>, ITypeExtension<EventType>
{
    public void Extend(LearningType type) =>
        type.Field<EventType>("heardAtEvent").Description("The event at which it was heard and written down; null where the team wrote it by itself, or you cannot see the event.")
            .Resolve(context => context.LoadOne<Event>(context.Source.HeardAtEventId));

    public void Extend(EventType type) =>
        type.AddList<Event, SharedLearning>("harvest", "What was heard there, at tables and from the panel, as the learning of the teams that it came from.", LearningListing.Instance, learning => learning.HeardAtEventId!.Value);
}
