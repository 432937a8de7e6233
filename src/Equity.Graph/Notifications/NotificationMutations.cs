using Equity.Graph.Execution;
using Equity.Graph.Execution.Lists;
using Equity.Graph.Execution.Mutations;
using GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Notifications;

/// <summary>Which notifications you have read.</summary>
internal sealed class MarkNotificationsReadInput : MutationInput
{
    /// <summary>Their ids, at most 100.</summary>
    [Id]
    public required IReadOnlyList<string> Notifications { get; init; }
}

/// <summary>The mutation markNotificationsRead.</summary>
internal sealed class NotificationMutations : ITypeExtension<Mutation>
{
    public void Extend(Mutation type) => type.AddCount<MarkNotificationsReadInput>(
        "markNotificationsRead", "marked", "How many waited until now; null when nothing was changed.", "Says that you have read what waited for you.", MarkAsync, typeof(NotFound));

    private static async Task<int?> MarkAsync(Change change, MarkNotificationsReadInput input)
    {
        if (input.Notifications.Count > PageArguments.MaxSize)
            throw RequestError.PageSize("the number of notifications", input.Notifications.Count, PageArguments.MaxSize);
        var ids = input.Notifications.Select(NodeId.Find).OfType<(string Type, int Id)>().Where(id => id.Type == nameof(Notification)).Select(id => id.Id).Distinct().ToList();
        var read = await change.Db.Notifications.Where(n => ids.Contains(n.Id)).OrderBy(n => n.Id).ToListAsync(change.Cancel);
        if (read.Count < input.Notifications.Distinct().Count())
            change.Refuse(new NotFound("notifications"));
        var waited = read.Where(n => n.ReadAt is null).ToList();
        waited.ForEach(n => n.ReadAt = change.Now);
        return waited.Count;
    }
}
