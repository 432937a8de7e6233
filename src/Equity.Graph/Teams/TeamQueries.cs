using Equity.Graph.Execution;
using Equity.Graph.Execution.Lists;

namespace Equity.Graph.Teams;

/// <summary>The root fields teams and team.</summary>
internal sealed class TeamQueries : ITypeExtension<Query>
{
    public void Extend(Query type)
    {
        type.AddList("teams", "The teams of the community, by name unless ordered otherwise.", TeamListing.Instance);
        type.AddByKey<Team, TeamType>("team", "The team with this key; null when there is none.", "The team's key, such as tablet-table-quayside.");
    }
}
