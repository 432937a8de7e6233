using static Equity.Graph.Screening.RecordAnnouncements;
using static Equity.Graph.Screening.RecordWords;

namespace Equity.Graph.Screening;

/// <summary>Numbers of a person's records: known by what announces them, such as "hospital number", "MRN" or "RiO ID".</summary>
internal static class RecordNumbers
{
    /// <summary>The most digits, and the most tokens, of a number.</summary>
    private const int MaxDigits = 20;

    /// <summary>How many tokens may stand between the announcement and the number.</summary>
    private const int Within = 10;

    /// <summary>The most numbers that one announcement is for.</summary>
    private const int MaxListed = 10;

    public static void Find(Reading text, Candidates found)
    {
        for (var token = 0; token < text.Count; token++)
        {
            if (Announcement(text, token) is not { } announced)
                continue;
            if (Forward(text, announced) is { } number)
                AddListed(text, number, found);
            else if (Backward(text, token) is { } before && (announced.Named || (text.IsMark(token - 1, '(') && IsCountless(text, before.Last)) || IsInSystem(text, token, before) || IsOnCarrier(text, token, before)))
                Add(text, before, found);
            token = announced.After - 1;
        }
    }

    /// <summary>Adds a number and those listed after it: "MRN 1234567, 2345678 and 3456789".</summary>
    private static void AddListed(Reading text, (int First, int Last) number, Candidates found)
    {
        Add(text, number, found);
        for (var listed = 1; listed < MaxListed; listed++)
        {
            var next = number.Last + 1;
            while (next < number.Last + 4 && (text.IsMark(next, ",;&/-") || text.IsWord(next, "and") || text.IsWord(next, "or")))
                next++;
            next = AfterListNumber(text, next);
            if (next == number.Last + 1 || Number(text, next, 5) is not { } last || IsCount(text, next, last) || DigitsOf(text, next, last) != DigitsOf(text, number.First, number.Last))
                return;
            number = (next, last);
            Add(text, number, found);
        }
    }

    private static int DigitsOf(Reading text, int first, int last)
    {
        var digits = 0;
        for (var token = first; token <= last; token++)
            digits += text.IsNumber(token) ? text[token].Length : 0;
        return digits;
    }

    /// <summary>Passes "1)" and "2.".</summary>
    private static int AfterListNumber(Reading text, int token) =>
        text[token] is { Kind: TokenKind.Number, Length: <= 2 } && text.IsMark(token + 1, ").") && text[token + 1].IsTight && !text[token + 2].IsTight ? token + 2 : token;

    /// <summary>Whether a number counts what follows it: "1204 records", "12045 of 20000", "14000 to 12045".</summary>
    private static bool IsCount(Reading text, int first, int last)
    {
        if (first != last || text[last].Length > 6 || text.Span(last)[0] == '0')
            return false;
        var next = last + 1;
        if (text.IsMark(next, '%'))
            return true;
        if (!text.IsWord(next) || text.IsCapital(next) || text[next].Before == Space.Line)
            return false;
        if (text.IsWord(next + 1) && !text.IsWord(next, StreetWords.Verbs) && !text.IsWord(next, StreetWords.Following) && IsPlural(text, next + 1))
            return true;
        return text.Span(next) is "of" or "staff" or "people" || (text.IsNumber(next + 1) && text.Span(next) is "to" or "in")
            || IsPlural(text, next);
    }

    private static bool IsPlural(Reading text, int token) =>
        text.IsWord(token) && !text.IsCapital(token) && text[token].Length > 3 && text.Span(token) is [.., not ('s' or '\''), 's'] && !text.IsWord(token, StreetWords.Verbs);

    /// <summary>"1234567 on RiO".</summary>
    private static bool IsInSystem(Reading text, int system, (int First, int Last) number) =>
        text.IsWord(system, Systems) && text.IsWord(system - 1) && text.Span(system - 1) is "on" or "in" && DigitsOf(text, number.First, number.Last) >= 7 && IsCountless(text, number.Last);

    /// <summary>"K448123 on her wristband".</summary>
    private static bool IsOnCarrier(Reading text, int carrier, (int First, int Last) number) =>
        text.Span(carrier) is "wristband" or "sticker" && text.IsWord(number.Last + 1, "on") && DigitsOf(text, number.First, number.Last) >= 6;

    /// <summary>The first and last token of the number that follows.</summary>
    private static (int First, int Last)? Forward(Reading text, Announced announced)
    {
        for (var token = announced.After; token < announced.After + Within; token++)
        {
            if (AfterListNumber(text, token) is var listed && listed > token && text.IsNumber(listed))
                token = listed;
            if (Number(text, token, announced.Least) is { } last)
                return !IsCount(text, token, last) && !(last > token && text.IsNumber(token) && IsSeries(text, token, announced)) && (announced.Named || IsDirect(text, announced.After, token, last)) ? (token, last) : null;
            if (text.IsNumber(token) || !(announced.Named ? IsFiller(text, token) : text.IsMark(token, ":-=#(./,") || text.IsWord(token, Links)))
                return null;
        }
        return null;
    }

    private static bool IsFiller(Reading text, int token) =>
        text.IsWord(token, Fillers) || text.IsWord(token, NumberWords) || text.IsMark(token, ":-=#().\"'[]/_,;…°") || (text.IsCapital(token) && (text[token].Length > 2 || !text.IsNumber(token + 1)));

    /// <summary>A number right after a system's name is a record's unless it is round, as counts are.</summary>
    private static bool IsDirect(Reading text, int after, int token, int last) =>
        token <= after + 2 && (!text.IsMark(after, ',') || DigitsOf(text, token, last) >= 7) && !text.IsWord(last + 1, "of") && IsCountless(text, last);

    private static bool IsCountless(Reading text, int last) => !text.Span(last).EndsWith("000");

    /// <summary>"1234567 is her hospital number", "1234567 (RiO ID)".</summary>
    private static (int First, int Last)? Backward(Reading text, int announcement)
    {
        var token = announcement - 1;
        while (token > announcement - 5 && (text.IsWord(token, Trailers) || text.IsMark(token, "(=-[")
            || (token == announcement - 1 && (text.IsMark(token, ',') || (text.IsWord(token) && text.Span(token) is "on" or "in")))
            || (text.IsMark(token, ',') && text.IsWord(token + 1) && text.Span(token + 1) is "its" or "it's" or "that's" or "this")
            || (text.IsWord(announcement, Carriers) && text.IsWord(token, "on"))))
            token--;
        if (token == announcement - 1 || !text.IsNumber(token))
            return null;
        var first = token;
        while (first > token - 8 && ((text[first].IsTight && text[first - 1].Kind is TokenKind.Word or TokenKind.Number && text[first - 1].Length <= 4)
            || (text.IsMark(first - 1, "-/") && text[first].IsTight && text[first - 1].IsTight)))
            first--;
        return Number(text, first, 5) is { } last && last >= token ? (first, last) : null;
    }

    /// <summary>The last token of a number of a record that starts at a token: digits, with letters glued to them, in groups.</summary>
    private static int? Number(Reading text, int first, int least)
    {
        var (token, digits) = (first, 0);
        if (text.IsWord(first) && !(text[first].Length <= 5 && (text.IsNumber(first + 1) || (text.IsMark(first + 1, "-/") && text[first + 1].IsTight)) && (text[first + 1].IsTight || text.IsUpper(text[first].Start)) && !(text.IsMark(first + 1, "-/") && text[first + 2] is { Kind: TokenKind.Word, Length: > 3 })))
            return null;
        var last = first - 1;
        for (; digits < MaxDigits && token < first + MaxDigits; token++)
        {
            if (token > first && AfterListNumber(text, token) > token)
                break;
            if (text.IsNumber(token) && (token == first || text[token].IsTight || digits == 0 || digits + text[token].Length <= 10))
                (digits, last) = (digits + text[token].Length, token);
            else if (text.IsWord(token) && (token == first || text[token].IsTight) && text[token].Length <= 5)
                last = token;
            else if (!(token > first && text.IsMark(token, "-/._") && text[token].IsTight && text[token + 1].IsTight && text[token + 1].Kind is TokenKind.Word or TokenKind.Number))
                break;
        }
        while (last > first && text.IsMark(last, "-/._"))
            last--;
        var thousands = text.IsMark(last + 1, ',') && text[last + 2] is { Kind: TokenKind.Number, Length: 3, IsTight: true };
        return digits >= least && !thousands && !IsYear(text, first, last) && !IsDummy(text, first, last) && WrittenDate.End(text, first) != last + 1 ? last : null;
    }

    /// <summary>"RiO 12 14 11 9", "passports 2024 2025".</summary>
    private static bool IsSeries(Reading text, int first, Announced announced) =>
        IsYear(text, first, first) ? !announced.Named || IsYear(text, first + 1, first + 1)
            : !announced.Named && text[first].Length < 3 && text.IsNumber(first + 1);

    /// <summary>0101010101 and 999999 are nobody's.</summary>
    private static bool IsDummy(Reading text, int first, int last)
    {
        if (first != last || text[first].Length < 6)
            return false;
        var digits = text.Span(first);
        return digits[2..].SequenceEqual(digits[..^2]);
    }

    private static bool IsYear(Reading text, int first, int last) =>
        first == last && text[first].Length == 4 && text.Span(first)[..2] is "19" or "20";

    private static void Add(Reading text, (int First, int Last) number, Candidates found) =>
        found.Add(PersonalDetail.RecordNumber, text[number.First].Start, text[number.Last].End);
}
