using Equity.Graph.Rules;

namespace Equity.Graph.Learning;

/// <summary>What a piece of learning may hold.</summary>
internal static class LearningRules
{
    public static readonly TextRule Title = new("title", 300, Required: true);
    public static readonly TextRule Body = new("body", 8_000, Required: true);
}
