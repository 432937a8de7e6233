namespace Equity.Graph.Pages.Community;

/// <summary>What the document IntroductionsPage answers.</summary>
public sealed record IntroductionsAnswer(Leader Viewer, IntroductionPlan Introductions);

/// <summary>Who should meet whom.</summary>
public sealed record IntroductionPlan(int Teams, IReadOnlyList<Pair> Introductions, IReadOnlyList<LeftOut> LeftOut);

/// <summary>Two teams that should meet.</summary>
public sealed record Pair(PairTeam A, PairTeam B, IReadOnlyList<PairReason> Reasons);

/// <summary>One of them.</summary>
public sealed record PairTeam(string Id, string Key, string Name);

/// <summary>Why, with the words that say so.</summary>
public sealed record PairReason(string Kind, Quoted? Ours, Quoted? Theirs);

/// <summary>What a team wrote.</summary>
public sealed record Quoted(string Quote);

/// <summary>A team that is introduced to nobody.</summary>
public sealed record LeftOut(TeamLink Team, string Why);
