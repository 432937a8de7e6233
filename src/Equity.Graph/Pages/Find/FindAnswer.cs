namespace Equity.Graph.Pages.Find;

/// <summary>What the document FindPage answers.</summary>
public sealed record FindAnswer(FindViewer Viewer, IReadOnlyList<Peer>? FindPeers = null, FindTeam? Team = null);

/// <summary>Who looks for a peer.</summary>
public sealed record FindViewer(IReadOnlyList<OwnTeam> Teams);

/// <summary>A team of the viewer's.</summary>
public sealed record OwnTeam(string Id, string Key, string Name, string? Aim, int OpenPlaces, DateTime? PublishedAt, IReadOnlyList<PeerOffer> Asks, ListSize Inequities);

/// <summary>How many there are.</summary>
public sealed record ListSize(int TotalCount);

/// <summary>The team that peers were looked for.</summary>
public sealed record FindTeam(string Key, string Name, IReadOnlyList<Peer> Peers);

/// <summary>A team to call on.</summary>
public sealed record Peer(string Id, bool Mutual, PeerTeam Team, IReadOnlyList<Reason> Reasons);

/// <summary>The team itself.</summary>
public sealed record PeerTeam(
    string Id, string Key, string Name, string Service, string? Locality, int OpenPlaces, DateOnly? PausedUntil, PeerOrganisation? Organisation, IReadOnlyList<PeerOffer> Offers);

/// <summary>Whose team it is.</summary>
public sealed record PeerOrganisation(string Name);

/// <summary>A text, such as an offer.</summary>
public sealed record PeerOffer(string Text);

/// <summary>Why the team was found.</summary>
public sealed record Reason(string Kind, string Text, Evidence? Ours, Evidence? Theirs);

/// <summary>The words that say so.</summary>
public sealed record Evidence(string Quote, string? Field = null);
