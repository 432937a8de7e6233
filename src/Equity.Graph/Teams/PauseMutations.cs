using Equity.Graph.Execution;
using Equity.Graph.Execution.Mutations;
using Equity.Graph.Friendships;
using Equity.Graph.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Teams;

/// <summary>A while in which a team takes no new friends: pauseTeam and resumeTeam. Its friends stay.</summary>
internal sealed class PauseMutations : ITypeExtension<Mutation>
{
    /// <summary>The longest pause, in days.</summary>
    private const int Longest = 365;

    public void Extend(Mutation type)
    {
        type.Add<PauseTeamInput, Team, TeamType>(
            "pauseTeam", "Lets a team take no new friends until a day: it is suggested to nobody, and teams that wait for its answer are told. The pause ends by itself; friends stay.",
            PauseAsync, [.. InputErrors.OfRows, typeof(DayOutOfRange)]);
        type.Add<ResumeTeamInput, Team, TeamType>("resumeTeam", "Ends a team's pause before its day.", ResumeAsync, InputErrors.OfRows);
    }

    private static async Task<Team?> PauseAsync(Change change, PauseTeamInput input)
    {
        if (await change.OwnTeamAsync(input.Team) is not { } team || !change.IsCurrent(team, input.Version))
            return null;
        var today = DateOnly.FromDateTime(change.Now);
        if (input.Until < today || input.Until > today.AddDays(Longest))
            change.Refuse(new DayOutOfRange("until", today, today.AddDays(Longest)));
        team.PausedUntil = input.Until;
        var waiting = await change.Db.Friendships.IgnoreQueryFilters().Where(proposal => proposal.ToId == team.Id && proposal.Status == FriendshipStatus.Proposed).OrderBy(proposal => proposal.Id).ToListAsync(change.Cancel);
        foreach (var proposal in waiting)
            await FriendshipNews.TellAsync(change.Db, proposal, proposal.FromId, NotificationKind.FriendPaused, change.Now, change.Person, change.Cancel);
        return team;
    }

    private static async Task<Team?> ResumeAsync(Change change, ResumeTeamInput input)
    {
        if (await change.OwnTeamAsync(input.Team) is not { } team || !change.IsCurrent(team, input.Version))
            return null;
        team.PausedUntil = null;
        return team;
    }
}
