namespace Equity.Graph.Pages.Home;

/// <summary>What the document HomePage answers.</summary>
public sealed record HomeAnswer(HomeCount Teams, HomeCount Inequities, HomeCount Pieces, HomeLearningList Lately, HomeEventList Coming, HomeMetrics Metrics);

/// <summary>How many there are.</summary>
public sealed record HomeCount(int TotalCount);

/// <summary>What was learnt lately.</summary>
public sealed record HomeLearningList(IReadOnlyList<HomeLearning> Nodes);

/// <summary>Something that was learnt.</summary>
public sealed record HomeLearning(string Id, string Kind, string Title, DateTime SharedAt, int Thanks, HomeTeam Team);

/// <summary>Who learnt it.</summary>
public sealed record HomeTeam(string Key, string Name);

/// <summary>What comes next.</summary>
public sealed record HomeEventList(IReadOnlyList<HomeEvent> Nodes);

/// <summary>An event.</summary>
public sealed record HomeEvent(string Key, string Name, DateTime StartsAt, string? Place, int OpenPlaces);

/// <summary>Figures of the community.</summary>
public sealed record HomeMetrics(HomeFriendships Friendships);

/// <summary>Figures of friendships.</summary>
public sealed record HomeFriendships(int Active);
