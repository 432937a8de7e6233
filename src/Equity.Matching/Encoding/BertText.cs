using System.Globalization;
using System.Text;
using Microsoft.ML.Tokenizers;

namespace Equity.Matching;

/// <summary>
/// Cleans a text as the encoder's vocabulary expects: control characters out, accents off, lower case, and a space round every
/// punctuation mark and every Chinese character. A typed "[SEP]" becomes "[ sep ]" by this, and so never a token of the model's own.
/// </summary>
/// <remarks>
/// The tokenizer's own normalizer drops symbols ("LGBTQ+" loses its plus) and joins words over tabs and line ends; it also asks the
/// operating system to take letters and accents apart, which does nothing where globalization is invariant, as it is here. The pairs of
/// letter and accented letters are therefore a file of ours, Unaccented.txt: a letter, a space, all that becomes it (Unicode 14, NFD without marks).
/// </remarks>
internal sealed class BertText : Normalizer
{
    private static readonly Dictionary<Rune, string> Unaccented = ReadUnaccented();

    public override string Normalize(string original) => Normalize(original.AsSpan());

    public override string Normalize(ReadOnlySpan<char> original)
    {
        var clean = new StringBuilder(original.Length + 16);
        foreach (var rune in original.EnumerateRunes())
        {
            if (rune.Value is '\t' or '\n' or '\r' || Rune.IsWhiteSpace(rune) && !Rune.IsControl(rune)) clean.Append(' ');
            else if (IsDropped(rune)) continue;
            else if (IsChinese(rune.Value)) AppendApart(clean, rune);
            else AppendWithoutAccents(clean, rune);
        }
        return clean.ToString();
    }

    private static void AppendWithoutAccents(StringBuilder clean, Rune rune)
    {
        if (Unaccented.TryGetValue(rune, out var letters))
        {
            foreach (var letter in letters.EnumerateRunes()) AppendLower(clean, letter);
        }
        else if (rune.Value is >= HangulFirst and <= HangulLast) AppendHangulLetters(clean, rune.Value - HangulFirst);
        else AppendLower(clean, rune);
    }

    private static void AppendLower(StringBuilder clean, Rune rune)
    {
        var lower = Rune.ToLowerInvariant(rune);
        if (IsPunctuation(lower)) AppendApart(clean, lower);
        else clean.Append(lower.ToString());
    }

    private static void AppendApart(StringBuilder clean, Rune rune) => clean.Append(' ').Append(rune.ToString()).Append(' ');

    private const int HangulFirst = 0xAC00, HangulLast = 0xD7A3;

    /// <summary>A Korean syllable is computed from its letters (The Unicode Standard, 3.12): 19 first, 21 middle, 27 last or none.</summary>
    private static void AppendHangulLetters(StringBuilder clean, int syllable)
    {
        clean.Append((char)(0x1100 + syllable / 588)).Append((char)(0x1161 + syllable % 588 / 28));
        if (syllable % 28 > 0) clean.Append((char)(0x11A7 + syllable % 28));
    }

    private static bool IsDropped(Rune rune) => rune == Rune.ReplacementChar || Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.NonSpacingMark;

    private static bool IsPunctuation(Rune rune) => rune.IsAscii ? rune.Value > ' ' && !Rune.IsLetterOrDigit(rune) : Rune.IsPunctuation(rune);

    private static bool IsChinese(int c) =>
        c is >= 0x4E00 and <= 0x9FFF or >= 0x3400 and <= 0x4DBF or >= 0xF900 and <= 0xFAFF or >= 0x20000 and <= 0x2CEAF or >= 0x2F800 and <= 0x2FA1F;

    private static Dictionary<Rune, string> ReadUnaccented()
    {
        using var lines = new StreamReader(typeof(BertText).Assembly.GetManifestResourceStream("Unaccented.txt")!);
        var unaccented = new Dictionary<Rune, string>();
        while (lines.ReadLine() is { } line)
        {
            var space = line.IndexOf(' ', 1);
            foreach (var accented in line.AsSpan(space + 1).EnumerateRunes()) unaccented[accented] = line[..space];
        }
        return unaccented;
    }
}
