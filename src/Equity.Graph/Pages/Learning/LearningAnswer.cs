using Equity.Graph.Pages.Frame;

namespace Equity.Graph.Pages.Learning;

/// <summary>What the document LearningPage answers.</summary>
public sealed record LearningAnswer(LearningProgrammes Programmes, LearningFound? Search = null, LearningList? Learning = null);

/// <summary>The programmes.</summary>
public sealed record LearningProgrammes(IReadOnlyList<LearningProgramme> Nodes);

/// <summary>A programme.</summary>
public sealed record LearningProgramme(string Key, string Name);

/// <summary>What fits the words, best first.</summary>
public sealed record LearningFound(IReadOnlyList<LearningItem> Nodes);

/// <summary>A page of all learning.</summary>
public sealed record LearningList(int TotalCount, IReadOnlyList<LearningItem> Nodes, PageInfo PageInfo);

/// <summary>A piece of learning in a list.</summary>
public sealed record LearningItem(string Id, string Kind, string Title, string Body, DateTime SharedAt, int Thanks, int TimesAdopted, LearningItemTeam Team, LearningItemInequity? Inequity);

/// <summary>Who learnt it.</summary>
public sealed record LearningItemTeam(string Key, string Name, LearningItemProgramme? Programme);

/// <summary>The programme of a team.</summary>
public sealed record LearningItemProgramme(string Key);

/// <summary>What it is about.</summary>
public sealed record LearningItemInequity(string Dimension);
