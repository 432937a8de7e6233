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

    /// <summary>Whose or which record: needs "number", "ID" or the like, or at least six digits, after it.</summary>
    private static readonly WordSet Holders = new("""
        hospital hosp unit patient pt patients client service user record records case casenote casenotes note notes chart medical health district community rio emis systmone systemone
        tpp pas pims lorenzo cerner millennium epic paris carenotes mosaic nhs chi hcn passport driving driver prison prisoner person resident file referral clinic
        child mother maternity dental gp local identity insurance registration social care spell episode customer member payroll account bank
        staff visa asylum office permit residence badge pass pupil employee member membership tenancy tenant housing claim benefit wristband sticker lab specimen sample accession xray ray radiology
        su pat med liquidlogic nomis noms brp ubrn upn utr social services police custody probation admission attendance encounter ambulance ed identification card band inmate detainee caseload client's patient's
        """);

    /// <summary>The holders in which slips are read too.</summary>
    private static readonly string[] Slipped = ["hospital", "patient", "passport", "record", "medical", "systmone", "casenote", "referral"];

    private static readonly string[] NumberSlips = ["number", "reference", "identifier"];

    /// <summary>Those that a number may follow at once.</summary>
    private static readonly WordSet Systems = new("patient pt rio emis systmone systemone pas pims lorenzo cerner epic paris carenotes nhs chi passport casenote casenotes licence license client one wristband permit ubrn");

    private static readonly WordSet Stores = new("rio emis systmone pas nomis carenotes");
    private static readonly WordSet Single = new("record patient pt file hospital unit note one");
    private static readonly WordSet Sure = new("""
        mrn mrns mnr mrm nomis noms brp upn utr pid patientid hospitalnumber hospitalno hospnumber hospno hospnum lpi crn urn mrn's
        patientno patientnumber patientnum ptno ptid clientid clientno rioid rionumber riono rionum emisid emisno emisnumber pasid pasno pasnumber casenoteno casenotenumber recordno recordnumber unitno passportno
        systmoneid systmoneno
        """);
    private static readonly WordSet NumberWords = new("number num no nr id ids identifier ref reference numbers nos");
    private static readonly WordSet Plural = new("numbers nos");
    private static readonly WordSet Fillers = new("""
        is was of for are as being given it the and his her their my a recorded listed should be reads say says with on in
        lady man gentleman woman patient client person stick who which it band label wristband sticker card expired british irish polish romanian old new wrong correct now still hers here at hospital front file system i think believe
        she he they we have has had put down one mr mrs ms miss dr that's it's be to recorded shown given noted listed please use check quote ask under look
        """);

    /// <summary>What may stand between a system's name and a number.</summary>
    private static readonly WordSet Links = new("is was as under says reads said");

    private static readonly WordSet Possessives = new("his her their my your whose see this that the in open opened");
    private static readonly WordSet Owners = new("his her their my your whose");
    private static readonly WordSet Trailers = new("is was are as the his her their my a");

    public static void Find(Reading text, Candidates found)
    {
        for (var token = 0; token < text.Count; token++)
        {
            if (Announcement(text, token) is not { } announced)
                continue;
            if (Forward(text, announced) is { } number)
                AddListed(text, number, found);
            else if (Backward(text, token) is { } before && (announced.Named || (text.IsMark(token - 1, '(') && IsCountless(text, before.Last)) || IsInSystem(text, token, before)))
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

    /// <summary>An announcement: the token after it, whether it says "number" or is sure without, and the fewest digits of what it announces.</summary>
    private readonly record struct Announced(int After, bool Named, int Least);

    private static Announced? Announcement(Reading text, int token)
    {
        if (text.IsWord(token, Sure))
            return new(AfterNumberWords(text, token + 1).After, true, 4);
        if (text.IsWord(token, "m") && IsSpelt(text, token) is { } spelt)
            return new(AfterNumberWords(text, spelt).After, true, 4);
        if (!IsHolder(text, token))
            return IsOwnId(text, token) ? new(AfterNumberWords(text, token).After, true, 5) : null;
        var next = token + 1;
        while (next < token + 5 && (IsHolder(text, next) || (text.IsMark(next, '-') && IsHolder(text, next + 1))))
            next++;
        if (text.IsWord(next, Sure))
            return new(AfterNumberWords(text, next + 1).After, true, 4);
        var (after, named) = AfterNumberWords(text, next);
        if (named)
            return new(after, true, text.IsWord(after - 1, Plural) || text.Span(next - 1) is "patients" or "clients" or "records" or "staff" ? 6 : IsVague(text, next - 1) ? 5 : 4);
        var direct = text.IsWord(next - 1, Systems) || (text.IsWord(token, Systems) && text.IsWord(next - 1, Single)) || (text.IsWord(token, "case") && next == token + (text.IsMark(token + 1, '-') ? 3 : 2));
        direct |= next >= token + 2 && text.IsWord(next - 1, Single);
        if (!direct && next == token + 1 && text.Span(token) is "record" or "records" or "notes" && text.IsWord(token - 1, Possessives))
            return new(next, false, text.IsWord(token - 1, Owners) ? 6 : 7);
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
        return direct ? new(next, false, text.IsMark(next, ":#") || text.IsWord(next - 1, Single) || text.IsWord(next - 1, Stores) ? 5 : 6) : null;
    }

    /// <summary>The token after "m.r.n." or "m r n".</summary>
    private static int? IsSpelt(Reading text, int m)
    {
        var r = text.IsMark(m + 1, '.') ? m + 2 : m + 1;
        var n = text.IsMark(r + 1, '.') ? r + 2 : r + 1;
        return text.IsWord(r, "r") && text.IsWord(n, "n") ? text.IsMark(n + 1, '.') ? n + 2 : n + 1 : null;
    }

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

    /// <summary>The first and last token of the number that follows.</summary>
    private static (int First, int Last)? Forward(Reading text, Announced announced)
    {
        for (var token = announced.After; token < announced.After + Within; token++)
        {
            if (AfterListNumber(text, token) is var listed && listed > token && text.IsNumber(listed))
                token = listed;
            if (Number(text, token, announced.Least) is { } last)
                return !IsCount(text, token, last) && (announced.Named || IsDirect(text, announced.After, token, last)) ? (token, last) : null;
            if (text.IsNumber(token) || !(announced.Named ? IsFiller(text, token) : text.IsMark(token, ":-=#(./,") || text.IsWord(token, Links)))
                return null;
        }
        return null;
    }

    private static bool IsFiller(Reading text, int token) =>
        text.IsWord(token, Fillers) || text.IsMark(token, ":-=#().\"'[]/_,;…°") || (text.IsCapital(token) && (text[token].Length > 2 || !text.IsNumber(token + 1)));

    /// <summary>A number right after a system's name is a record's unless it is round, as counts are.</summary>
    private static bool IsDirect(Reading text, int after, int token, int last) =>
        token <= after + 2 && (!text.IsMark(after, ',') || DigitsOf(text, token, last) >= 7) && IsCountless(text, last);

    private static bool IsCountless(Reading text, int last) => !text.Span(last).EndsWith("000");

    /// <summary>"1234567 is her hospital number", "1234567 (RiO ID)".</summary>
    private static (int First, int Last)? Backward(Reading text, int announcement)
    {
        var token = announcement - 1;
        while (token > announcement - 5 && (text.IsWord(token, Trailers) || text.IsMark(token, "(=-[")
            || (token == announcement - 1 && (text.IsMark(token, ',') || (text.IsWord(token) && text.Span(token) is "on" or "in")))))
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
        return digits >= least && !thousands && !IsYear(text, first, last) ? last : null;
    }

    private static bool IsYear(Reading text, int first, int last) =>
        first == last && text[first].Length == 4 && text.Span(first)[..2] is "19" or "20";

    private static void Add(Reading text, (int First, int Last) number, Candidates found) =>
        found.Add(PersonalDetail.RecordNumber, text[number.First].Start, text[number.Last].End);
}
