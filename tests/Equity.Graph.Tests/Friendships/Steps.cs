using Equity.Graph.Execution;
using Equity.Graph.Friendships;
using Equity.Graph.Persistence;
using Equity.Graph.Teams;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Tests.Friendships;

/// <summary>What chance makes somebody do next.</summary>
/// <param name="What">What.</param>
/// <param name="Which">With which of the teams, or of their friendships.</param>
/// <param name="Whom">With which other team, or for how long.</param>
public readonly record struct Step(Doing What, byte Which, byte Whom);

/// <summary>What somebody may do, the likelier the more often it is there.</summary>
public enum Doing
{
    Propose, ProposeToo, ProposeAsWell, ProposeInstead, Accept, AcceptToo, AcceptAsWell, Decline, Withdraw, End, CheckIn, Pause, Resume, Wait,
}

/// <summary>Does steps over HTTP, among the teams of one circle.</summary>
internal sealed class Steps(Crowd crowd, IReadOnlyList<Team> circle)
{
    /// <summary>How many steps were taken, by what was done; those that were refused are not counted.</summary>
    public Dictionary<string, int> Done { get; } = [];

    /// <summary>Does a step; waiting is left to the caller. What may not be done is refused with a typed error, and never fails.</summary>
    public async Task DoAsync(Step step)
    {
        var (mutation, input) = step.What switch
        {
            Doing.Propose or Doing.ProposeToo or Doing.ProposeAsWell or Doing.ProposeInstead => ("proposeFriendship", $"from: \"{IdOf(step.Which)}\", to: \"{IdOf(step.Whom)}\""),
            Doing.Accept or Doing.AcceptToo or Doing.AcceptAsWell => ("acceptFriendship", await ProposalAsync(step)),
            Doing.Decline => ("declineFriendship", await ProposalAsync(step)),
            Doing.Withdraw => ("withdrawFriendship", await ProposalAsync(step)),
            Doing.End => ("endFriendship", await FriendAsync(step)),
            Doing.CheckIn => ("recordCheckIn", await FriendAsync(step) is { } friend ? $"{friend}, met: YES" : null),
            Doing.Pause => ("pauseTeam", $"{await TeamAsync(step)}, until: \"{crowd.Clock.GetUtcNow().AddDays(1 + (step.Whom % 10)):yyyy-MM-dd}\""),
            Doing.Resume => ("resumeTeam", await TeamAsync(step)),
            _ => ("", null),
        };
        if (input is null)
            return;
        foreach (var persona in new[] { "amina", "grace" })
        {
            var answer = await crowd.DataAsync($"mutation {{ {mutation}(input: {{ {input} }}) {{ errors {{ ... on Error {{ message }} }} }} }}", null, persona);
            if (answer.At(mutation, "errors").ValueKind == System.Text.Json.JsonValueKind.Null)
                Done[mutation] = Done.GetValueOrDefault(mutation) + 1;
        }
    }

    /// <summary>The friendships of the circle, oldest first.</summary>
    public IQueryable<Friendship> Friendships(EquityDbContext db)
    {
        var ids = circle.Select(team => team.Id).ToList();
        return db.Friendships.IgnoreQueryFilters().AsNoTracking().Where(friendship => ids.Contains(friendship.FromId)).OrderBy(friendship => friendship.Id);
    }

    private string IdOf(byte which) => NodeId.Of("Team", circle[which % circle.Count].Id);

    private async Task<string?> ProposalAsync(Step step) =>
        await AnyAsync(step, FriendshipStatus.Proposed) is { } proposal ? $"friendship: \"{NodeId.Of("Friendship", proposal.Id)}\", version: {proposal.Version}" : null;

    private async Task<string?> FriendAsync(Step step) => await AnyAsync(step, FriendshipStatus.Accepted) is { } friendship ? $"friendship: \"{NodeId.Of("Friendship", friendship.Id)}\"" : null;

    private async Task<Friendship?> AnyAsync(Step step, FriendshipStatus status)
    {
        await using var db = await crowd.OpenAsync();
        var all = await Friendships(db).Where(friendship => friendship.Status == status).ToListAsync();
        return all.Count == 0 ? null : all[step.Which % all.Count];
    }

    private async Task<string> TeamAsync(Step step)
    {
        await using var db = await crowd.OpenAsync();
        var id = circle[step.Which % circle.Count].Id;
        return $"team: \"{NodeId.Of("Team", id)}\", version: {await db.Teams.Where(team => team.Id == id).Select(team => team.Version).SingleAsync()}";
    }
}
