using Equity.Graph.Rules;

namespace Equity.Graph.Programmes;

/// <summary>What a programme and its phases may hold.</summary>
internal static class ProgrammeRules
{
    public static readonly TextRule Name = new("name", 200, Required: true);
    public static readonly TextRule SharedAim = new("sharedAim", 1_000);
    public static readonly NumberRule Phase = new("phase", 1, 99, 1);
    public static readonly TextRule PhaseName = new("name", 200);
}
