using System.Globalization;
using System.Text;

namespace Equity.Graph.Screening;

/// <summary>The plain letter that recognisers read for a character, however it is written: full-width digits, any dash, any blank.</summary>
internal static class PlainLetter
{
    /// <summary>What a character is read as when it is left out, as invisible ones are.</summary>
    public const char None = '\0';

    /// <summary>A lower-case letter, an ASCII digit, a blank, a new line or a mark; <see cref="None"/> for what is invisible.</summary>
    public static char Of(Rune rune)
    {
        if (rune.IsAscii)
            return OfAscii((char)rune.Value);
        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => None,
            UnicodeCategory.DecimalDigitNumber => (char)('0' + (int)Rune.GetNumericValue(rune)),
            UnicodeCategory.DashPunctuation => '-',
            UnicodeCategory.SpaceSeparator => ' ',
            UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => '\n',
            _ => Mark((char)rune.Value) is var mark && rune.IsBmp && mark != None ? mark : OfLetter(rune),
        };
    }

    private static char OfAscii(char letter) => letter switch
    {
        >= 'A' and <= 'Z' => (char)(letter | ' '),
        '\n' or '\r' or '\f' => '\n',
        '\t' or '\v' => ' ',
        '`' => '\'',
        None => ' ',
        _ => letter,
    };

    private static char Mark(char letter) => letter switch
    {
        '\u2212' or '\u2043' or '\u02D7' or '\u207B' or '\u00AF' or '\u2500' => '-',
        '\u00B7' or '\u2022' or '\u2024' or '\u2027' or '\u2219' or '\u22C5' or '\u30FB' or '\u3002' or '\u25CF' => '.',
        '\u2018' or '\u2019' or '\u201B' or '\u02BC' or '\u2032' or '\u00B4' => '\'',
        '\u201C' or '\u201D' or '\u00AB' or '\u00BB' => '"',
        '\u2044' or '\u2215' => '/',
        '\u2236' => ':',
        '\u2116' => '#',
        '\u0085' => '\n',
        _ => None,
    };

    /// <summary>Compatibility forms such as full-width letters are read as what they stand for.</summary>
    private static char OfLetter(Rune rune)
    {
        if (rune.IsBmp && rune.Value is < 0x3000 or (> 0x33FF and < 0xFB00))
            return Rune.IsLetter(rune) ? (char)Rune.ToLowerInvariant(rune).Value : (char)rune.Value;
        var plain = rune.ToString().Normalize(NormalizationForm.FormKC);
        if (plain.Length == 1)
            return plain[0] < 0x80 ? OfAscii(plain[0]) : char.ToLowerInvariant(plain[0]);
        return (char)Rune.ReplacementChar.Value;
    }
}
