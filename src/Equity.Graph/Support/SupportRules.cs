using Equity.Graph.Rules;

namespace Equity.Graph.Support;

/// <summary>What an ask or an offer may hold.</summary>
internal static class SupportRules
{
    public static readonly TextRule Text = new("text", 2_000, Required: true);
}
