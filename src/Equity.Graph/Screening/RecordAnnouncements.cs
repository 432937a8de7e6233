using static Equity.Graph.Screening.RecordWords;

namespace Equity.Graph.Screening;

/// <summary>What announces the number of a record: "hospital number", "MRN", "RiO ID".</summary>
internal static class RecordAnnouncements
{
    /// <summary>An announcement: the token after it, whether it says "number" or is sure without, and the fewest digits of what it announces.</summary>
    public readonly record struct Announced(int After, bool Named, int Least);

    public static Announced? Announcement(Reading text, int token)
    {
        if (text.IsWord(token, Sure))
            return new(AfterNumberWords(text, token + 1).After, true, 4);
        if (text.IsWord(token, "m") && IsSpelt(text, token) is { } spelt)
            return new(AfterNumberWords(text, spelt).After, true, 4);
        if (OwnNumber(text, token) is { } own)
            return own;
        if (text.IsWord(token, Carriers) && text.IsWord(token + 1) && text.Span(token + 1) is "says" or "reads" or "said")
            return new(token + 2, false, 6);
        if (text.IsWord(token, "s") && IsSystemOne(text, token) && text.IsMark(token + 2, ':'))
            return new(token + 2, false, 7);
        if (IsHealthAndCare(text, token) && !text.IsWord(token + 1))
            return new(token + 1, false, 9);
        if (!IsHolder(text, token) || text.IsWord(token - 1, Registered))
            return IsOwnId(text, token) ? new(AfterNumberWords(text, token).After, true, 5) : null;
        var next = token + 1;
        while (next < token + 5 && (IsHolder(text, next) || (text.IsMark(next, '-') && IsHolder(text, next + 1))))
            next++;
        if (text.IsWord(next, Sure))
            return new(AfterNumberWords(text, next + 1).After, true, 4);
        var (after, named) = AfterNumberWords(text, next);
        if (named && text.IsWord(after - 1, Plural) && text.IsWord(next - 1, Counted) && !text.IsMark(after, ':'))
            return null;
        if (named)
            return new(after, true, text.IsWord(after - 1, Plural) || text.Span(next - 1) is "patients" or "clients" or "records" or "staff" ? 6 : IsVague(text, next - 1) ? 5 : 4);
        var direct = text.IsWord(next - 1, Systems) || (text.IsWord(token, Systems) && text.IsWord(next - 1, Short)) || (text.IsWord(token, "case") && next == token + (text.IsMark(token + 1, '-') ? 3 : 2));
        direct |= next >= token + 2 && text.IsWord(next - 1, Short);
        if (!direct && next == token + 1 && text.Span(token) is "record" or "records" or "notes" && text.IsWord(token - 1, Possessives))
            return new(next, false, text.IsWord(token - 1, Owners) ? 6 : 7);
        if (!direct && next == token + 1 && text.Span(token) is "record" && !(text.IsWord(token - 1) && text.Span(token - 1) is "on" or "of" or "a" or "track" or "world"))
            return new(next, false, 7);
        if (direct && text.Span(next - 1) is "passport")
            return new(next, true, 7);
        if (!direct && next == token + 1 && text.Span(token) is "hosp" or "hospital")
            return new(next, false, 7);
        if (!direct && next == token + 1 && text.Span(token) is "notes" or "record" or "file" && text.IsCapital(next) && text[next].Length <= 2)
            return new(next, false, 5);
        if (direct && text.Span(next - 1) is "nhs" or "chi")
            return new(next, false, 9);
        if (direct && text.IsWord(token - 1) && text.Span(token - 1) is "on" or "in" && text.IsAnnounced(token - 1, 2, NumberWords))
            return new(next, true, 4);
        return direct ? new(next, false, !(text.IsWord(token - 1) && text.Span(token - 1) is "on" or "in") && (text.IsMark(next, ":#") || text.IsWord(next - 1, Short) || text.IsWord(next - 1, Stores)) ? 5 : 6) : null;
    }

    /// <summary>The token after "m.r.n." or "m r n".</summary>
    private static int? IsSpelt(Reading text, int m)
    {
        var r = text.IsMark(m + 1, '.') ? m + 2 : m + 1;
        var n = text.IsMark(r + 1, '.') ? r + 2 : r + 1;
        return text.IsWord(r, "r") && text.IsWord(n, "n") ? text.IsMark(n + 1, '.') ? n + 2 : n + 1 : null;
    }

    /// <summary>"his number is K448123", "number on the wristband", "ID: 4481230", "patient with the ID 4481230".</summary>
    private static Announced? OwnNumber(Reading text, int token)
    {
        if (!text.IsWord(token, NumberWords))
            return null;
        if (text.IsWord(token - 1, Owners) && !text.IsWord(token - 1, "their") && AfterNumberWords(text, token).After is var code && IsCode(text, code))
            return new(code, false, 5);
        if (text.IsWord(token + 1) && text.Span(token + 1) is "on" or "from" && text.IsWord(token + 2) && text.IsWord(token + 3, Carriers))
            return new(token + 4, true, 6);
        if (text.Span(token) is not ("id" or "ids") || text.IsMark(token - 1, "-_/.&@") || IsOfMeeting(text, token))
            return null;
        var open = !text.IsWord(token - 1) || text[token].Before == Space.Line;
        var theirs = text.IsWord(token - 1) && text.Span(token - 1) is "with" or "the" or "under" or "whose" && text.IsAnnounced(token, 4, BirthWords.Persons);
        return (open || theirs) && text[token + 1].Kind != TokenKind.Word ? new(token + 1, false, 5) : null;
    }

    /// <summary>"Zoom: ID 845 220 1193", "ID 845 220 1193, passcode 4412".</summary>
    private static bool IsOfMeeting(Reading text, int id) => text.IsAnnounced(id, 6, Meetings) || text.IsAnnounced(id + 10, 9, Meetings);

    /// <summary>"his ID", and "ID number" with nothing before it that has the ID.</summary>
    private static bool IsOwnId(Reading text, int token) =>
        text.IsWord(token) && text.Span(token) is "id" or "identifier" && (text.IsWord(token - 1, Owners)
            || (!(text.IsWord(token - 1) && text[token].Before != Space.Line) && !text.IsMark(token - 1, "-_/") && (text.IsWord(token + 1, NumberWords) || text.Span(token) is "identifier")));

    /// <summary>A holder; also "system one", and the letter of "K number".</summary>
    private static bool IsHolder(Reading text, int token)
    {
        if (text.IsWord(token, Holders) || (text.IsWord(token) && text[token].Length >= 6 && Slip.IsOfAny(text.Span(token), Slipped)))
            return true;
        if (text.Span(token) is "rec")
            return text.IsWord(token - 1) && text.Span(token - 1) is "med" or "medical" or "hospital" or "patient";
        if (text.Span(token) is "licence" or "license")
            return text.IsWord(token - 1) && text.Span(token - 1) is "driving" or "driver's" or "drivers";
        if (IsHealthAndCare(text, token) || IsSystemOne(text, text.IsNumber(token) ? token - 1 : token))
            return true;
        if (text[token].Length == 1)
            return text.IsCapital(token) && text.IsWord(token + 1, NumberWords);
        return text.IsWord(token) && (text.Span(token) is "system" or "systm" ? text.IsWord(token + 1, "one") : text.IsWord(token, "one") && text.IsWord(token - 1) && text.Span(token - 1) is "system" or "systm");
    }

    /// <summary>"S1 number", as SystmOne is called.</summary>
    private static bool IsSystemOne(Reading text, int s) =>
        text.IsWord(s) && text.Span(s) is "s" or "systm" or "system" && text.Span(s + 1) is "1" && text[s + 1].IsTight && (text.IsWord(s + 2, NumberWords) || text.IsMark(s + 2, "#-:"));

    /// <summary>"H&amp;C number", as Northern Ireland has.</summary>
    private static bool IsHealthAndCare(Reading text, int c) => text.IsWord(c, "c") && text.IsMark(c - 1, "&+") && text.IsWord(c - 2, "h");

    /// <summary>K448123 or 4481236, after "is" or a mark; ten digits are more likely to be a telephone's.</summary>
    private static bool IsCode(Reading text, int token)
    {
        var code = token;
        while (code < token + 2 && (text.IsWord(code, Links) || text.IsMark(code, ":=#-")))
            code++;
        var lettered = text.IsCapital(code) && text[code].Length <= 3 && text[code + 1].IsTight;
        code = lettered ? code + 1 : code;
        return text[code] is { Kind: TokenKind.Number, Length: <= 9 } digits && digits.Length >= (lettered ? 5 : 6) && !text.IsNumber(code + 1) && !text.IsNumber(code + 2);
    }

    /// <summary>Holders of which small numbers are no record's: "unit number 12", "case number 5".</summary>
    private static bool IsVague(Reading text, int token) => text[token].Length == 1 || text.Span(token) is "unit" or "case" or "clinic" or "care" or "service" or "notes" or "note" or "community";

    private static (int After, bool Named) AfterNumberWords(Reading text, int token)
    {
        var (next, named) = (token, false);
        for (var steps = 0; steps < 4; steps++)
        {
            if (text.IsWord(next, NumberWords) || (text.IsWord(next) && Slip.IsOfAny(text.Span(next), NumberSlips)))
                (next, named) = (next + 1, true);
            else if (text.IsMark(next, '#') || (text.IsWord(next, "n") && text.IsMark(next + 1, '°')))
                (next, named) = (next + 1, true);
            else if (text.IsMark(next, "-_/'.") && text.IsWord(next + 1, NumberWords))
                next++;
            else if (named && text.IsMark(next, '.'))
                next++;
            else
                break;
        }
        return (next, named);
    }
}
