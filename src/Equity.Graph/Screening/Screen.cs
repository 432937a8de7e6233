namespace Equity.Graph.Screening;

/// <summary>Finds personal details in free text. Pure, and linear in the text's length: every recogniser looks at a bounded stretch from each place.</summary>
internal static class Screen
{
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

    /// <summary>Every detail has a digit or an at sign, or an "at" in its place.</summary>
    private static bool MayHold(string text)
    {
        foreach (var letter in text)
        {
            if (letter is (>= '0' and <= '9') or '@' or > '\u007F')
                return true;
        }
        return text.Contains("at", StringComparison.OrdinalIgnoreCase);
    }
}
