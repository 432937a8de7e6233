using System.Globalization;
using System.Text;
using Equity.Graph.Screening;

namespace Equity.Graph.Rules;

/// <summary>What a text field may hold. Import, mutations and the database's constraints read the same rule.</summary>
/// <param name="Field">The field's name in the contract and in import files.</param>
/// <param name="Max">The most characters (UTF-16 code units) it may hold.</param>
/// <param name="Required">Whether it must be there and hold more than white space.</param>
/// <param name="Screened">Whether it is free text, which holds no personal details; what names a person or a thing elsewhere, such as a key, is not.</param>
internal sealed record TextRule(string Field, int Max, bool Required = false, bool Screened = true)
{
    /// <summary>The text as it is stored: trimmed, new lines as \n; null when nothing is left that can be seen.</summary>
    public static string? Clean(string? text)
    {
        var trimmed = text?.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Trim();
        return trimmed is null || trimmed.EnumerateRunes().All(rune => Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format) ? null : trimmed;
    }

    /// <summary>What is wrong with a cleaned text and what is allowed, as the end of a sentence that starts with the field; null when it may be stored.</summary>
    public string? Problem(string? text)
    {
        if (text is null)
            return Required ? "is required" : null;
        if (text.Length > Max)
            return $"has {text.Length} characters; at most {Max} are allowed";
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar && !text.Contains((char)Rune.ReplacementChar.Value))
                return "holds half of a character (a lone surrogate); write the whole character";
            if (Rune.IsControl(rune) && rune.Value is not ('\n' or '\t'))
                return $"holds the control character U+{rune.Value:X4}; only new lines and tabs are allowed";
        }
        return null;
    }

    /// <summary>The personal details in a cleaned text, which keep it from being stored; none where the field is not screened.</summary>
    public IReadOnlyList<Finding> PersonalDetails(string? text) => Screened && text is not null ? Screen.Find(text) : [];
}
