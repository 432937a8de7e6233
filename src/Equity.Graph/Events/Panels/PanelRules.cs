using Equity.Graph.Rules;

namespace Equity.Graph.Events.Panels;

/// <summary>What a panel may hold.</summary>
internal static class PanelRules
{
    /// <summary>As long as a title of learning, which it becomes when an answer lasts.</summary>
    public static readonly TextRule Question = new("text", 300, Required: true);
    public static readonly TextRule Answer = new("text", 4_000, Required: true);
    public static readonly TextRule Title = new("title", 300);

    /// <summary>How many questions one person asks a panel at most.</summary>
    public const int MostOfAPerson = 10;

    /// <summary>How many questions a panel has at most: each is compared with what somebody types.</summary>
    public const int MostQuestions = 500;

    /// <summary>How many answers a question has at most.</summary>
    public const int MostAnswers = 20;

    /// <summary>How many questions are merged into another at once.</summary>
    public const int MostMerged = 50;

    /// <summary>From this likeness on a question is shown to somebody who types another: less than nearly the same, since half of a question is typed first.</summary>
    public const double WorthShowing = 0.45;

    /// <summary>Since when the panel of an event takes no more questions and votes; null while it does.</summary>
    public static DateTime? PanelClosed(this Event gathering, DateTime now) => gathering.CancelledAt ?? (gathering.OverAt <= now ? gathering.OverAt : null);
}
