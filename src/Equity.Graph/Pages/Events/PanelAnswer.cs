using Equity.Graph.Pages.Frame;

namespace Equity.Graph.Pages.Events;

/// <summary>What the document PanelPage answers.</summary>
public sealed record PanelAnswer(Visitor Viewer, PanelEvent? Event);

/// <summary>The event at which the panel sits.</summary>
public sealed record PanelEvent(string Id, string Key, string Name, IReadOnlyList<PlanId>? Plans, PanelSits Panel, IReadOnlyList<TeamChoice>? Teams = null);

/// <summary>The panel.</summary>
public sealed record PanelSits(bool Open, IReadOnlyList<string> Advice, QuestionList? Questions, IReadOnlyList<LikeQuestion>? Similar = null);

/// <summary>What it is asked.</summary>
public sealed record QuestionList(int TotalCount, PageInfo PageInfo, IReadOnlyList<Question> Nodes);

/// <summary>A question.</summary>
public sealed record Question(string Id, string Text, int Votes, bool VotedByMe, TeamLink? AskedBy, IReadOnlyList<PanelReply> Answers, IReadOnlyList<Merged> Merged);

/// <summary>What was answered, and in which role.</summary>
public sealed record PanelReply(string Text, string ByRole, TeamLink? Team, bool Lasts);

/// <summary>A question that another one stands for.</summary>
public sealed record Merged(string Text);

/// <summary>A question that asks much the same.</summary>
public sealed record LikeQuestion(Votable Question);

/// <summary>A question to vote for.</summary>
public sealed record Votable(string Id, string Text, int Votes, bool VotedByMe);
