using Equity.Graph.Rules;

namespace Equity.Graph.Ideas;

/// <summary>What a change idea and its cycles may hold.</summary>
internal static class IdeaRules
{
    public static readonly TextRule Title = new("title", 300, Required: true);
    public static readonly TextRule Description = new("description", 4_000);
    public static readonly TextRule Plan = new("plan", 4_000);
    public static readonly TextRule Do = new("do", 4_000);
    public static readonly TextRule Study = new("study", 4_000);
    public static readonly TextRule Act = new("act", 4_000);

    /// <summary>The most cycles of one idea: they are served whole.</summary>
    public const int MaxCycles = 50;

    /// <summary>The most measures that an idea is meant to show in.</summary>
    public const int MaxMeasures = 10;

    /// <summary>Nobody's cycle began earlier.</summary>
    public static readonly DateOnly EarliestStart = new(2000, 1, 1);

    /// <summary>How far ahead a cycle can be planned, in days.</summary>
    public const int LatestStart = 365;
}
