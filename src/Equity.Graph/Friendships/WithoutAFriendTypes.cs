using Equity.Graph.Execution;
using Equity.Graph.Execution.Limits;
using Equity.Graph.Teams;
using GraphQL;
using GraphQL.Types;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Friendships;

/// <summary>Teams without a friend, in the graph.</summary>
internal sealed class WithoutAFriendType : ObjectGraphType<WithoutAFriend>
{
    public WithoutAFriendType()
    {
        Name = "WithoutAFriend";
        Description = "Teams that have no friend to call on.";
        Field(without => without.Teams).Description("How many published teams that still work there are.");
        Field(without => without.Count).Description("How many of them have no friend to call on.");
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<TeamWithoutAFriendType>>>>("longest").Description("Those, longest without first. Empty for analysts.").HoldsThePage().Resolve(context => context.Source.Longest);
    }
}

/// <summary>A team without a friend, in the graph.</summary>
internal sealed class TeamWithoutAFriendType : ObjectGraphType<TeamWithoutAFriend>
{
    /// <summary>How much of what was tried is told, newest first.</summary>
    private const int MostTried = 20;

    public TeamWithoutAFriendType(IEnumerable<ITypeExtension<TeamWithoutAFriendType>> features)
    {
        Name = "TeamWithoutAFriend";
        Description = "A team that has no friend to call on, and what was tried.";
        Field<NonNullGraphType<TeamType>>("team").Description("The team.").Resolve(context => context.Source.Team);
        Field<NonNullGraphType<InstantType>>("since").Description("Since when: its last friendship ended, or it was shown to the community.").Resolve(context => context.Source.Since);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<FriendshipType>>>>("tried").Description($"What it proposed and was asked, and what became of that, newest first; at most {MostTried}.").Holds(3).Resolve(Tried);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<TeamPauseType>>>>("pauses").Description($"When it took no new friends, newest first; at most {MostTried}.").Holds(1).Resolve(Pauses);
        foreach (var feature in features)
            feature.Extend(this);
    }

    private static object Tried(IResolveFieldContext<TeamWithoutAFriend> context) => context.Loader<int, List<Friendship>>("tried", async (db, teams, cancel) =>
    {
        var rows = await db.Friendships.AsNoTracking().Where(row => EF.Parameter(teams).Contains(row.FromId) || EF.Parameter(teams).Contains(row.ToId)).OrderByDescending(row => row.Id).ToListAsync(cancel);
        return teams.ToDictionary(team => team, team => rows.Where(row => row.FromId == team || row.ToId == team).Take(MostTried).ToList());
    }).Load(context.Source.Team.Id).Then(rows => rows ?? []);

    /// <summary>A team itself knows only the pause that it is in; those before it stand in the audit.</summary>
    private static object Pauses(IResolveFieldContext<TeamWithoutAFriend> context) => context.Loader<int, List<TeamPause>>("pauses", async (db, teams, cancel) =>
    {
        var rows = await db.Audit.AsNoTracking().Where(PauseInAudit.IsOneOf(teams)).OrderByDescending(entry => entry.Id).Select(entry => new { Team = entry.TeamId!.Value, entry.At, entry.After }).ToListAsync(cancel);
        return rows.GroupBy(row => row.Team).ToDictionary(own => own.Key, own => own.Take(MostTried).Select(row => new TeamPause(row.At, PauseInAudit.Until(row.After!))).ToList());
    }).Load(context.Source.Team.Id).Then(rows => rows ?? []);
}

/// <summary>A pause in the graph.</summary>
internal sealed class TeamPauseType : ObjectGraphType<TeamPause>
{
    public TeamPauseType()
    {
        Name = "TeamPause";
        Description = "A time in which a team took no new friends.";
        Field(pause => pause.At).Description("When it was announced or changed.");
        Field<DayType>("until").Description("Its last day; null when the pause was ended early.").Resolve(context => context.Source.Until);
    }
}
