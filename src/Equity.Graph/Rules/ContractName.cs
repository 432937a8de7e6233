using System.Collections.Frozen;
using System.Text;

namespace Equity.Graph.Rules;

/// <summary>
/// The names that enum values have in the contract and in import files: LittleI is LITTLE_I, Core20 is CORE20.
/// An underscore stands before a capital letter and never before a digit (GraphQL.NET's own conversion would write CORE_20).
/// </summary>
internal static class ContractName
{
    /// <summary>The name of a value.</summary>
    public static string Of<T>(T value) where T : struct, Enum => Names<T>.ByValue[value];

    /// <summary>The value of a name; case counts.</summary>
    public static bool TryParse<T>(string name, out T value) where T : struct, Enum => Names<T>.ByName.TryGetValue(name, out value);

    /// <summary>All names, in the order of their values.</summary>
    public static IReadOnlyList<string> All<T>() where T : struct, Enum => Names<T>.InOrder;

    /// <summary>The name in the contract of a name in C#.</summary>
    public static string Of(string name)
    {
        var contract = new StringBuilder(name.Length + 8);
        foreach (var letter in name)
        {
            if (char.IsAsciiLetterUpper(letter) && contract.Length > 0)
                contract.Append('_');
            contract.Append(char.ToUpperInvariant(letter));
        }
        return contract.ToString();
    }

    private static class Names<T> where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> ByValue = Enum.GetValues<T>().ToFrozenDictionary(v => v, v => Of(v.ToString()));
        public static readonly FrozenDictionary<string, T> ByName = ByValue.ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);
        public static readonly IReadOnlyList<string> InOrder = [.. Enum.GetValues<T>().Order().Select(v => ByValue[v])];
    }
}
