using Equity.Graph.Execution.Mutations;
using Equity.Graph.Notifications;
using Equity.Graph.Teams;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Learning.Spread;

/// <summary>Tells a team's members what becomes of what they have learnt.</summary>
internal static class SpreadNews
{
    /// <summary>Of thanks: not again while one has not been read, so that nobody is told of each.</summary>
    public static async Task TellOfThanksAsync(Change change, SharedLearning learning)
    {
        var told = await change.Db.Notifications.IgnoreQueryFilters().Where(one => one.Kind == NotificationKind.LearningThanked && one.LearningId == learning.Id && one.ReadAt == null)
            .Select(one => one.PersonId).ToHashSetAsync(change.Cancel);
        Tell(change, learning, learning.TeamId, NotificationKind.LearningThanked, (await MembersAsync(change, learning.TeamId)).Where(person => !told.Contains(person)));
    }

    /// <summary>Of leads who put it forward.</summary>
    public static async Task TellOfFeaturingAsync(Change change, SharedLearning learning) =>
        Tell(change, learning, learning.TeamId, NotificationKind.LearningFeatured, await MembersAsync(change, learning.TeamId));

    /// <summary>Of another team that tries it. A draft is told of by nobody.</summary>
    public static async Task TellOfAdoptionAsync(Change change, SharedLearning learning, Team by, NotificationKind kind)
    {
        if (by.PublishedAt is not null)
            Tell(change, learning, by.Id, kind, await MembersAsync(change, learning.TeamId));
    }

    private static void Tell(Change change, SharedLearning learning, int team, NotificationKind kind, IEnumerable<int> members) =>
        change.Db.AddRange(members.Select(person => new Notification { PersonId = person, Kind = kind, TeamId = team, LearningId = learning.Id, At = change.Now }));

    private static async Task<IEnumerable<int>> MembersAsync(Change change, int team) =>
        (await Told.MembersAsync(change.Db, [team], change.Person, change.Cancel)).Select(told => told.Person);
}
