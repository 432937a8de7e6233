using Equity.Graph.Rules;

namespace Equity.Graph.Events;

/// <summary>What an event and its world café may hold.</summary>
internal static class EventRules
{
    public static readonly TextRule Name = new("name", 200, Required: true);
    public static readonly TextRule Description = new("description", 4_000);
    public static readonly TextRule Place = new("place", 200);
    public static readonly TextRule Question = new("questions", 300, Required: true);
    public static readonly NumberRule Capacity = new("capacity", 1, DefaultCapacity, 1);
    public static readonly NumberRule Minutes = new("minutes", 5, 120, 1);
    public static readonly NumberRule Rounds = new("rounds", 1, 8, 1);
    public static readonly NumberRule LeastAtATable = new("leastAtATable", FewestAtATable, 12, 1);
    public static readonly NumberRule MostAtATable = new("mostAtATable", FewestAtATable, 12, 1);

    /// <summary>How long a round takes unless somebody says, in minutes.</summary>
    public const int DefaultMinutes = 20;

    /// <summary>How many sit at a table at least and at most, unless somebody says.</summary>
    public const int DefaultLeast = 4, DefaultMost = 6;

    /// <summary>The seed of a plan unless somebody says.</summary>
    public const int DefaultSeed = 1;

    /// <summary>The smallest table.</summary>
    public const int FewestAtATable = 3;

    /// <summary>For how many teams there is room unless somebody says: as many as a world café seats.</summary>
    public const int DefaultCapacity = 300;

    /// <summary>How many teams wait for room at most.</summary>
    public const int MostWaiting = 300;

    /// <summary>How many plans an event has at most that are not in use.</summary>
    public const int MostPlans = 10;
}
