using System.Text.RegularExpressions;

namespace Equity.Matching;

/// <summary>Abbreviations that teams use every day and the encoder does not know: it reads what they stand for.</summary>
internal static partial class Abbreviations
{
    private static readonly Dictionary<string, string> Meanings = new(StringComparer.OrdinalIgnoreCase)
    {
        ["DNA"] = "missed appointments",
        ["WNB"] = "children not brought to appointments",
        ["LD"] = "learning disability",
        ["SMI"] = "severe mental illness",
        ["CAMHS"] = "child and adolescent mental health service",
        ["IMD"] = "deprivation",
        ["PCN"] = "GP practices",
        ["VCSE"] = "voluntary and community groups",
        ["BSL"] = "British Sign Language",
        ["A&E"] = "emergency department",
        ["ED"] = "emergency department",
        ["COPD"] = "chronic lung disease",
        ["BP"] = "blood pressure",
        ["EbE"] = "expert by experience",
    };

    /// <summary>The text with its abbreviations spelled out. Those of two letters count in capitals only: "Ed" is a man.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="which">Which abbreviations, as typed; the others stay.</param>
    public static string Spelled(string text, Func<string, bool> which) => Candidates().Replace(text, found =>
        (Meanings.TryGetValue(found.Value, out var meaning) || Meanings.TryGetValue(found.Value.TrimEnd('s'), out meaning))
        && (found.Length > 2 || found.Value.All(char.IsUpper)) && which(found.Value) ? meaning : found.Value);

    [GeneratedRegex(@"\b\w(?:\w|&(?=\w)){1,4}\b", RegexOptions.CultureInvariant)]
    private static partial Regex Candidates();
}
