using System.Buffers;

namespace Equity.Graph.Screening;

/// <summary>Finds personal details in free text. Pure, and linear in the text's length: every recogniser looks at a bounded stretch from each place.</summary>
internal static class Screen
{
    /// <summary>What most prose is made of.</summary>
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz \n\t.,;:!?'\"()-/&%£éèïöü\u2018\u2019\u201C\u201D\u2013\u2014\u2026");

    /// <summary>What details without a digit come with: houses with a name, births and houses' numbers in words.</summary>
    private static readonly SearchValues<string> Spoken = SearchValues.Create(
        ["cottage", "bungalow", "lives at", "living at", "lived at", "address", "born", "birth", "dob", "d.o.b", "street", "road", "lane", "avenue"], StringComparison.OrdinalIgnoreCase);

    /// <summary>The personal details in a text, in the order of their starts; none overlaps another.</summary>
    public static IReadOnlyList<Finding> Find(string text)
    {
        if (!MayHold(text))
            return [];
        var reading = new Reading(text);
        var candidates = new Candidates();
        PublicCodes.Find(reading, candidates);
        EmailAddresses.Find(reading, candidates);
        PhoneNumbers.Find(reading, candidates);
        HealthNumbers.Find(reading, candidates);
        InsuranceNumbers.Find(reading, candidates);
        BirthDates.Find(reading, candidates);
        Postcodes.Find(reading, candidates);
        StreetAddresses.Find(reading, candidates);
        NamedHomes.Find(reading, candidates);
        RecordNumbers.Find(reading, candidates);
        return candidates.Best(reading);
    }

    /// <summary>A text as errors and logs may quote it: every personal detail in it is "…".</summary>
    public static string Shown(string text)
    {
        var shown = text;
        foreach (var found in Find(text).Reverse())
            shown = string.Concat(shown.AsSpan(0, found.Start), "…", shown.AsSpan(found.Start + found.Length));
        return shown;
    }

    /// <summary>
    /// Spares plain prose the reading: every detail has a digit, an at sign, or an "at" and a dot within a word or written out. Any rarer character may stand for
    /// one of these or hide within them.
    /// </summary>
    private static bool MayHold(string text) =>
        text.AsSpan().ContainsAnyExcept(Plain) || text.AsSpan().ContainsAny(Spoken)
        || (text.Contains("at", StringComparison.OrdinalIgnoreCase) && (text.Contains("dot", StringComparison.OrdinalIgnoreCase) || HasInnerDot(text)));

    private static bool HasInnerDot(string text)
    {
        for (var dot = text.IndexOf('.', StringComparison.Ordinal); dot >= 0 && dot + 1 < text.Length; dot = text.IndexOf('.', dot + 1))
        {
            if (!char.IsWhiteSpace(text[dot + 1]) || (dot > 0 && char.IsWhiteSpace(text[dot - 1])))
                return true;
        }
        return false;
    }
}
