namespace Equity.Graph.Screening;

/// <summary>Numbers of a person's records: known by what announces them, such as "hospital number", "MRN" or "RiO ID".</summary>
internal static class RecordNumbers
{
    /// <summary>The most digits, and the most tokens, of a number.</summary>
    private const int MaxDigits = 20;

    /// <summary>How many tokens may stand between the announcement and the number.</summary>
    private const int Within = 7;

    /// <summary>Whose or which record: needs "number", "ID" or the like, or at least six digits, after it.</summary>
    private static readonly WordSet Holders = new("""
        hospital hosp unit patient pt patients client service user record records case casenote casenotes note notes chart medical health district community rio emis systmone systemone
        tpp pas pims lorenzo cerner millennium epic paris carenotes mosaic nhs chi hcn passport driving licence license prison person resident file referral clinic
        child mother maternity dental gp local identity insurance registration social care spell episode customer member staff payroll account
        """);

    /// <summary>Those that a number may follow at once.</summary>
    private static readonly WordSet Systems = new("patient pt rio emis systmone systemone pas pims lorenzo cerner epic paris carenotes nhs chi passport casenote casenotes licence license client one");

    private static readonly WordSet Single = new("record patient pt file hospital unit note one");
    private static readonly WordSet Sure = new("mrn mrns pid patientid hospitalnumber hospitalno lpi crn urn");
    private static readonly WordSet NumberWords = new("number num no nr id ids identifier ref reference numbers nos");
    private static readonly WordSet Plural = new("numbers nos");
    private static readonly WordSet Fillers = new("is was of for are as being given it the and his her their my a recorded listed should be reads say says with on in");
    private static readonly WordSet Trailers = new("is was are as the his her their my a");

    public static void Find(Reading text, Candidates found)
    {
        for (var token = 0; token < text.Count; token++)
        {
            if (Announcement(text, token) is not { } announced)
                continue;
            if (Forward(text, announced) is { } number)
                Add(text, number, found);
            else if (Backward(text, token) is { } before && (announced.Named || (text.IsMark(token - 1, '(') && IsCountless(text, before.Last))))
                Add(text, before, found);
            token = announced.After - 1;
        }
    }

    /// <summary>An announcement: the token after it, whether it says "number" or is sure without, and the fewest digits of what it announces.</summary>
    private readonly record struct Announced(int After, bool Named, int Least);

    private static Announced? Announcement(Reading text, int token)
    {
        if (text.IsWord(token, Sure))
            return new(AfterNumberWords(text, token + 1).After, true, 4);
        if (!IsHolder(text, token))
            return null;
        var next = token + 1;
        while (next < token + 5 && (IsHolder(text, next) || (text.IsMark(next, '-') && IsHolder(text, next + 1))))
            next++;
        if (text.IsWord(next, Sure))
            return new(AfterNumberWords(text, next + 1).After, true, 4);
        var (after, named) = AfterNumberWords(text, next);
        if (named)
            return new(after, true, text.IsWord(after - 1, Plural) ? 6 : IsVague(text, next - 1) ? 5 : 4);
        var direct = text.IsWord(next - 1, Systems) || (text.IsWord(token, Systems) && text.IsWord(next - 1, Single)) || (text.IsWord(token, "case") && next == token + 2);
        direct |= next >= token + 2 && text.IsWord(next - 1, Single);
        return direct ? new(next, false, text.IsMark(next, ":#") || text.IsWord(next - 1, Single) ? 5 : 6) : null;
    }

    /// <summary>A holder; also "system one", and the letter of "K number".</summary>
    private static bool IsHolder(Reading text, int token)
    {
        if (text.IsWord(token, Holders))
            return true;
        if (text[token].Length == 1)
            return text.IsCapital(token) && text.IsWord(token + 1, NumberWords);
        return text.IsWord(token) && (text.Span(token) is "system" or "systm" ? text.IsWord(token + 1, "one") : text.IsWord(token, "one") && text.IsWord(token - 1) && text.Span(token - 1) is "system" or "systm");
    }

    /// <summary>Holders of which small numbers are no record's: "unit number 12", "case number 5".</summary>
    private static bool IsVague(Reading text, int token) => text[token].Length == 1 || text.Span(token) is "unit" or "case" or "clinic" or "care" or "service" or "notes" or "note" or "community";

    private static (int After, bool Named) AfterNumberWords(Reading text, int token)
    {
        var (next, named) = (token, false);
        for (var steps = 0; steps < 4; steps++)
        {
            if (text.IsWord(next, NumberWords))
                (next, named) = (next + 1, true);
            else if (text.IsMark(next, '#'))
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

    /// <summary>The first and last token of the number that follows.</summary>
    private static (int First, int Last)? Forward(Reading text, Announced announced)
    {
        for (var token = announced.After; token < announced.After + Within; token++)
        {
            if (Number(text, token, announced.Least) is { } last)
                return announced.Named || IsDirect(text, announced.After, token, last) ? (token, last) : null;
            if (text.IsNumber(token) || !(announced.Named ? IsFiller(text, token) : text.IsMark(token, ":-=#(./")))
                return null;
        }
        return null;
    }

    private static bool IsFiller(Reading text, int token) =>
        text.IsWord(token, Fillers) || text.IsMark(token, ":-=#().\"'[]/_") || (text.IsCapital(token) && text[token].Length > 2);

    /// <summary>A number right after a system's name is a record's unless it is round, as counts are.</summary>
    private static bool IsDirect(Reading text, int after, int token, int last) =>
        token <= after + 2 && IsCountless(text, last);

    private static bool IsCountless(Reading text, int last) => !text.Span(last).EndsWith("000");

    /// <summary>"1234567 is her hospital number", "1234567 (RiO ID)".</summary>
    private static (int First, int Last)? Backward(Reading text, int announcement)
    {
        var token = announcement - 1;
        while (token > announcement - 5 && (text.IsWord(token, Trailers) || text.IsMark(token, "(=-[")))
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
        if (text.IsWord(first) && !(text[first].Length <= 5 && (text.IsNumber(first + 1) || (text.IsMark(first + 1, "-/") && text[first + 1].IsTight)) && (text[first + 1].IsTight || text.IsUpper(text[first].Start))))
            return null;
        var last = first - 1;
        for (; digits < MaxDigits && token < first + MaxDigits; token++)
        {
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
        return digits >= least && !thousands && !IsYear(text, first, last) ? last : null;
    }

    private static bool IsYear(Reading text, int first, int last) =>
        first == last && text[first].Length == 4 && text.Span(first)[..2] is "19" or "20";

    private static void Add(Reading text, (int First, int Last) number, Candidates found) =>
        found.Add(PersonalDetail.RecordNumber, text[number.First].Start, text[number.Last].End);
}
