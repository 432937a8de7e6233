using Equity.Graph.Execution;
using Equity.Graph.Execution.Mutations;
using Equity.Graph.Teams;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Friendships;

/// <summary>How changes come to the friendship that they are about.</summary>
internal static class FriendshipChange
{
    /// <summary>The proposal that an input names, which waits for its answer, if one's own team may do this; refuses the change otherwise.</summary>
    /// <param name="change">The change.</param>
    /// <param name="input">Names the friendship and the version that was read.</param>
    /// <param name="side">The integer key of the team whose members may do this.</param>
    public static async Task<Friendship?> ProposalAsync(this Change change, OneFriendshipInput input, Func<Friendship, int> side)
    {
        if (await FindAsync(change, input.Friendship) is not { } friendship)
            return null;
        if (!change.Viewer.IsMemberOf(side(friendship)))
            change.Refuse(new NotAMember());
        else if (!IsIn(change, friendship, FriendshipStatus.Proposed) || !change.IsCurrent(friendship, input.Version))
            return null;
        return change.Errors.Count == 0 ? friendship : null;
    }

    /// <summary>The friendship that an id names, of two friends one of which is one's own team; refuses the change otherwise.</summary>
    /// <param name="change">The change.</param>
    /// <param name="id">The friendship's id.</param>
    /// <param name="own">The id of one's own team; null where it goes without saying.</param>
    /// <param name="anyOfTwo">Whether it does not matter which team is one's own.</param>
    public static async Task<(Friendship Friendship, int Team)?> AcceptedAsync(this Change change, string id, string? own, bool anyOfTwo = false)
    {
        if (await FindAsync(change, id) is not { } friendship)
            return null;
        List<int> teams = [.. new[] { friendship.FromId, friendship.ToId }.Where(change.Viewer.IsMemberOf)];
        if (own is not null)
            teams = [.. teams.Where(team => NodeId.Find<Team>(own) == team)];
        if (teams.Count == 0)
            change.Refuse(new NotAMember());
        else if (teams.Count > 1 && !anyOfTwo)
            change.Refuse(new NotFound("team"));
        else if (IsIn(change, friendship, FriendshipStatus.Accepted))
            return (friendship, teams[0]);
        return null;
    }

    /// <summary>The key of a team's programme, whose times hold for what it does; null where it has none.</summary>
    public static async Task<string?> ProgrammeAsync(this Change change, int team) =>
        await change.Db.Teams.IgnoreQueryFilters().Where(known => known.Id == team).Select(known => known.Programme!.Key).SingleAsync(change.Cancel);

    private static async Task<Friendship?> FindAsync(Change change, string id)
    {
        await Expiry.RunAsync(change.Db, change.Now, change.Cancel);
        // What the filter hides of how to reach the others is not to be left behind.
        var friendship = await change.FindAsync<Friendship>(id, "friendship");
        if (friendship is not null)
            await change.Db.Set<FriendContact>().IgnoreQueryFilters().Where(contact => contact.FriendshipId == friendship.Id).LoadAsync(change.Cancel);
        return friendship;
    }

    private static bool IsIn(Change change, Friendship friendship, FriendshipStatus status)
    {
        if (friendship.Status != status)
            change.Refuse(new NotInThatState(friendship.Status));
        return friendship.Status == status;
    }
}
