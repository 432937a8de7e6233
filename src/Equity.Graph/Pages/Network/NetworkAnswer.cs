namespace Equity.Graph.Pages.Network;

/// <summary>What the document NetworkPage answers.</summary>
public sealed record NetworkAnswer(NetworkWhole Network, NetworkViewer Viewer);

/// <summary>All teams and what is between them.</summary>
public sealed record NetworkWhole(IReadOnlyList<NetworkTeam> Teams, IReadOnlyList<NetworkFriendship> Friendships);

/// <summary>A team.</summary>
public sealed record NetworkTeam(string Key, string Name, string? Locality, NetworkProgramme? Programme);

/// <summary>The programme of a team.</summary>
public sealed record NetworkProgramme(string Key, string Name);

/// <summary>That two teams are, or may become, friends.</summary>
public sealed record NetworkFriendship(string Status, NetworkEnd From, NetworkEnd To);

/// <summary>A team by its key.</summary>
public sealed record NetworkEnd(string Key);

/// <summary>Who looks.</summary>
public sealed record NetworkViewer(IReadOnlyList<NetworkEnd> Teams);
