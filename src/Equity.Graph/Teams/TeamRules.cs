using Equity.Graph.Rules;

namespace Equity.Graph.Teams;

/// <summary>What a team, its members and its organisation may hold.</summary>
internal static class TeamRules
{
    public static readonly TextRule Name = new("name", 200, Required: true);
    public static readonly TextRule Organisation = new("organisation", 200);
    public static readonly TextRule Service = new("service", 200, Required: true);
    public static readonly TextRule Locality = new("locality", 200);
    public static readonly TextRule CoProductionPlan = new("coProductionPlan", 2_000);
    public static readonly TextRule Aim = new("aim", 1_000);
    public static readonly TextRule Summary = new("summary", 4_000);
    public static readonly NumberRule ProgressScore = new("progressScore", 0.5, 5, 0.5);
    public static readonly NumberRule CoachScore = ProgressScore with { Field = "coachScore" };
    public static readonly NumberRule FriendCapacity = new("friendCapacity", 0, 10, 1);
    public static readonly TextRule MemberName = new("name", 200);

    /// <summary>How many friends a team has room for when it does not say.</summary>
    public const int DefaultFriendCapacity = 3;

    /// <summary>The most members, inequities, asks, offers (each) that one team may have: such lists are served whole.</summary>
    public const int MaxOfEach = 50;

    /// <summary>The most pieces of learning that one team may have.</summary>
    public const int MaxLearning = 1_000;
}
