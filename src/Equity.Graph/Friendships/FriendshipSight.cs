using Equity.Graph.Auth;
using Equity.Graph.Execution;
using GraphQL;
using GraphQL.DataLoader;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Friendships;

/// <summary>What of a friendship that a viewer can see the viewer is told.</summary>
internal static class FriendshipSight
{
    /// <summary>What is for the two teams.</summary>
    public static T? OfTheTwo<T>(this IResolveFieldContext<Friendship> context, Func<Friendship, T?> value) => context.Viewer().IsOfEither(context.Source) ? value(context.Source) : default;

    /// <summary>What is for the two teams, and for leads and coaches of their programmes.</summary>
    public static IDataLoaderResult<object?> OfLeads<T>(this IResolveFieldContext<Friendship> context, Func<Friendship, T?> value) => context.Led().Then(led => led ? (object?)value(context.Source) : null);

    /// <summary>Whether the viewer is of one of the two teams, or leads or coaches one of their programmes.</summary>
    public static IDataLoaderResult<bool> Led(this IResolveFieldContext<Friendship> context)
    {
        var viewer = context.Viewer();
        if (viewer.IsOfEither(context.Source) || viewer.Programmes.Count == 0)
            return new Deferred<bool>(_ => Task.FromResult(viewer.IsOfEither(context.Source)));
        return context.Loader<int, bool>("led friendships", async (db, ids, cancel) =>
            await db.Friendships.Where(friendship => ids.Contains(friendship.Id)).Where(RowRules.IsLedBy(db)).Select(friendship => friendship.Id).ToDictionaryAsync(id => id, _ => true, cancel)).Load(context.Source.Id);
    }
}
