using Equity.Graph.Support;
using Equity.Graph.Teams;
using Equity.Matching;

namespace Equity.Graph.Peers;

/// <summary>A team to call on, and why.</summary>
/// <param name="Id">The recommendation's global id.</param>
/// <param name="Rank">Its place in the list, from 1.</param>
/// <param name="Team">The team to call on.</param>
/// <param name="Match">How the matcher sees it.</param>
internal sealed record PeerRecommendation(string Id, int Rank, Team Team, PeerMatch Match);

/// <summary>An offer that may answer an ask.</summary>
internal sealed record OfferMatch(Offer Offer, TextMatch Match);

/// <summary>An ask that an offer may answer.</summary>
internal sealed record AskMatch(Ask Ask, TextMatch Match);
