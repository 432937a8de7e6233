using Equity.Graph.Execution;
using Equity.Graph.Execution.Mutations;
using Equity.Graph.Notifications;
using Equity.Graph.Peers.Feedback;
using Equity.Graph.Teams;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Friendships;

/// <summary>The mutations of a team that was asked, and of two friends: acceptFriendship, declineFriendship, updateFriendship, endFriendship.</summary>
internal sealed class Answers(FriendshipSettings settings, Ratings ratings) : ITypeExtension<Mutation>
{
    private static readonly Type[] OfAgreements = [.. InputErrors.OfRows, typeof(NotInThatState), typeof(NumberOutOfRange), typeof(DayOutOfRange), .. InputErrors.OfTexts];

    public void Extend(Mutation type)
    {
        type.Add<AcceptFriendshipInput, Friendship, FriendshipType>(
            "acceptFriendship", "Says yes to a proposal: the two teams are friends to call on from now on, and agree on how.", AcceptAsync, [.. OfAgreements, typeof(TeamIsArchived), typeof(NoOpenPlace)]);
        type.Add<DeclineFriendshipInput, Friendship, FriendshipType>(
            "declineFriendship", "Says no to a proposal; why is yours to tell, and nobody else reads it.", DeclineAsync, [.. InputErrors.OfRows, typeof(NotInThatState), .. InputErrors.OfTexts]);
        type.Add<UpdateFriendshipInput, Friendship, FriendshipType>(
            "updateFriendship", "Changes what your team and its friend agreed on, or how your team is reached.", UpdateAsync, OfAgreements);
        type.Add<EndFriendshipInput, Friendship, FriendshipType>(
            "endFriendship", "Ends a friendship, at once. No reason is asked, and how to reach each other is deleted.", EndAsync, [typeof(NotAMember), typeof(NotFound), typeof(NotInThatState)]);
    }

    private async Task<Friendship?> AcceptAsync(Change change, AcceptFriendshipInput input)
    {
        if (await change.ProposalAsync(input, proposal => proposal.ToId) is not { } friendship)
            return null;
        var (from, to) = (await TeamAsync(change, friendship.FromId), await TeamAsync(change, friendship.ToId));
        var held = await Places.HeldAsync(change.Db, [from.Id, to.Id], change.Cancel);
        if (from.ArchivedAt is not null)
            change.Refuse(new TeamIsArchived("from"));
        else if (to.ArchivedAt is not null)
            change.Refuse(new TeamIsArchived("to"));
        // The proposer has held its place since it asked; it may have fewer since.
        else if (held.GetValueOrDefault(from.Id) > from.FriendCapacity)
            change.Refuse(new NoOpenPlace("from", from.FriendCapacity));
        else if (to.Open(held) == 0)
            change.Refuse(new NoOpenPlace("to", to.FriendCapacity));
        Agreement.Take(change, friendship, input, to.Id);
        if (change.Errors.Count > 0)
            return null;
        Agreement.Usual(friendship, settings.Of(to.Programme?.Key), change.Now);
        (friendship.Status, friendship.AnsweredAt) = (FriendshipStatus.Accepted, change.Now);
        await NoteAsync(change, friendship);
        await FriendshipNews.TellBothAsync(change.Db, friendship, NotificationKind.FriendshipAccepted, change.Now, change.Person, change.Cancel);
        return friendship;
    }

    /// <summary>
    /// Whoever accepts finds the other team worth calling, which the matcher learns from, unless the person has said something oneself. A team that declines
    /// says nothing of how well the two fit: mostly it has no time.
    /// </summary>
    private async Task NoteAsync(Change change, Friendship friendship)
    {
        if (!await change.Db.Ratings.AnyAsync(rating => rating.TeamId == friendship.ToId && rating.PeerId == friendship.FromId && rating.PersonId == change.Person, change.Cancel))
            await ratings.NoteAsync(change.Db, friendship.ToId, friendship.FromId, change.Person, RecommendationVerdict.Useful, change.Now, change.Cancel);
    }

    private static Task<Team> TeamAsync(Change change, int team) =>
        change.Db.Teams.IgnoreQueryFilters().Include(known => known.Programme).SingleAsync(known => known.Id == team, change.Cancel);

    private static async Task<Friendship?> DeclineAsync(Change change, DeclineFriendshipInput input)
    {
        if (await change.ProposalAsync(input, proposal => proposal.ToId) is not { } friendship)
            return null;
        change.Text(input, FriendshipRules.Reason, input.Reason, text => friendship.DeclineReason = text);
        friendship.AnsweredAt = change.Now;
        friendship.Close(FriendshipStatus.Declined, change.Now);
        await FriendshipNews.TellAsync(change.Db, friendship, friendship.FromId, NotificationKind.FriendshipDeclined, change.Now, change.Person, change.Cancel);
        return friendship;
    }

    private async Task<Friendship?> UpdateAsync(Change change, UpdateFriendshipInput input)
    {
        if (await change.AcceptedAsync(input.Friendship, input.Team) is not var (friendship, team) || !change.IsCurrent(friendship, input.Version))
            return null;
        Agreement.Take(change, friendship, input, team);
        Agreement.Usual(friendship, settings.Of(await change.ProgrammeAsync(team)), change.Now);
        // How to reach a team is a row of its own; the friendship counts it as its change all the same.
        change.Db.Entry(friendship).Property(changed => changed.UpdatedAt).IsModified = true;
        await FriendshipNews.TellAsync(change.Db, friendship, friendship.OtherThan(team), NotificationKind.FriendshipUpdated, change.Now, change.Person, change.Cancel);
        return friendship;
    }

    private static async Task<Friendship?> EndAsync(Change change, EndFriendshipInput input)
    {
        if (await change.AcceptedAsync(input.Friendship, null, anyOfTwo: true) is not var (friendship, _))
            return null;
        friendship.Close(FriendshipStatus.Ended, change.Now);
        await FriendshipNews.TellBothAsync(change.Db, friendship, NotificationKind.FriendshipEnded, change.Now, change.Person, change.Cancel);
        return friendship;
    }
}
