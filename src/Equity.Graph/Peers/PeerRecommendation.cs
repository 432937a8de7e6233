using System.Globalization;
using Equity.Graph.Execution;
using Equity.Graph.Support;
using Equity.Graph.Teams;
using Equity.Matching;

namespace Equity.Graph.Peers;

/// <summary>A team to call on, and why.</summary>
/// <param name="Id">The recommendation's global id.</param>
/// <param name="Rank">Its place in the list, from 1.</param>
/// <param name="Team">The team to call on.</param>
/// <param name="Match">How the matcher sees it.</param>
internal sealed record PeerRecommendation(string Id, int Rank, Team Team, PeerMatch Match)
{
    /// <summary>The id of a recommendation.</summary>
    /// <param name="source">To what it was made, such as "Team-12".</param>
    /// <param name="peer">The integer key of the recommended team.</param>
    public static string IdOf(string source, int peer) => NodeId.Of(nameof(PeerRecommendation), string.Create(CultureInfo.InvariantCulture, $"{source}-{peer}"));

    /// <summary>The integer keys of a team and of the peer that was recommended to it; null when the id is no such recommendation's.</summary>
    public static (int Team, int Peer)? PairOf(string id) =>
        NodeId.FindName(id) is (nameof(PeerRecommendation), var name) && name.Split('-') is [nameof(Teams.Team), var ours, var theirs]
        && int.TryParse(ours, NumberStyles.None, CultureInfo.InvariantCulture, out var team) && int.TryParse(theirs, NumberStyles.None, CultureInfo.InvariantCulture, out var peer)
            ? (team, peer)
            : null;
}

/// <summary>An offer that may answer an ask.</summary>
internal sealed record OfferMatch(Offer Offer, TextMatch Match);

/// <summary>An ask that an offer may answer.</summary>
internal sealed record AskMatch(Ask Ask, TextMatch Match);
