using Equity.Graph.Execution;
using Equity.Graph.Execution.Mutations;
using Equity.Graph.Notifications;
using Equity.Graph.Peers;
using Equity.Graph.Rules;
using Equity.Graph.Teams;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Friendships;

/// <summary>The mutations of a team that would like to call on another: proposeFriendship and withdrawFriendship.</summary>
internal sealed class Proposals(FriendshipSettings settings, PeerMatches matches) : ITypeExtension<Mutation>
{
    public void Extend(Mutation type)
    {
        type.Add<ProposeFriendshipInput, Friendship, FriendshipType>(
            "proposeFriendship",
            "Asks another team to be a friend to call on. It holds a place of your team until it is answered. When the other team has asked the same, the two are friends at once, on the usual terms, which both can change with updateFriendship.",
            ProposeAsync,
            [typeof(NotAMember), typeof(NotFound), typeof(WithOneself), typeof(FriendshipIsOpen), typeof(TeamIsDraft), typeof(TeamIsArchived), typeof(TeamIsPaused), typeof(NoOpenPlace), typeof(TooManyUnanswered), typeof(DeclinedLately), .. InputErrors.OfTexts]);
        type.Add<WithdrawFriendshipInput, Friendship, FriendshipType>(
            "withdrawFriendship", "Takes back a proposal of your team that has not been answered yet.", WithdrawAsync, [.. InputErrors.OfRows, typeof(NotInThatState)]);
    }

    private async Task<Friendship?> ProposeAsync(Change change, ProposeFriendshipInput input)
    {
        if (await change.OwnTeamAsync(input.From, "from", change.Db.Teams.Include(team => team.Programme)) is not { } from || await change.FindAsync<Team>(input.To, "to") is not { } to)
            return null;
        await Expiry.RunAsync(change.Db, change.Now, change.Cancel);
        var pair = Friendship.PairOf(from.Id, to.Id);
        var open = await change.Db.Friendships.IgnoreQueryFilters().Include(known => known.Contacts).SingleOrDefaultAsync(known => known.Pair == pair && known.ClosedAt == null, change.Cancel);
        var crosses = open is { Status: FriendshipStatus.Proposed } && open.ToId == from.Id;
        if (open is not null && !crosses)
            change.Refuse(new FriendshipIsOpen(open.Status));
        else if (await IsOpenToAsync(change, from, to, crosses))
            return crosses ? await CrossAsync(change, open!, input, from) : await NewAsync(change, input, from, to);
        return null;
    }

    /// <summary>Whether the two teams may be friends; refuses the change otherwise, for the first reason that holds.</summary>
    private async Task<bool> IsOpenToAsync(Change change, Team from, Team to, bool crosses)
    {
        var held = await Places.HeldAsync(change.Db, [from.Id, to.Id], change.Cancel);
        var unanswered = await change.Db.Friendships.IgnoreQueryFilters().CountAsync(known => known.FromId == from.Id && known.Status == FriendshipStatus.Proposed, change.Cancel);
        MutationError? refusal = (from, to) switch
        {
            _ when from.Id == to.Id => new WithOneself(),
            ({ PublishedAt: null }, _) => new TeamIsDraft("from"),
            (_, { PublishedAt: null }) => new TeamIsDraft("to"),
            ({ ArchivedAt: not null }, _) => new TeamIsArchived("from"),
            (_, { ArchivedAt: not null }) => new TeamIsArchived("to"),
            (_, { PausedUntil: { } until }) when until >= DateOnly.FromDateTime(change.Now) => new TeamIsPaused("to", until),
            _ when from.Open(held) == 0 => new NoOpenPlace("from", from.FriendCapacity),
            // Of a proposal that crosses, the other team holds the place already.
            _ when !crosses && to.Open(held) == 0 => new NoOpenPlace("to", to.FriendCapacity),
            _ when crosses && held.GetValueOrDefault(to.Id) > to.FriendCapacity => new NoOpenPlace("to", to.FriendCapacity),
            _ when !crosses && unanswered >= FriendshipRules.MostUnanswered => new TooManyUnanswered(FriendshipRules.MostUnanswered),
            _ when !crosses && await AgainFromAsync(change, from, to) is { } again => new DeclinedLately(again),
            _ => null,
        };
        if (refusal is not null)
            change.Refuse(refusal);
        return refusal is null;
    }

    /// <summary>From when on a team may be asked again that has declined, and was not just gone; null when it may be asked now. Once it has asked by itself, its no is forgotten.</summary>
    private async Task<DateTime?> AgainFromAsync(Change change, Team from, Team to)
    {
        var days = settings.Of(from.Programme?.Key).ApartDays;
        var earliest = change.Now.AddDays(-days);
        var pair = Friendship.PairOf(from.Id, to.Id);
        var latest = await change.Db.Friendships.IgnoreQueryFilters()
            .Where(known => known.Pair == pair && (known.FromId == to.Id || (known.Status == FriendshipStatus.Declined && known.AnsweredAt != null && known.ClosedAt > earliest))).OrderByDescending(known => known.Id).FirstOrDefaultAsync(change.Cancel);
        return latest is null || latest.FromId == to.Id ? null : latest.ClosedAt!.Value.AddDays(days);
    }

    private async Task<Friendship> NewAsync(Change change, ProposeFriendshipInput input, Team from, Team to)
    {
        var start = Key.From($"{from.Key} and {to.Key}");
        var taken = await change.Db.Friendships.IgnoreQueryFilters().Where(known => known.Key.StartsWith(start)).Select(known => known.Key).ToHashSetAsync(change.Cancel);
        var friendship = new Friendship
        {
            FromId = from.Id,
            From = from,
            ToId = to.Id,
            To = to,
            Key = Key.Free(start, taken),
            Pair = Friendship.PairOf(from.Id, to.Id),
            ProposedAt = change.Now,
            AnswerBy = change.Now.AddDays(settings.Of(from.Programme?.Key).AnswerDays),
        };
        change.Text(input, FriendshipRules.Message, input.Message, text => friendship.Message = text);
        change.Text(input, FriendshipRules.Purpose, input.Purpose, text => friendship.Purpose = text);
        change.Text(input, FriendshipRules.Contact, input.Contact, how => Agreement.Reach(change, friendship, from.Id, how));
        (friendship.Score, friendship.Match) = matches.Of(from.Id, to.Id);
        change.Db.Add(friendship);
        await FriendshipNews.TellAsync(change.Db, friendship, to.Id, NotificationKind.FriendshipProposed, change.Now, change.Person, change.Cancel);
        return friendship;
    }

    /// <summary>Two proposals that cross become one friendship.</summary>
    private async Task<Friendship> CrossAsync(Change change, Friendship friendship, ProposeFriendshipInput input, Team from)
    {
        change.Text(input, FriendshipRules.Message, input.Message, text => friendship.Message = string.Join("\n\n", new[] { friendship.Message, text }.OfType<string>()));
        change.Text(input, FriendshipRules.Purpose, input.Purpose, text => friendship.Purpose ??= text);
        change.Text(input, FriendshipRules.Contact, input.Contact, how => Agreement.Reach(change, friendship, from.Id, how));
        (friendship.Status, friendship.AnsweredAt) = (FriendshipStatus.Accepted, change.Now);
        Agreement.Usual(friendship, settings.Of(from.Programme?.Key), change.Now);
        await FriendshipNews.TellBothAsync(change.Db, friendship, NotificationKind.FriendshipsCrossed, change.Now, by: null, change.Cancel);
        return friendship;
    }

    private static async Task<Friendship?> WithdrawAsync(Change change, WithdrawFriendshipInput input)
    {
        if (await change.ProposalAsync(input, proposal => proposal.FromId) is not { } friendship)
            return null;
        friendship.Close(FriendshipStatus.Withdrawn, change.Now);
        await FriendshipNews.TellAsync(change.Db, friendship, friendship.ToId, NotificationKind.FriendshipWithdrawn, change.Now, change.Person, change.Cancel);
        return friendship;
    }
}
