namespace Equity.Graph.Pages.Teams;

/// <summary>What the document TeamAsksPage answers.</summary>
public sealed record TeamAsksAnswer(TeamViewer Viewer, AskingTeam? Team);

/// <summary>A team with what it asks for and offers.</summary>
public sealed record AskingTeam(string Id, string Key, string Name, IReadOnlyList<OwnAsk> Asks, IReadOnlyList<OwnOffer> Offers);

/// <summary>An ask that can be closed.</summary>
public sealed record OwnAsk(string Id, int Version, string Text, string Status, DateTime CreatedAt, IReadOnlyList<AnsweringOffer> Matches);

/// <summary>An offer that can be withdrawn.</summary>
public sealed record OwnOffer(string Id, int Version, string Text, bool Available, DateTime CreatedAt, IReadOnlyList<AnsweredAsk> Matches);
