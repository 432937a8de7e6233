namespace Equity.Graph.Pages.Community;

/// <summary>What the documents CommunityPage and, with null for what is for leads and coaches alone, CommunityOverview answer.</summary>
public sealed record CommunityAnswer(Leader Viewer, Alone WithoutAFriend, RatingList MetricRows, IReadOnlyList<Waiting>? MayExpire = null, IReadOnlyList<Unmet>? MayNeedNudge = null);

/// <summary>Who leads, coaches or runs the server.</summary>
public sealed record Leader(IReadOnlyList<LedProgramme> Programmes);

/// <summary>A programme.</summary>
public sealed record LedProgramme(string Key, string Name);

/// <summary>A team, to be linked.</summary>
public sealed record TeamLink(string Key, string Name);

/// <summary>Who has no friend to call on.</summary>
public sealed record Alone(int Teams, int Count, IReadOnlyList<AloneTeam> Longest);

/// <summary>A team without a friend: since when, what was tried, and whom it could meet next.</summary>
public sealed record AloneTeam(PausedTeam Team, DateTime Since, IReadOnlyList<Tried> Tried, NextPeer? Next);

/// <summary>A team that may take no new friends for a while.</summary>
public sealed record PausedTeam(string Key, string Name, DateOnly? PausedUntil);

/// <summary>What became of a proposal.</summary>
public sealed record Tried(string Status);

/// <summary>A team to call on.</summary>
public sealed record NextPeer(TeamLink Team, IReadOnlyList<Why> Reasons);

/// <summary>A reason, by its name in the graph.</summary>
public sealed record Why(string Kind);

/// <summary>A proposal that waits.</summary>
public sealed record Waiting(DateTime AnswerBy, TeamLink From, TeamLink To);

/// <summary>Friends who meant to meet.</summary>
public sealed record Unmet(DateOnly? NextCheckIn, TeamLink From, TeamLink To);

/// <summary>How recommendations were found, by month.</summary>
public sealed record RatingList(IReadOnlyList<Rating> Nodes);

/// <summary>How often something was found of recommendations in a month; null where it is not told.</summary>
public sealed record Rating(string Group, string Period, double? Value, bool Suppressed);
