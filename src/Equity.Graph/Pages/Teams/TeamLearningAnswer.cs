namespace Equity.Graph.Pages.Teams;

/// <summary>What the document TeamLearningPage answers.</summary>
public sealed record TeamLearningAnswer(TeamViewer Viewer, LearningTeam? Team);

/// <summary>A team with what it has learnt.</summary>
public sealed record LearningTeam(string Id, string Key, string Name, InequityNames? Inequities, OwnLearningList? Learning);

/// <summary>What a team tackles, to choose from.</summary>
public sealed record InequityNames(IReadOnlyList<InequityName> Nodes);

/// <summary>An inequity to choose.</summary>
public sealed record InequityName(string Id, string Title);

/// <summary>What the team has learnt, a page of it.</summary>
public sealed record OwnLearningList(int TotalCount, IReadOnlyList<OwnLearning> Nodes, Frame.PageInfo PageInfo);

/// <summary>Something learnt that can be changed.</summary>
public sealed record OwnLearning(string Id, int Version, string Kind, string Title, string Body, DateTime SharedAt, ChosenInequity? Inequity);

/// <summary>The inequity that it belongs to.</summary>
public sealed record ChosenInequity(string Id);
