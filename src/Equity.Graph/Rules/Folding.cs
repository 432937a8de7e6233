using System.Globalization;
using System.Text;

namespace Equity.Graph.Rules;

/// <summary>How texts are compared when case and accents do not count: in filters, in order and in keys.</summary>
internal static class Folding
{
    /// <summary>The text in lower case, without accents, in compatibility form.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in WellFormed(text).Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.NonSpacingMark)
                folded.Append(Rune.ToLowerInvariant(rune).ToString());
        }
        return folded.ToString();
    }

    /// <summary>Normalisation throws on half of a surrogate pair; a search text may hold one.</summary>
    private static string WellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
