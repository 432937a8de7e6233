using Equity.Graph.Rules;

namespace Equity.Graph.Friendships;

/// <summary>What a friendship and a check-in may hold.</summary>
internal static class FriendshipRules
{
    public static readonly TextRule Message = new("message", 1_000);
    public static readonly TextRule Purpose = new("purpose", 200);
    public static readonly TextRule Boundaries = new("boundaries", 2_000);
    public static readonly TextRule Reason = new("reason", 1_000);
    public static readonly TextRule Note = new("note", 1_000);
    public static readonly NumberRule WorkingDays = new("workingDays", 1, 20, 1);
    public static readonly NumberRule Helped = new("helped", 1, 5, 1);

    /// <summary>It is there to hold a name and a number: it is not screened, and never leaves the two teams.</summary>
    public static readonly TextRule Contact = new("contact", 500, Screened: false);

    /// <summary>How many proposals of one team wait for an answer at most.</summary>
    public const int MostUnanswered = 3;

    /// <summary>The promise of two teams that make no other.</summary>
    public const int DefaultWorkingDays = 5;

    /// <summary>How far ahead a check-in can be, in days.</summary>
    public const int LatestCheckIn = 365;

    /// <summary>What two teams agree on that write nothing else.</summary>
    public const string DefaultBoundaries =
        "What we tell each other stays between our two teams, unless we both say otherwise. We talk about our work and never about a patient who could be recognised. "
        + "Each of us may leave a question unanswered, and either may end this at any time without giving a reason.";
}
