using Equity.Graph.Execution;
using Equity.Graph.Execution.Lists;
using GraphQL;
using GraphQL.Types;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Teams;

/// <summary>The root fields teams and team.</summary>
internal sealed class TeamQueries : ITypeExtension<Query>
{
    public void Extend(Query type)
    {
        type.AddList("teams", "The teams of the community, by name unless ordered otherwise.", TeamListing.Instance);
        type.Field<TeamType>("team").Description("The team with this key; null when there is none.")
            .Argument<NonNullGraphType<StringGraphType>>("key", "The team's key, such as tablet-table-quayside.")
            .ResolveAsync(async context =>
            {
                var key = context.GetArgument<string>("key");
                return await context.QueryAsync((db, cancel) => db.Teams.AsNoTracking().SingleOrDefaultAsync(team => team.Key == key, cancel));
            });
    }
}
