namespace Equity.Graph.Screening;

/// <summary>Addresses: a house's number with its street, or a flat with its building.</summary>
internal static class StreetAddresses
{
    /// <summary>The most words of a street's name, before "Road" or the like.</summary>
    private const int MaxName = 4;

    private const int HomeWithin = 8;

    /// <summary>Words that make a street of the name before them.</summary>
    private static readonly WordSet Streets = new("""
        road rd street lane ln avenue ave av close drive crescent cres terrace terr gardens gdns grove mews court crt way walk place row square sq villas parade rise
        boulevard blvd st dr ct cl pl
        """);

    /// <summary>Words that name a building or a street, and much else.</summary>
    private static readonly WordSet Buildings = new("""
        park hill green view house hall gate mount buildings yard vale wharf quay cottages cottage heights lodge fields field bank common circus broadway tower towers point
        mansions estate apartments chambers manor mill works croft end side dene dale meadow meadows orchard crossway path passage embankment promenade esplanade
        """);

    /// <summary>Those that a street written small may end with: the others are prose ("a 5 minute walk", "20 street homeless people").</summary>
    private static readonly WordSet SmallStreets = new("road rd street lane avenue ave crescent terrace grove mews gardens drive close court");

    private static readonly WordSet Flats = new("flat apartment apt flt");
    private static readonly WordSet Saints = new("st saint");

    /// <summary>What makes the number after it no house's.</summary>
    private static readonly WordSet Labels = new("""
        phase ward room rooms team teams group groups cycle stage table tables bus buses route tier level band version week weeks day days month months quarter year years
        page figure fig session site sites step zone line platform junction pdsa round wave cohort block bay bed theatre clinic unit suite floor desk gate door stop
        building area region district sector hub part section chapter appendix item option plan test trial arm core q the these those all our their other another
        over about nearly almost around some only than top last first next between across among every both rate score scores scored
        """);

    /// <summary>What a count before a street's name counts.</summary>
    private static readonly WordSet Counted = new("""
        patients people residents pharmacies pharmacists practices surgeries clinics staff teams families users members shops banks stores children parents carers
        households homes visits visitors appointments referrals doctors nurses gps schools pupils volunteers workers cases events sessions parties closures users' hearings
        posts sites venues locations hubs outreach homeless sleepers medical surgery practice clinic crossings stalls traders businesses works games kids services colleagues respondents attendees
        """);

    /// <summary>Courts of law.</summary>
    private static readonly WordSet Courts = new("crown county high magistrates supreme family appeal protection");

    /// <summary>Words that name no street: "a 10 minute walk", "3 busy roads".</summary>
    private static readonly WordSet NoNames = new("""
        patients people teams of and in at for with to by or per minute minutes way hour hours mile miles day days week weeks
        month months year years percent local busy main side rough new other more free large small big safe half another few
        """);

    private static readonly WordSet Homes = new("live lives lived living address addresses home house moved moving reside resides resident stays staying flat lodges lodging rents renting");
    private static readonly WordSet Residence = new("live lives lived living address home house moved moving reside resides rents renting visit visited visiting stay stays stayed staying");
    private static readonly WordSet PlaceOf = new("at of to from near outside number no opposite behind");
    private static readonly WordSet Joining = new("the of on le la upon under and st");

    public static void Find(Reading text, Candidates found)
    {
        for (var token = 0; token < text.Count; token++)
        {
            if (text.IsWord(token, Flats))
                FindFlat(text, token, found);
            else if (text.IsNumber(token))
                FindHouse(text, token, found);
        }
    }

    /// <summary>"Flat 3, Rose Court".</summary>
    private static void FindFlat(Reading text, int flat, Candidates found)
    {
        var next = text.IsWord(flat + 1, "no") || text.IsWord(flat + 1, "number") ? flat + 2 : flat + 1;
        next = text.IsMark(next, ".:#") ? next + 1 : next;
        if (text.IsNumber(next) && text[next].Length <= 4)
            next = AfterNumber(text, next);
        else if (text.IsWord(next) && text[next].Length == 1)
            next++;
        else
            return;
        var comma = text.IsMark(next, ',') || text[next].Before == Space.Line;
        next = text.IsMark(next, ",-") ? next + 1 : next;
        if (EndOfName(text, next, small: true) is { } end && (text.IsCapital(next) || comma || text.IsAnnounced(flat, HomeWithin, Homes)))
            found.Add(PersonalDetail.Address, text[flat].Start, text[end - 1].End);
        else if (comma && text.IsNumber(next) && (EndOfName(text, AfterNumber(text, next), small: true) is { } houseEnd))
            found.Add(PersonalDetail.Address, text[flat].Start, text[houseEnd - 1].End);
    }

    /// <summary>"12a Mill Road", "12-14, St Mary's Close", "lives at 12 mill road".</summary>
    private static void FindHouse(Reading text, int number, Candidates found)
    {
        if (text[number].Length > 4 || text.Span(number) is "0" || IsPartOfNumber(text, number))
            return;
        var home = text.IsAnnounced(number, HomeWithin, Homes);
        if (text[number].Length == 4 && text.Span(number)[..2] is "19" or "20")
            return;
        var first = number - 1;
        while (text.IsMark(first, "#.:("))
            first--;
        if (text.IsWord(first, Labels) || (first == number - 1 && text.IsWord(first, Streets) && text[number].Before != Space.Line) || (text.IsWord(first, "of") && text.IsNumber(first - 1)))
            return;
        var name = AfterNumber(text, number);
        var comma = text.IsMark(name, ',');
        name = comma ? name + 1 : name;
        if (comma && !home && text.IsWord(first) && !text.IsWord(first, PlaceOf) && text[number].Before != Space.Line)
            return;
        if (EndOfName(text, name, small: false) is { } end && IsHouse(text, name, end, comma, home))
            found.Add(PersonalDetail.Address, text[number].Start, text[end - 1].End);
        else if (EndOfName(text, name, small: true) is { } smallEnd && IsSmallHouse(text, number, name, smallEnd))
            found.Add(PersonalDetail.Address, text[number].Start, text[smallEnd - 1].End);
    }

    private static bool IsPartOfNumber(Reading text, int number) =>
        text[number].IsTight && text.IsMark(number - 1, ".,:/£$%") && (text.IsNumber(number - 2) || text.IsMark(number - 1, "£$%"));

    /// <summary>The token after a house's number, its letter and its range.</summary>
    private static int AfterNumber(Reading text, int number)
    {
        var next = AfterLetter(text, number + 1);
        return text.IsMark(next, "-/") && text.IsNumber(next + 1) && text[next + 1].Length <= 4 ? AfterLetter(text, next + 2) : next;
    }

    private static int AfterLetter(Reading text, int token) =>
        text[token] is { Kind: TokenKind.Word, Length: 1 } && (text[token].IsTight || text.IsMark(token + 1, ',')) ? token + 1 : token;

    /// <summary>The token after the street's or building's word, at most five words on; null where none is.</summary>
    private static int? EndOfName(Reading text, int name, bool small)
    {
        int? end = null;
        for (var (token, words) = (name, 0); words <= MaxName && text.IsWord(token); words++)
        {
            var street = text.IsWord(token, Streets) || text.IsWord(token, Buildings);
            if (text.IsWord(token, "court") && text.IsWord(token - 1, Courts))
                break;
            if (words > 0 && street && !(text.IsWord(token, Saints) && text.IsCapital(token + 1) && !text.IsMark(token + 1, ',')))
                end = token + 1;
            else if (end is not null || text.IsWord(token, NoNames) || (!small && !text.IsCapital(token) && (words == 0 || !text.IsWord(token, Joining))))
                break;
            token++;
            if (text.IsMark(token, "-'") || (text.IsMark(token, '.') && text.IsWord(token - 1, Saints)))
                token++;
        }
        return end;
    }

    private static bool IsHouse(Reading text, int name, int end, bool comma, bool home)
    {
        if (text.IsWord(end, Counted) || (text.IsMark(end, '\'') && text.IsWord(end + 1, "s")) || !text.IsCapital(end - 1))
            return false;
        if (WrittenDate.IsMonth(text, name) && end > name + 2)
            return false;
        var closed = text[end].Kind == TokenKind.None || text[end].Before == Space.Line || text.IsMark(end, ",;");
        var town = text.IsMark(end, ',') && text.IsCapital(end + 1);
        return text.IsWord(end - 1, Streets) || home || town || (comma && closed);
    }

    /// <summary>Written small, a street needs somebody who lives there or a closing comma after it.</summary>
    private static bool IsSmallHouse(Reading text, int number, int name, int end)
    {
        if (!text.IsWord(end - 1, SmallStreets) || text.IsWord(end, Counted) || end > name + 3 || text.IsWord(name, NoNames))
            return false;
        var lives = text.IsAnnounced(number, 5, Residence);
        var closed = text[end].Kind == TokenKind.None || !text[end].IsTight && text[end].Before == Space.Line || text.IsMark(end, ",.;)");
        if (text.IsWord(end) && text[end].Length > 3 && text.Span(end)[^1] == 's')
            return false;
        return lives || text.IsWord(number - 1, "at") || (closed && text[number - 1].Kind is TokenKind.None || closed && text.IsWord(number - 1, PlaceOf));
    }
}
