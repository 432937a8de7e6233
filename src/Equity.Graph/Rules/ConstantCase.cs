using System.Text.RegularExpressions;

namespace Equity.Graph.Rules;

/// <summary>How the values of enums are written outside, in the graph and in import files.</summary>
internal static partial class ConstantCase
{
    /// <summary>The value's name in UPPER_CASE: LittleI is LITTLE_I, AStepAhead is A_STEP_AHEAD, Core20 is CORE20.</summary>
    public static string Of(string name) => WordStart().Replace(name, "_").ToUpperInvariant();

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", RegexOptions.CultureInvariant)]
    private static partial Regex WordStart();
}
