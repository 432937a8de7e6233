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

    /// <summary>What a team lacks that does not meet the co-production gate, as the end of a sentence.</summary>
    public const string CoProductionGate =
        "from TESTING on, a team has a SERVICE_USER or CARER among its members and involvement above NONE, or a coProductionPlan; this one has neither yet";

    /// <summary>Whether a team has service users or carers taking part, or a plan for it, by the time it tries changes.</summary>
    public static bool MeetsCoProductionGate(Team team) =>
        team.Stage < Stage.Testing
        || team.CoProductionPlan is not null
        || (team.Involvement > Involvement.None && HasServiceUserOrCarer(team));

    /// <summary>Whether a service user or carer is among the members.</summary>
    public static bool HasServiceUserOrCarer(Team team) => team.Members.Exists(m => m.Role is TeamRole.ServiceUser or TeamRole.Carer);
}
