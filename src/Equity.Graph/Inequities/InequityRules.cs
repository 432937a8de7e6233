using Equity.Graph.Rules;

namespace Equity.Graph.Inequities;

/// <summary>What an inequity may hold.</summary>
internal static class InequityRules
{
    public static readonly TextRule Title = new("title", 300, Required: true);
    public static readonly TextRule Population = new("population", 500, Required: true);
    public static readonly TextRule Evidence = new("evidence", 2_000);
}
