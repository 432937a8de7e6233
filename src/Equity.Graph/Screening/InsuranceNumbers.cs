namespace Equity.Graph.Screening;

/// <summary>National Insurance numbers: two letters, six digits in any groups, a last letter A to D that may be missing where the number is announced.</summary>
internal static class InsuranceNumbers
{
    private const int Digits = 6;
    private const int AnnouncedWithin = 6;

    private static readonly WordSet Announcements = new("insurance insurence insurace nino ninos nin ni ins");
    private static readonly WordSet Labels = new("form code grid ticket invoice model part batch section serial asset version order charity company grant square drawing lot item table bus flight train");
    private static readonly WordSet Prose = new("at as am my we he me be by so");
    private static readonly WordSet Unused = new("bg gb kn nk nt tn zz");
    private static readonly WordSet GluedTo = new("ni nino number no num insurance is was");

    public static void Find(Reading text, Candidates found)
    {
        for (var first = 0; first < text.Groups.Count; first++)
        {
            var group = text.Groups[first];
            if (Last(text, first) is not { } last || Prefix(text, group.Token) is not { } start)
                continue;
            var announced = text.At(start) == 'q' || text.IsAnnounced(group.Token, AnnouncedWithin, Announcements);
            if (!announced && IsLabelled(text, group.Token))
                continue;
            if (!announced && !text.IsUpper(start) && Prose.Contains(text.Letters.Slice(start, 2)) && text[group.Token].Before != Space.None)
                continue;
            var end = text.Groups[last].End;
            if (Suffix(text, text.Groups[last].Token, start, announced || last - first == 2) is { } suffix)
                found.Add(PersonalDetail.NationalInsuranceNumber, start, suffix);
            else if (text.At(start) == 'q' || announced && (!text.IsWord(text.Groups[last].Token + 1) || !text[text.Groups[last].Token + 1].IsTight))
                found.Add(PersonalDetail.NationalInsuranceNumber, start, end);
        }
    }

    /// <summary>The group with which six digits are full.</summary>
    private static int? Last(Reading text, int first)
    {
        var count = 0;
        for (var last = first; last < text.Groups.Count && (last == first || text.Groups[last].Before < Joint.List); last++)
        {
            count += text.Groups[last].Length;
            if (count >= Digits)
                return count == Digits ? last : null;
        }
        return null;
    }

    /// <summary>Where the two letters before the digits start; null where they are none that are given out.</summary>
    private static int? Prefix(Reading text, int number)
    {
        var word = text.IsMark(number - 1, "-./_:") ? number - 2 : number - 1;
        if (!text.IsWord(word))
            return null;
        var start = text[word].End - 2;
        if (text[word].Length == 1 && text[word - 1] is { Kind: TokenKind.Word, Length: 1 })
            return (text.IsUpper(text[word].Start) || text.At(text[word].Start) == 'q') && IsGivenOut(text.At(text[word - 1].Start), text.At(text[word].Start)) ? text[word - 1].Start : null;
        if (text[word].Length < 2 || !IsGivenOut(text.At(start), text.At(start + 1)))
            return null;
        var free = text[word].Length == 2 || text.At(start) == 'q' || (text.IsUpper(start) && text.IsLower(start - 1)) || GluedTo.Contains(text.Span(word)[..^2]);
        return free ? start : null;
    }

    /// <summary>"form SC 100200 B".</summary>
    private static bool IsLabelled(Reading text, int number) => text.IsWord(number - 2, Labels) || (text.IsMark(number - 2, ":#.") && text.IsWord(number - 3, Labels));

    private static bool IsGivenOut(char first, char second) =>
        (first, second) is ('q', 'q')
        || (char.IsAsciiLetter(first) && char.IsAsciiLetter(second) && !"dfiquv".Contains(first) && !"dfioquv".Contains(second) && !Unused.Contains([first, second]));

    /// <summary>Where the last letter ends. A small letter that stands alone counts only after digits in pairs: "at 120000 a year" is none.</summary>
    private static int? Suffix(Reading text, int number, int prefix, bool inPairs)
    {
        var token = text.IsMark(number + 1, "-./_") ? number + 2 : number + 1;
        if (!text.IsWord(token) || text.At(text[token].Start) is not (>= 'a' and <= 'd'))
            return null;
        var (start, glued) = (text[token].Start, text[token].IsTight);
        if (text.IsNumber(token + 1) && text[token + 1].IsTight)
            return null;
        if (text[token].Length > 1 && !(text.IsUpper(start) && text.IsLower(start + 1) && glued))
            return null;
        return glued || inPairs || (text.IsUpper(start) && text.IsUpper(prefix)) ? start + 1 : null;
    }
}
