namespace Equity.Graph.Pages.Teams;

/// <summary>What the document TeamPage answers.</summary>
public sealed record TeamAnswer(TeamViewer Viewer, WholeTeam? Team);

/// <summary>Who looks at a team.</summary>
public sealed record TeamViewer(IReadOnlyList<TeamKey> Teams);

/// <summary>A team of the viewer's.</summary>
public sealed record TeamKey(string Key);

/// <summary>A team that is spoken of.</summary>
public sealed record NamedTeam(string Key, string Name);

/// <summary>Something with a name, such as an organisation.</summary>
public sealed record Named(string Name);

/// <summary>A team with all that it tells.</summary>
public sealed record WholeTeam(
    string Id, string Key, string Name, string? Aim, string? Summary, string Service, string? Locality, int? Phase, string Stage, string? Involvement, string? CoProduction, string? CoProductionPlan,
    double? ProgressScore, int OpenPlaces, DateOnly? PausedUntil, DateTime? PublishedAt, DateTime? ArchivedAt, Named? Organisation, Named? Programme, IReadOnlyList<TeamPerson> Members,
    TackledList? Inequities, IReadOnlyList<TeamAsk> Asks, IReadOnlyList<TeamOffer> Offers, LearntList? Learning, IReadOnlyList<TeamIdea> ChangeIdeas, IReadOnlyList<TeamMeasure> Measures, TeamPoster? Poster,
    IReadOnlyList<TeamPeer> Peers, FriendList? Friendships);

/// <summary>A person on the team.</summary>
public sealed record TeamPerson(string Id, string Role, string? Name, bool IsYou);

/// <summary>What the team tackles.</summary>
public sealed record TackledList(int TotalCount, IReadOnlyList<Tackled> Nodes);

/// <summary>An inequity that the team tackles.</summary>
public sealed record Tackled(string Id, string Title, string Dimension, string? Kind, string Population, string? Evidence, string Status, IReadOnlyList<string> Core20Plus5);

/// <summary>What the team needs help with.</summary>
public sealed record TeamAsk(string Id, string Text, string Status, IReadOnlyList<AnsweringOffer>? Matches = null);

/// <summary>An offer that may answer an ask.</summary>
public sealed record AnsweringOffer(MatchedText Offer);

/// <summary>What the team can help with.</summary>
public sealed record TeamOffer(string Id, string Text, bool Available, IReadOnlyList<AnsweredAsk>? Matches = null);

/// <summary>An ask that an offer may answer.</summary>
public sealed record AnsweredAsk(MatchedText Ask);

/// <summary>Another team's ask or offer.</summary>
public sealed record MatchedText(string Id, string Text, NamedTeam Team);

/// <summary>What the team learnt lately.</summary>
public sealed record LearntList(int TotalCount, IReadOnlyList<Learnt> Nodes);

/// <summary>Something that the team learnt.</summary>
public sealed record Learnt(string Id, string Kind, string Title, DateTime SharedAt, int Thanks, int TimesAdopted);

/// <summary>What the team thinks would help.</summary>
public sealed record TeamIdea(string Id, string Title, string? Description, IdeaSource? From, IReadOnlyList<TeamCycle> Cycles);

/// <summary>The learning that an idea comes from.</summary>
public sealed record IdeaSource(string Id, string Title, NamedTeam Team);

/// <summary>One turn of plan, do, study, act.</summary>
public sealed record TeamCycle(int Number, DateOnly? StartedOn, string? Plan, string? Do, string? Study, string? Act, string? Decision);

/// <summary>What the team counts over time.</summary>
public sealed record TeamMeasure(string Id, string Name, string Kind, string Unit, string Better);

/// <summary>The team's poster.</summary>
public sealed record TeamPoster(
    string Id, string Title, string? AltText, string? Summary, string? LargeThumbnailUrl, int? ImageWidth, int? ImageHeight, string? PdfUrl, DateTime? PublishedAt, PosterEvent? Event);

/// <summary>Where a poster is shown.</summary>
public sealed record PosterEvent(string Key, string Name);

/// <summary>A team to call on.</summary>
public sealed record TeamPeer(PeerName Team, IReadOnlyList<PeerWhy> Reasons);

/// <summary>The team to call on itself.</summary>
public sealed record PeerName(string Key, string Name, string Service);

/// <summary>Why.</summary>
public sealed record PeerWhy(string Text);

/// <summary>The team's friends.</summary>
public sealed record FriendList(IReadOnlyList<FriendPair> Nodes);

/// <summary>Two teams that are friends.</summary>
public sealed record FriendPair(NamedTeam From, NamedTeam To);
