using System.Globalization;
using System.Text;
using Microsoft.ML.Tokenizers;

namespace Equity.Matching;

/// <summary>
/// Cleans a text as the encoder's vocabulary expects: control characters out, accents off, lower case, and a space round every
/// punctuation mark and every Chinese character. A typed "[SEP]" becomes "[ sep ]" by this, and so never a token of the model's own.
/// </summary>
/// <remarks>
/// The tokenizer's own normalizer drops symbols ("LGBTQ+" loses its plus) and joins words over tabs and line ends, and so would not give the ids that the
/// encoder was trained on. Accents come off by the culture data of ICU: an application must not set InvariantGlobalization (the golden texts tell).
/// </remarks>
internal sealed class BertText : Normalizer
{
    public override string Normalize(string original) => Normalize(original.AsSpan());

    public override string Normalize(ReadOnlySpan<char> original)
    {
        var clean = new StringBuilder(original.Length + 16);
        foreach (var rune in original.EnumerateRunes()) // half a surrogate pair comes as U+FFFD
        {
            if (rune.Value is '\t' or '\n' or '\r' || Rune.IsWhiteSpace(rune) && !Rune.IsControl(rune)) clean.Append(' ');
            else if (IsDropped(rune)) continue;
            else if (IsChinese(rune.Value)) AppendApart(clean, rune);
            else if (rune.IsAscii) AppendLower(clean, rune);
            else AppendWithoutAccents(clean, rune);
        }
        return clean.ToString();
    }

    private static void AppendWithoutAccents(StringBuilder clean, Rune rune)
    {
        foreach (var part in rune.ToString().Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(part) != UnicodeCategory.NonSpacingMark) AppendLower(clean, part);
        }
    }

    private static void AppendLower(StringBuilder clean, Rune rune)
    {
        var lower = Rune.ToLowerInvariant(rune);
        if (IsPunctuation(lower)) AppendApart(clean, lower);
        else Append(clean, lower);
    }

    private static void AppendApart(StringBuilder clean, Rune rune)
    {
        clean.Append(' ');
        Append(clean, rune);
        clean.Append(' ');
    }

    private static void Append(StringBuilder clean, Rune rune)
    {
        if (rune.IsBmp) clean.Append((char)rune.Value);
        else clean.Append(rune.ToString());
    }

    // U+FFFE is no character, and nothing that can be taken apart.
    private static bool IsDropped(Rune rune) => rune.Value is 0xFFFD or 0xFFFE || Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse;

    private static bool IsPunctuation(Rune rune) => rune.IsAscii ? rune.Value > ' ' && !Rune.IsLetterOrDigit(rune) : Rune.IsPunctuation(rune);

    private static bool IsChinese(int c) =>
        c is >= 0x4E00 and <= 0x9FFF or >= 0x3400 and <= 0x4DBF or >= 0xF900 and <= 0xFAFF or >= 0x20000 and <= 0x2CEAF or >= 0x2F800 and <= 0x2FA1F;
}
