namespace Equity.Graph.Pages.Network;

/// <summary>The part of the network that a page shows: teams in a fixed order, and who is connected to whom among them.</summary>
internal sealed class Connections
{
    private const string Accepted = "ACCEPTED";

    private Connections(IReadOnlyList<NetworkTeam> teams, IEnumerable<NetworkFriendship> friendships)
    {
        Teams = teams;
        var shown = teams.Select(team => team.Key).ToHashSet();
        // Two teams are joined once: what stands counts before what is proposed.
        Pairs = [.. friendships.Where(each => shown.Contains(each.From.Key) && shown.Contains(each.To.Key)).OrderBy(each => each.Status != Accepted)
            .DistinctBy(each => string.CompareOrdinal(each.From.Key, each.To.Key) < 0 ? (each.From.Key, each.To.Key) : (each.To.Key, each.From.Key))
            .Select(each => (each.From.Key, each.To.Key, Proposed: each.Status != Accepted))];
        Friends = Pairs.SelectMany(pair => new[] { (Team: pair.From, Other: pair.To, pair.Proposed), (Team: pair.To, Other: pair.From, pair.Proposed) }).ToLookup(side => side.Team, side => (side.Other, side.Proposed));
    }

    /// <summary>The teams, by where they are and then by name.</summary>
    public IReadOnlyList<NetworkTeam> Teams { get; }

    /// <summary>Who is connected to whom: the keys of both, and whether it is only proposed.</summary>
    public IReadOnlyList<(string From, string To, bool Proposed)> Pairs { get; }

    /// <summary>Of each team the others that it is connected to.</summary>
    public ILookup<string, (string Other, bool Proposed)> Friends { get; }

    /// <summary>The teams that fit, and what is between them.</summary>
    public static Connections Of(NetworkWhole network, Func<NetworkTeam, bool> fits) =>
        new([.. network.Teams.Where(fits).OrderBy(team => team.Locality is null).ThenBy(team => team.Locality, StringComparer.Ordinal).ThenBy(team => team.Name, StringComparer.Ordinal).ThenBy(team => team.Key, StringComparer.Ordinal)], network.Friendships);

    /// <summary>A team with all that are at most two steps away from it.</summary>
    public static Connections Around(NetworkWhole network, string team)
    {
        var all = Of(network, _ => true);
        var near = all.Steps(team);
        return Of(network, each => near.ContainsKey(each.Key));
    }

    /// <summary>How many steps, up to two, teams are away from one.</summary>
    public Dictionary<string, int> Steps(string team)
    {
        var steps = new Dictionary<string, int> { [team] = 0 };
        foreach (var step in Enumerable.Range(1, 2))
        {
            foreach (var next in steps.Keys.ToList().SelectMany(known => Friends[known]).Select(friend => friend.Other))
                steps.TryAdd(next, step);
        }
        return steps;
    }
}
