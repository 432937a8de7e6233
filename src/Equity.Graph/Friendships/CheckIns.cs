using Equity.Graph.Execution;
using Equity.Graph.Execution.Mutations;
using Equity.Graph.Rules;
using GraphQL;
using GraphQL.Types;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Friendships;

/// <summary>Whether your team and its friend met.</summary>
internal sealed class RecordCheckInInput : MutationInput
{
    /// <summary>The friendship's id.</summary>
    [Id]
    public required string Friendship { get; init; }

    /// <summary>Which of the two teams is yours; needed only by members of both.</summary>
    [Id]
    public string? Team { get; init; }

    /// <summary>Whether the two met.</summary>
    public required Met Met { get; init; }

    /// <summary>How much it helped, 1 to 5.</summary>
    public int? Helped { get; init; }

    /// <summary>What your team wants to add; the other one never reads it.</summary>
    public string? Note { get; init; }

    /// <summary>Who besides your team reads the note; NOBODY unless said.</summary>
    public NoteFor? NoteFor { get; init; }

    /// <summary>The day on which both are asked the next time, up to a year ahead; as long after this one as is usual unless said.</summary>
    public DateOnly? NextCheckIn { get; init; }
}

/// <summary>The mutation recordCheckIn, and where nobody has said whether they met.</summary>
internal sealed class CheckIns(FriendshipSettings settings, TimeProvider time) : ITypeExtension<Mutation>, ITypeExtension<FriendshipType>
{
    public void Extend(FriendshipType type) =>
        type.Field<BooleanGraphType>("mayNeedNudge").Description("Whether the day of a check-in has passed and neither has said whether they met: they may be glad of a nudge. For the two teams, leads and coaches.")
            .Resolve(context => context.OfLeads<bool?>(friendship => friendship.Status == FriendshipStatus.Accepted && friendship.NextCheckIn < DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)));

    public void Extend(Mutation type) => type.Add<RecordCheckInInput, Friendship, FriendshipType>(
        "recordCheckIn", "Says whether your team and its friend met, and how much it helped.", RecordAsync,
        [typeof(NotAMember), typeof(NotFound), typeof(NotInThatState), typeof(NumberOutOfRange), typeof(DayOutOfRange), .. InputErrors.OfTexts]);

    private async Task<Friendship?> RecordAsync(Change change, RecordCheckInInput input)
    {
        if (await change.AcceptedAsync(input.Friendship, input.Team) is not var (friendship, team))
            return null;
        var said = await change.Db.Set<CheckIn>().IgnoreQueryFilters().Where(known => known.FriendshipId == friendship.Id).Select(known => known.Key).ToHashSetAsync(change.Cancel);
        var checkIn = new CheckIn { FriendshipId = friendship.Id, TeamId = team, Key = Key.Free("check-in", said), Met = input.Met, NoteFor = input.NoteFor ?? NoteFor.Nobody, At = change.Now };
        change.Number(input, FriendshipRules.Helped, input.Helped, helped => checkIn.Helped = (int?)helped);
        change.Text(input, FriendshipRules.Note, input.Note, note => checkIn.Note = note);
        change.Db.Add(checkIn);
        var today = DateOnly.FromDateTime(change.Now);
        if (input.NextCheckIn is { } day)
            Agreement.Plan(change, friendship, day);
        // Whoever answers first moves the day; the other one is still asked about the one that has come.
        else if (friendship.NextCheckIn <= today)
            friendship.NextCheckIn = today.AddDays(settings.Of(await change.ProgrammeAsync(team)).CheckInDays);
        change.Db.Entry(friendship).Property(changed => changed.UpdatedAt).IsModified = true;
        return friendship;
    }
}
