using Equity.Graph.Execution;
using Equity.Graph.Execution.Limits;
using Equity.Graph.Teams;
using GraphQL.Types;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Friendships;

/// <summary>Who is connected to whom.</summary>
/// <param name="Teams">The published teams that still work, by key.</param>
/// <param name="Friendships">What stands or is proposed between two of them, oldest first.</param>
internal sealed record Network(IReadOnlyList<Team> Teams, IReadOnlyList<Friendship> Friendships);

/// <summary>The network in the graph.</summary>
internal sealed class NetworkType : ObjectGraphType<Network>
{
    /// <summary>How many teams and friendships a large community has.</summary>
    private const int UsualTeams = 400, UsualFriendships = 600;

    public NetworkType()
    {
        Name = nameof(Network);
        Description = "Who is connected to whom, as a whole.";
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<TeamType>>>>("teams").Description($"The published teams that still work, by key; at most {NetworkQueries.MostTeams}.").Holds(UsualTeams).Resolve(context => context.Source.Teams);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<FriendshipType>>>>("friendships")
            .Description($"What stands between two of them and, as far as you may see it, what is proposed; oldest first, at most {NetworkQueries.MostFriendships}. Empty for visitors.").Holds(UsualFriendships).Resolve(context => context.Source.Friendships);
    }
}

/// <summary>The root field network.</summary>
internal sealed class NetworkQueries : ITypeExtension<Query>
{
    /// <summary>How much is told at once: a picture of more is read by nobody.</summary>
    public const int MostTeams = 1_000, MostFriendships = 3_000;

    public void Extend(Query type) => type.Field<NonNullGraphType<NetworkType>>("network")
        .Description("All teams and who is, or is about to be, whose friend to call on: for a picture of the community.")
        .ResolveAsync(async context => await context.QueryAsync(async (db, cancel) =>
        {
            var teams = await db.Teams.AsNoTracking().Where(team => team.PublishedAt != null && team.ArchivedAt == null).OrderBy(team => team.Key).Take(MostTeams).ToListAsync(cancel);
            var shown = teams.Select(team => team.Id).ToHashSet();
            var friendships = await db.Friendships.AsNoTracking().Where(friendship => friendship.Status == FriendshipStatus.Accepted || friendship.Status == FriendshipStatus.Proposed)
                .OrderBy(friendship => friendship.Id).Take(MostFriendships).ToListAsync(cancel);
            return new Network(teams, [.. friendships.Where(friendship => shown.Contains(friendship.FromId) && shown.Contains(friendship.ToId))]);
        }));
}
