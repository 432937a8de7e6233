namespace Equity.Graph.Screening;

/// <summary>
/// Dates of birth: whole dates that the words around them make one. The birthday of a project is none, nor is "born out of a meeting on 3 May 2024",
/// nor "babies born after 1 April 2023".
/// </summary>
internal static class BirthDates
{
    /// <summary>How many tokens may stand between the word and the date.</summary>
    private const int Within = 16;

    /// <summary>The most dates that one word announces.</summary>
    private const int MaxListed = 10;

    /// <summary>How far the subject of "born" is looked for.</summary>
    private const int SubjectWithin = 9;

    private static readonly WordSet Names = new("dob dobs dob's birthdate birthdates dateofbirth dobis geb geboren geburtsdatum bdate birthdt dofb");

    /// <summary>What may stand between "date of birth" and the date.</summary>
    private static readonly WordSet Fillers = new("""
        is are was were being as of for the a an his her their my your our its it to be and or dd mm yy yyyy ddmmyyyy ddmmyy i am
        recorded given listed confirmed stated noted entered shown shows reads says appears changed corrected updated wrong wrongly correct correctly
        patient patient's client client's child child's baby baby's user's mother mother's son son's daughter daughter's carer carer's mum mum's dad dad's
        believed thought probably approximately approx about around circa on in at system notes record records file form from referral letter rio emis systmone
        card says band wristband label sticker passport licence put typed it she they have has hold holds gave would should not three times twice once i'm actually really unknown known so used default expired age sex gender address postcode name m f sex/age
        """);

    /// <summary>What may stand between a date and "date of birth".</summary>
    private static readonly WordSet AfterDate = new("is was being as for the his her their my a date of when day she he they i that");

    /// <summary>What may stand between "born" and the date in any case.</summary>
    private static readonly WordSet PlaceWords = new("in at on the of near a an hospital unit ward centre he she they i is was his her their");

    /// <summary>What ends what is said of a birth.</summary>
    private static readonly WordSet Breaks = new("""
        and but or who which whose that so then while where joined came moved started met began attended got had has have are were will would opened launched seen reviewed
        discharged referred admitted by ago later earlier we our us called asked told said gave took went arrived registered diagnosed died moves comes lived lives recorded added
        census visit visits audit review reviewed due report survey data figures study studies seen meet meets met run runs starts start attend attends gather gathers open opens close closes celebrate invite invited join joins workshop training webinar talk launch deadline next drop
        """);

    private static readonly WordSet Prepositions = new("in at on of for from with to by within across inside about after before during");

    /// <summary>What "born" may not be followed by: a beginning of something else, or a range.</summary>
    private static readonly WordSet NoBirth = new("out from when after before between since until as during following through");

    /// <summary>What makes a date after "date of birth" the day of something else: "was added to the form on 3 May 2024".</summary>
    private static readonly WordSet Times = new("on in at from since by until");

    /// <summary>What is born, or has birthdays, and is no person.</summary>
    private static readonly WordSet Things = new("""
        idea ideas project projects programme programmes program team teams group groups service services clinic clinics network networks initiative initiatives
        café cafe cafés community partnership partnerships collaborative forum plan plans pilot pilots charity scheme trust hub movement concept app campaign
        poster website nhs it this that which work approach change club choir garden course board model tool leaflet film session sessions meeting event we our its us
        collaboration organisation organization practice hospital ward unit department league federation society council committee kitchen library centre center
        king king's queen queen's prophet prophet's jesus buddha
        shed checklist playlist newsletter register tracker folder calendar banner corner chatter centre
        """);

    private static readonly WordSet Persons = new("""
        he she they him her his their who i my me patient patients client user users person people woman man mother father baby babies child children son daughter boy girl
        twin twins carer member mum dad lady gentleman resident brother sister wife husband partner friend
        gran nan nana grandma grandpa grandmother grandfather grandson granddaughter cousin aunt uncle nephew niece neighbour volunteer mate widow widower refugee applicant claimant
        colleague chair nurse doctor tenant youngest oldest eldest one pensioner teenager toddler newborn mam parent chap bloke guy veteran girls boys men women ladies somebody someone anyone who
        """);

    /// <summary>Endings of words for people: worker, tutor, artist, trainee.</summary>
    private static readonly string[] PersonEndings = ["er", "or", "ist", "ee", "man", "woman", "ian"];

    private static readonly WordSet Determiners = new("the a an our this that these those new");

    /// <summary>What a b is one of, and not short for born.</summary>
    private static readonly WordSet Lettered = new("hep hepatitis section option plan group ward room team vitamin part appendix type strep bay theatre stage phase step and or point class grade influenza flu");

    /// <summary>What may follow a name that stands after its date: "3/4/71 DOB on the form"; "DOB check" is something else.</summary>
    private static readonly WordSet AfterTrailing = new("on for and as of in but not no so she he they per we it is was the to i with from");

    private static readonly WordSet Turned = new("turned turns turning");
    private static readonly WordSet Turning = new("he she i who man woman lady gentleman patient mother father mum dad nan gran grandmother grandfather son daughter husband wife member");
    private static readonly WordSet Pronouns = new("he she they i");
    private static readonly WordSet Occasions = new("card cards party parties cake cakes event events celebration celebrations lunch tea invite invites invitation letter letters check checks meeting message messages review reviews surprise trip walk appeal fund special");

    public static void Find(Reading text, Candidates found)
    {
        for (var token = 0; token < text.Count; token++)
        {
            if (AfterName(text, token) is { } afterName)
                FindAfter(text, afterName, Fillers, true, found);
            else if (text.IsWord(token, "born") && !text.IsWord(token + 1, "of") && !IsCompound(text, token) && !IsOfThing(text, token) && !IsNewThing(text, token))
                FindAfter(text, token + 1, PlaceWords, false, found);
            else if (text.IsWord(token, Turned) && text[token + 1] is { Kind: TokenKind.Number, Length: <= 3 } && text.IsWord(token + 2, "on") && text.IsWord(token - 1, Turning) && WrittenDate.End(text, token + 3) is { } turned)
                Add(text, token + 3, turned, found);
            else if (IsBirthday(text, token) && !IsOfThing(text, token) && !text.IsWord(token + 1, Occasions) && !text.IsWord(token + 1, "nhs"))
                FindAfter(text, AfterDay(text, token), PlaceWords, true, found);
            else if (IsShort(text, token) && text.IsMark(token + 1, '.') && !text.IsWord(token - 1, Lettered) && !text.IsNumber(token - 1) && WrittenDate.End(text, token + 2) is { } end)
                Add(text, token + 2, end, found);
            else if (IsShort(text, token) && WrittenDate.End(text, token + 1) is { } shortEnd && (text.IsMark(token - 1, '(') || (text.IsMark(token - 1, ',') && text.IsCapital(token - 2)) || text[token - 1].Kind == TokenKind.None))
                Add(text, token + 1, shortEnd, found);
            else if (WrittenDate.End(text, token) is { } dateEnd && IsBeforeName(text, dateEnd, text.IsWord(token - 1, Times)))
                Add(text, token, dateEnd, found);
        }
    }

    /// <summary>The token after "dob", "d.o.b." or "date of birth", where one stands.</summary>
    private static int? AfterName(Reading text, int token)
    {
        if (text.IsWord(token, Names))
            return token + 1;
        if (text.IsWord(token, "d") && SkipMark(text, token + 1) is var o && text.IsWord(o, "o") && SkipMark(text, o + 1) is var b && text.IsWord(b, "b"))
            return b + 1;
        if (text.IsWord(token, "d") && text.IsWord(token + 1, "of") && text.IsWord(token + 2, "b"))
            return token + 3;
        if (IsBirth(text, token) && SkipMark(text, token + 1) is var date && text.IsWord(date) && text.Span(date) is "date" or "dates" or "day")
            return date + 1;
        if (text.IsWord(token, "birth") && text.IsMark(token + 1, ':') && (!text.IsWord(token - 1) || text[token].Before == Space.Line))
            return token + 1;
        if (!text.IsWord(token) || text.Span(token) is not ("date" or "dates" or "dat" or "day"))
            return null;
        var of = SkipMark(text, token + 1);
        var birth = SkipMark(text, of + 1);
        birth = text.IsWord(birth) && text.Span(birth) is "his" or "her" or "their" or "my" or "your" ? birth + 1 : birth;
        return text.IsWord(of, "of") && IsBirth(text, birth) ? birth + 1 : null;
    }

    private static bool IsBirth(Reading text, int token) => text.IsWord(token) && text.Span(token) is "birth" or "birth's" or "brith" or "birht" or "bith" or "brth" or "brithd";

    /// <summary>"first-born", "UK-born".</summary>
    private static bool IsCompound(Reading text, int born) => text.IsMark(born - 1, '-') && text[born].IsTight && text[born - 1].IsTight && text.IsWord(born - 2);

    /// <summary>"The huddle was born": a noun after an article that is no word for people.</summary>
    private static bool IsNewThing(Reading text, int born)
    {
        var noun = born - 1;
        while (noun > born - 4 && (text.IsMark(noun, ',') || (text.IsWord(noun) && text.Span(noun) is "was" or "were" or "is" or "being" or "been" or "had" or "has")))
            noun--;
        if (!text.IsWord(noun) || text.IsCapital(noun) || IsPerson(text, noun))
            return false;
        foreach (var ending in PersonEndings)
        {
            if (text.Span(noun).EndsWith(ending, StringComparison.Ordinal))
                return false;
        }
        for (var back = noun - 1; back >= noun - 4 && (text.IsWord(back) || text.IsMark(back, '-')); back--)
        {
            if (IsPerson(text, back) || text.IsWord(back, Prepositions))
                return false;
            if (text.IsWord(back, Determiners))
                return !text.IsWord(back - 1, Prepositions);
        }
        return text.IsMark(noun - 1, '-');
    }

    /// <summary>"She gave birth on …".</summary>
    private static bool IsGiven(Reading text, int birth) => text.IsWord(birth - 1) && text.Span(birth - 1) is "gave" or "given" or "giving";

    private static bool IsBirthday(Reading text, int token) =>
        (text.IsWord(token) && text.Span(token) is "birthday" or "birthdays" or "birthday's" or "bday" or "b'day" or "brithday" or "birhtday") || (text.IsWord(token, "b") && text.IsMark(token + 1, '-') && text.IsWord(token + 2, "day")) || (text.IsWord(token, "birth") && IsGiven(text, token));

    private static int AfterDay(Reading text, int birthday) => text.IsWord(birthday, "b") ? birthday + 3 : birthday + 1;

    private static bool IsShort(Reading text, int token) => text.IsWord(token, "b");

    private static int SkipMark(Reading text, int token) => text.IsMark(token, "./-_") ? token + 1 : token;

    /// <summary>Adds the date after a word, and those listed after it.</summary>
    private static void FindAfter(Reading text, int from, WordSet fillers, bool joined, Candidates found)
    {
        var listed = 0;
        for (var token = from; token < from + Within && listed < MaxListed; token++)
        {
            if (IsListNumber(text, token))
            {
                token++;
            }
            else if (WrittenDate.End(text, token, joined) is { } end)
            {
                if (IsRange(text, end) || IsUpTo(text, token) || IsOfLaterThing(text, from, end) || (fillers == Fillers && text.IsWord(token - 1, Times)))
                    return;
                Add(text, token, end, found);
                (from, token, listed) = (end, end - 1, listed + 1);
            }
            else if (!IsBetween(text, token, fillers) && !(listed > 0 && text.IsWord(token, "and")))
            {
                return;
            }
        }
    }

    /// <summary>Whether a token may stand between the word and the date: a filler, a mark within the sentence, a name.</summary>
    private static bool IsBetween(Reading text, int token, WordSet fillers)
    {
        if (text.IsWord(token))
            return (fillers == Fillers || !text.IsWord(token, NoBirth) || IsSpan(text, token)) && (text.IsWord(token, fillers) || text.IsCapital(token) || (fillers == Fillers && IsPerson(text, token)) || (fillers == PlaceWords && !text.IsWord(token, Breaks) && !text.IsWord(token, Things) && !text.IsWord(token, Occasions)));
        if (text.IsNumber(token))
            return fillers == Fillers ? text[token].Length <= 3 && (text.IsMark(token + 1, ':') || text.IsWord(token - 1, Persons)) : (text.IsWord(token - 1, "at") || (text[token].IsTight && text.IsMark(token - 1, ".:")));
        if (text.IsMark(token, "<>"))
            return text.IsMark(token, '>') && text[token].IsTight && text.IsMark(token - 1, "-=");
        if (text.IsMark(token, '?'))
            return text.IsMark(token + 1, '"') || WrittenDate.End(text, token + 1) is not null;
        return text[token].Kind == TokenKind.Mark && (!text.IsMark(token, '!') && !(text.IsMark(token, '.') && IsSentenceEnd(text, token)));
    }

    /// <summary>"three days before".</summary>
    private static bool IsSpan(Reading text, int token) => text.IsWord(token - 1) && text.Span(token - 1) is "days" or "weeks" or "months" or "years" or "hours" or "minutes" or "day" or "week" or "month" or "year";

    private static bool IsSentenceEnd(Reading text, int dot) => text.IsCapital(dot + 1) && text.IsWord(dot - 1) && text[dot - 1].Length > 3;

    /// <summary>"1." and "2)" before a date.</summary>
    private static bool IsListNumber(Reading text, int token) =>
        text[token] is { Kind: TokenKind.Number, Length: <= 2 } && text.IsMark(token + 1, ".)") && text[token + 1].IsTight && !text[token + 2].IsTight
        && (text[token].Before == Space.Line || text.IsMark(token + 1, ')')) && WrittenDate.End(text, token + 2) is not null;

    /// <summary>"in the year to 31 March".</summary>
    private static bool IsUpTo(Reading text, int token) => text.IsWord(token - 1) && text.Span(token - 1) is "to" or "until" or "till";

    /// <summary>"Born on 5 July 1948, the NHS …".</summary>
    private static bool IsOfLaterThing(Reading text, int from, int end)
    {
        if (text.IsWord(from - 2) || !text.IsMark(end, ',') || !text.IsWord(end + 1, Determiners))
            return false;
        return text.IsWord(end + 2, Things) || text.IsWord(end + 3, Things);
    }

    /// <summary>"… or later", "… and 31 March 2024".</summary>
    private static bool IsRange(Reading text, int after) =>
        text.IsWord(after, "onwards") || text.IsWord(after, "onward")
        || (((text.IsWord(after) && text.Span(after) is "to" or "until" or "till") || text.IsMark(after, '-')) && WrittenDate.End(text, after + 1) is not null)
        || (text.IsWord(after, "or") && text.IsWord(after + 1) && text.Span(after + 1) is "later" or "earlier" or "after" or "before");

    /// <summary>"3 April 1971 (DOB)", "3/4/71 is her birthday".</summary>
    private static bool IsBeforeName(Reading text, int after, bool timed)
    {
        for (var token = after; token < after + 7; token++)
        {
            if (token == after && text.IsWord(token) && text.Span(token) is "the" or "a" or "when")
                return false;
            if (AfterName(text, token) is { } end)
                return !timed && (!text.IsWord(end) || text.IsWord(end, AfterTrailing) || text.Span(after) is "is" or "was" or "as");
            if (text.IsWord(token, "born"))
                return (!timed && text.IsMark(token - 1, '(')) || (text.IsWord(token - 2, Pronouns) && text.IsWord(token - 1));
            if (IsBirthday(text, token))
                return !timed && token > after && !text.IsWord(token + 1, Occasions) && !IsOfThing(text, token);
            if (!text.IsWord(token, AfterDate) && !text.IsMark(token, "(-=:[") && !(token == after && text.IsMark(token, ',') && text.IsWord(token + 1, "the")))
                return false;
        }
        return false;
    }

    /// <summary>Whether what was born, or has the birthday, is a thing: the noun before, unless a preposition leads to it.</summary>
    private static bool IsOfThing(Reading text, int token)
    {
        bool? thing = null;
        for (var back = token - 1; back >= token - SubjectWithin; back--)
        {
            if (!text.IsWord(back))
            {
                if (text.IsNumber(back) || text.IsMark(back, "'-") || (back == token - 1 && text.IsMark(back, ',')))
                    continue;
                break;
            }
            if (text.IsWord(back, Prepositions))
                thing = null;
            else if (text.IsWord(back, Things))
                thing ??= true;
            else if (IsPerson(text, back))
                thing ??= false;
        }
        return thing == true;
    }

    private static bool IsPerson(Reading text, int token) => text.IsWord(token, Persons);

    private static void Add(Reading text, int token, int end, Candidates found) =>
        found.Add(PersonalDetail.DateOfBirth, text[token].Start, text[end - 1].End);
}
