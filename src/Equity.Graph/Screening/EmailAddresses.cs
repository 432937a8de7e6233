namespace Equity.Graph.Screening;

/// <summary>E-mail addresses, as machines write them and as people do: "name @ place.uk", "name [at] place [dot] uk", "name at place dot uk".</summary>
internal static class EmailAddresses
{
    /// <summary>The most labels of a name or a place.</summary>
    private const int MaxLabels = 8;

    private static readonly WordSet Tops = new("""
        uk com org net nhs scot wales cymru london example test invalid edu gov ac eu ie info io biz coop health care email online uni cloud app dev tech
        de fr es nl pl pt ro dk se fi cz gr hu sk bg lt lv ee ca au nz pk bd ng gh ke za cn jp ru ua tr ir iq so et er sd ch mil int name pro
        """);

    /// <summary>What stands before "at" in prose, and before an @ that is short for it.</summary>
    private static readonly WordSet Prose = new("""
        a an the this that these those it its he she we you they i us me him her them his your our their my and or but if so as is are was were be been being
        look looks looked looking find finds found see seen saw read reads visit visits visited view viewed go goes went get gets meet meets met available online
        website websites site sites page pages web webpage now live here there details detail information more resources resource published hosted stored
        posted listed held shown up out down back only even not all any every each new use uses using used with from to via of on in by for into per
        works worked working work lives based stays stop start starts started begin begins began join joined aimed good better best start arrive arrived everyone
        people patients teams sessions everything anything something nothing ones one two three guidance slides training notes materials templates template documents document pdf podcast podcasts videos story stories news dates times tickets programme
        updates update leaflet leaflets poster posters survey surveys dashboard data figures answers help advice jobs courses course library blog guide toolkit report reports video form forms link links
        ending endings end ends accounts account emails inbox inboxes domain only nhs
        list lists addresses reception staff volunteer volunteers colleagues questions anyone someone host hosts members partners friends attend hello
        portal hub booking book register sign signed click browse search check
        """);

    private static readonly WordSet Announcements = new("email emails emailed e-mail mail mailto address contact write gmail");
    private static readonly WordSet Writing = new("write writes writing wrote line mail email send sends sent forward reply replies message note drop respond rsvp answers apply ping");
    private static readonly WordSet Asking = new("ask asks message messages contact email mail reach tell cc ping");
    private static readonly WordSet MailPlaces = new("nhs gmail googlemail outlook hotmail yahoo icloud btinternet live aol msn protonmail proton sky virginmedia me doctors");
    private static readonly WordSet BeforeInfo = new("more all further the and for any some useful");
    private static readonly WordSet NoPlaces = new("the a an this that each every our their your his her its my first last one any");

    public static void Find(Reading text, Candidates found)
    {
        for (var token = 0; token < text.Count; token++)
        {
            if (text.IsMark(token, '@'))
                FindAround(text, token, token + 1, Sign.At, found);
            else if (IsBracketed(text, token, "at", "a", "@") is { } after)
                FindAround(text, token, after, Sign.Bracket, found);
            else if (text.IsWord(token, "at"))
                FindAround(text, IsJoint(text, token - 1) ? token - 1 : token, IsJoint(text, token + 1) ? token + 2 : token + 1, Sign.Word, found);
        }
    }

    private enum Sign
    {
        At,
        Bracket,
        Word,
    }

    /// <summary>"-at-" and "_at_".</summary>
    private static bool IsJoint(Reading text, int token) => text.IsMark(token, "-_") && text[token].IsTight && text[token + 1].IsTight;

    private static void FindAround(Reading text, int sign, int after, Sign kind, Candidates found)
    {
        var start = Name(text, sign, kind);
        if (start is null || Place(text, after, kind) is not { } place || !IsAddress(text, start.Value, sign, after, kind, place))
            return;
        found.Add(PersonalDetail.EmailAddress, text[start.Value].Start, text[place.Last].End);
    }

    /// <summary>The first token of the name before a sign.</summary>
    private static int? Name(Reading text, int sign, Sign kind)
    {
        var token = sign - 1;
        if (!IsLabel(text, token) || (kind != Sign.At && text[sign].Before == Space.Line && text[sign - 1].Kind != TokenKind.Word))
            return null;
        for (var labels = 1; labels < 2 * MaxLabels; labels++)
        {
            if (text[token].IsTight && IsLabel(text, token - 1))
                token--;
            else if (text[token].IsTight && text.IsMark(token - 1, "._+%'-&") && text[token - 1].IsTight && IsLabel(text, token - 2))
                token -= 2;
            else if (text.IsWord(token - 1, "dot") && !text[token].IsTight && IsLabel(text, token - 2) && !text.IsWord(token - 2, Prose))
                token -= 2;
            else if (BracketedBefore(text, token) is { } before)
                token = before;
            else
                break;
        }
        return token;
    }

    /// <summary>The label before a "[dot]" that ends before a token.</summary>
    private static int? BracketedBefore(Reading text, int token) =>
        text.IsMark(token - 1, ")]}>") && IsBracketed(text, token - 3, "dot", "d", ".") == token && IsLabel(text, token - 4) ? token - 4 : null;

    /// <summary>The place after a sign: its last token, whether it has a dot, and how the dots are written.</summary>
    private static Domain? Place(Reading text, int token, Sign kind)
    {
        if (!IsLabel(text, token))
            return null;
        var (domain, spoken) = (new Domain(LastOfLabel(text, token), 0, false), false);
        while (domain.Dots < MaxLabels && Dot(text, domain.Last + 1, kind) is { } next && IsLabel(text, next.After))
        {
            var last = LastOfLabel(text, next.After);
            if (text.IsWord(domain.Last, Tops) && !text.IsCapital(domain.Last) && text.IsCapital(next.After) && !next.Spoken)
                break;
            if (next.Loose && !text.IsWord(last, Tops) && Dot(text, last + 1, kind) is null)
                break;
            spoken |= next.Spoken;
            domain = new Domain(last, domain.Dots + 1, spoken);
        }
        return domain.Dots > 0 && text[domain.Last] is { Kind: TokenKind.Word, Length: >= 2 } ? domain : null;
    }

    private readonly record struct Domain(int Last, int Dots, bool Spoken);

    /// <summary>A label's last token: letters and digits, with hyphens between them.</summary>
    private static int LastOfLabel(Reading text, int token)
    {
        var last = token;
        for (var parts = 0; parts < 2 * MaxLabels; parts++)
        {
            if (text[last + 1].IsTight && IsLabel(text, last + 1))
                last++;
            else if (text.IsMark(last + 1, "-") && text[last + 1].IsTight && text[last + 2].IsTight && IsLabel(text, last + 2))
                last += 2;
            else
                break;
        }
        return last;
    }

    /// <summary>A dot at a token, in any of its writings: where the next label starts, whether it is a word, and whether blanks stand around it.</summary>
    private static (int After, bool Spoken, bool Loose)? Dot(Reading text, int token, Sign kind)
    {
        if (text.IsWord(token, "dot"))
            return (token + 1, true, false);
        if (IsJoint(text, token) && text.IsWord(token + 1, "dot") && IsJoint(text, token + 2))
            return (token + 3, true, false);
        if (IsBracketed(text, token, "dot", "d", ".") is { } after)
            return (after, true, false);
        if (!text.IsMark(token, '.'))
            return null;
        if (text[token].IsTight && text[token + 1].IsTight)
            return (token + 1, false, false);
        var even = !text[token].IsTight && !text[token + 1].IsTight;
        return even || (kind != Sign.Word && !text.IsCapital(token + 1)) ? (token + 1, false, true) : null;
    }

    /// <summary>Whether an address stands there and no prose: "an @nhs.net address", "look at nhs.uk", "met at Northgate. It rained".</summary>
    private static bool IsAddress(Reading text, int start, int sign, int after, Sign kind, Domain place)
    {
        var known = text.IsWord(place.Last, Tops);
        var plain = start == sign - 1;
        if (kind == Sign.At && text[sign].IsTight && text[after].IsTight)
            return true;
        if (plain && (text.IsWord(start, Prose) || (text.IsWord(start, "info") && text.IsWord(start - 1, BeforeInfo))))
            return kind != Sign.Word && text[sign].IsTight && text[after].IsTight && known;
        if (kind != Sign.Word)
            return known;
        if (!known || text.IsWord(after, NoPlaces))
            return false;
        return place.Spoken || (plain && IsWrittenTo(text, start)) || IsNameLike(text, start, sign) || text.IsWord(after, MailPlaces) && place.Dots == 1 && text.Span(place.Last) is not "uk"
            || text.IsAnnounced(start, 1, Announcements) || (text.IsAnnounced(start, 3, Announcements) && text.IsMark(start - 1, ":"));
    }

    /// <summary>"drop a line to sam at …", "ask sam at …".</summary>
    private static bool IsWrittenTo(Reading text, int name) =>
        text.IsWord(name - 1, Asking) || (text.IsWord(name - 1, "to") && text.IsAnnounced(name - 1, 4, Writing));

    /// <summary>"sam.patel", "sam_p" or "sam99", not "sign-up" or "10.30am".</summary>
    private static bool IsNameLike(Reading text, int start, int sign)
    {
        for (var token = start + 1; text.IsWord(start) && token < sign; token++)
        {
            if (text.IsNumber(token) || text.IsMark(token, "._+") || text.IsWord(token, "dot"))
                return true;
        }
        return false;
    }

    /// <summary>The token after a word or a mark in brackets.</summary>
    private static int? IsBracketed(Reading text, int token, string word, string shorter, string mark)
    {
        if (!text.IsMark(token, "([{<") || !text.IsMark(token + 2, ")]}>"))
            return null;
        var inner = text.Span(token + 1);
        return inner.SequenceEqual(word) || inner.SequenceEqual(shorter) || inner.SequenceEqual(mark) ? token + 3 : null;
    }

    private static bool IsLabel(Reading text, int token) => text.IsWord(token) || text.IsNumber(token);
}
