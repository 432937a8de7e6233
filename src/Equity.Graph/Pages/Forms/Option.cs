using Equity.Graph.Rules;

namespace Equity.Graph.Pages.Forms;

/// <summary>Something to choose.</summary>
/// <param name="Value">What is sent.</param>
/// <param name="Label">What is read.</param>
public sealed record Option(string Value, string Label)
{
    /// <summary>All values of an enumeration, in its order.</summary>
    public static IReadOnlyList<Option> All<T>() where T : struct, Enum => [.. ContractName.All<T>().Select(name => new Option(name, Words.Of(name)))];
}
