using Equity.Graph.Audit;
using Equity.Graph.Execution;
using Equity.Graph.Execution.Topics;
using Equity.Graph.Persistence;
using Equity.Graph.Teams;
using GraphQL;
using GraphQL.Types;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Friendships;

/// <summary>Something has become of a friendship.</summary>
/// <param name="Id">The friendship's integer key.</param>
internal readonly record struct FriendshipChanged(int Id);

/// <summary>Tells who listens of each change of a friendship, whoever made it.</summary>
internal sealed class FriendshipTeller(Topic<FriendshipChanged> changed) : IChangeTeller
{
    public string Kind => nameof(Friendship);

    public async Task TellAsync(EquityDbContext db, IReadOnlyList<AuditEntry> changes, CancellationToken cancel)
    {
        var keys = changes.Where(change => change.Action != AuditAction.Removed).Select(change => change.Key).Distinct().ToList();
        var ids = await db.Friendships.Where(friendship => keys.Contains(friendship.Key)).ToDictionaryAsync(friendship => friendship.Key, friendship => friendship.Id, cancel);
        foreach (var key in keys.Where(ids.ContainsKey))
            changed.Publish(new FriendshipChanged(ids[key]));
    }
}

/// <summary>The subscription friendshipChanged.</summary>
internal sealed class FriendshipSubscriptions(Topic<FriendshipChanged> changed) : ITypeExtension<Subscription>
{
    public void Extend(Subscription type) =>
        type.AddEvents<FriendshipType, FriendshipChanged, Friendship>(
            "friendshipChanged", "Each friendship of a team, when something becomes of it: as far as you can see it.", changed, LoadAsync)
            .Argument<NonNullGraphType<IdGraphType>>("team", "The team's id.");

    private static Task<Friendship?> LoadAsync(IResolveFieldContext context, FriendshipChanged happened)
    {
        var team = NodeId.Find<Team>(context.GetArgument<string>("team"));
        return context.QueryAsync((db, cancel) => db.Friendships.AsNoTracking()
            .SingleOrDefaultAsync(friendship => friendship.Id == happened.Id && (friendship.FromId == team || friendship.ToId == team), cancel));
    }
}
