using static Equity.Graph.Screening.StreetWords;

namespace Equity.Graph.Screening;

/// <summary>Addresses that begin with a name or the number of a flat: "Flat 3, Rose Court", "Plot 3, Hollow Lane", "Rose Cottage, Back Lane".</summary>
internal static class NamedHomes
{
    private const int HomeWithin = 8;

    /// <summary>The most words of a flat's building.</summary>
    private const int MaxName = 4;

    private static readonly WordSet Flats = new("flat flats apartment apt flt maisonette bedsit fl");

    /// <summary>Homes whose numbers mean other things too: a street or building must follow.</summary>
    private static readonly WordSet Pitches = new("caravan pitch plot chalet bungalow lodge mooring berth house");

    /// <summary>What a hostel has, and any hospital.</summary>
    private static readonly WordSet Rooms = new("room unit block studio");

    private static readonly WordSet Sleeping = new("lives lived sleeps sleeping stays staying hostel resides tenant");

    /// <summary>Houses in which nobody holds meetings.</summary>
    private static readonly WordSet Cottages = new("cottage bungalow");

    private static readonly WordSet Houses = new("house forge lodge farm barn villa vicarage rectory hall mill cottages oast manor");
    private static readonly WordSet Counts = new("one two three four five six seven eight nine ten eleven twelve");
    private static readonly WordSet Farms = new("cottage bungalow farm barn");

    /// <summary>What "flat" means after these is no home.</summary>
    private static readonly WordSet Still = new("was is stayed remained remains stays fairly quite almost about went been be a nearly still");

    private static readonly WordSet Calendar = new("monday tuesday wednesday thursday friday saturday sunday stage phase week month year rate fee run chart");

    public static void Find(Reading text, Candidates found)
    {
        for (var token = 0; token < text.Count; token++)
        {
            if (text.IsWord(token, Flats))
                FindFlat(text, token, found);
            else if (text.IsWord(token, Pitches) && text.IsNumber(token + 1))
                FindPitch(text, token, found);
            else if (text.IsWord(token, Rooms) && text.IsNumber(token + 1) && (text.IsAnnounced(token, HomeWithin, Sleeping) || text.IsAnnounced(token + 2 * HomeWithin, HomeWithin + 3, Sleeping)))
                FindPitch(text, token, found);
            else if ((text.IsWord(token, Streets) || text.IsWord(token, Buildings)) && text.IsCapital(token) && text.IsCapital(token - 1))
                FindBehind(text, token, found);
            if (text.IsWord(token, Living))
                FindHome(text, token, found);
            if (text.IsWord(token, Farms) && text.IsCapital(token) && text.IsCapital(token - 1) && IsLivedIn(text, Start(text, token)))
                found.Add(PersonalDetail.Address, text[Start(text, token)].Start, text[token].End);
            if (text.IsMark(token, ',') && text.IsCapital(token - 1))
                FindNamed(text, token, found);
        }
    }

    /// <summary>"Flat 3, Rose Court", "Flat 6 Montrose", "flat 2, 15 mill lane".</summary>
    private static void FindFlat(Reading text, int flat, Candidates found)
    {
        var next = text.IsWord(flat + 1, "no") || text.IsWord(flat + 1, "number") ? flat + 2 : flat + 1;
        next = text.IsMark(next, ".:#") ? next + 1 : next;
        if (text.IsNumber(next) && text[next].Length <= 4)
            next = StreetNames.AfterNumber(text, next);
        else if (text.IsWord(next, Counts))
            next++;
        else if (text.IsWord(next) && text[next].Length == 1)
            next++;
        else
            return;
        var comma = text.IsMark(next, ',') || text[next].Before == Space.Line;
        next = text.IsMark(next, ",-") ? next + 1 : next;
        if (text.IsNumber(next) && (comma || text.IsAnnounced(flat, HomeWithin, Homes)))
            next = StreetNames.AfterNumber(text, next);
        var sure = text.IsCapital(next) || (StreetNames.EndOfStreet(text, next, small: true) is { } small && small <= next + 3 && text.IsWord(small - 1, SmallPlaces) && !text.IsWord(flat - 1, Still)) || comma || text.IsAnnounced(flat, HomeWithin, Homes);
        if (StreetNames.EndOfStreet(text, next, small: true) is { } end && !text.IsWord(next, NoNames) && (sure || text[end].Kind == TokenKind.None || text.IsMark(end, ",.;)")))
            found.Add(PersonalDetail.Address, text[flat].Start, text[end - 1].End);
        else if ((text.IsCapital(flat) || (comma && !text.IsWord(flat - 1, Still))) && EndOfCapitals(text, next) is { } last)
            found.Add(PersonalDetail.Address, text[flat].Start, text[last - 1].End);
    }

    /// <summary>The token after the capital words of a building's name.</summary>
    private static int? EndOfCapitals(Reading text, int name)
    {
        var next = name;
        while (next < name + MaxName && text.IsCapital(next) && text[next].Length > 1 && !WrittenDate.IsMonth(text, next) && !text.IsWord(next, Calendar) && !text.IsWord(next, NoNames) && !text.IsWord(next, Counted))
            next++;
        return next > name && !(next == name + 1 && text[name].Length < 4) && text.Span(name)[^1] is var letter && (letter != 's' || next > name + 1 || text.IsMark(next, ',')) ? next : null;
    }

    /// <summary>"Caravan 7, Seaview Park".</summary>
    private static void FindPitch(Reading text, int pitch, Candidates found)
    {
        var next = StreetNames.AfterNumber(text, pitch + 1);
        if (!text.IsMark(next, ','))
            return;
        next = text.IsNumber(next + 1) ? StreetNames.AfterNumber(text, next + 1) : next + 1;
        if (text.IsCapital(next) && StreetNames.EndOfStreet(text, next, small: false) is { } end && text.IsCapital(end - 1))
            found.Add(PersonalDetail.Address, text[pitch].Start, text[end - 1].End);
    }

    /// <summary>"lives at rose cottage, back lane".</summary>
    private static void FindHome(Reading text, int lives, Candidates found)
    {
        var first = lives + 1;
        while (first < lives + 4 && (text.IsMark(first, ":=-") || (text.IsWord(first) && text.Span(first) is "at" or "is")))
            first++;
        var comma = first;
        while (comma < first + MaxName && text.IsWord(comma))
            comma++;
        if (first > lives + 1 && comma > first && text.IsMark(comma, ',') && text.IsWord(comma + 1) && StreetNames.EndOfStreet(text, comma + 1, small: true) is { } end
            && end <= comma + 4 && text.IsWord(end - 1, SmallPlaces) && !text.IsWord(comma + 1, NoNames) && !text.IsWord(comma + 1, Joining))
            found.Add(PersonalDetail.Address, text[first].Start, text[end - 1].End);
    }

    /// <summary>"lives in Kiln Lane 70", "Kiln Lane number 70".</summary>
    private static void FindBehind(Reading text, int street, Candidates found)
    {
        var next = text.IsMark(street + 1, ',') ? street + 2 : street + 1;
        next = text.IsMark(next, '(') ? next + 1 : next;
        var flat = text.IsWord(next, Flats);
        var named = flat || (text.IsWord(next) && text.IsWord(street, Streets) && text.Span(next) is "no" or "number" or "nr");
        next = named ? next + 1 : next;
        next = named && text.IsMark(next, '.') ? next + 1 : next;
        var first = Start(text, street);
        if (text[next] is { Kind: TokenKind.Number, Length: <= 3 } && (named || (text.IsWord(street, Streets) && text.IsAnnounced(first, 4, Living))) && !text.IsWord(next + 1, Counted) && !text.IsMark(next + 1, '%') && !text.IsWord(next + 1, StreetWords.NoNames))
            found.Add(PersonalDetail.Address, text[first].Start, text[next].End);
    }

    /// <summary>The first of the capital words that end at one.</summary>
    private static int Start(Reading text, int last)
    {
        var first = last;
        while (first > last - MaxName && text.IsCapital(first - 1) && !text.IsWord(first - 1, Homes))
            first--;
        return first;
    }

    /// <summary>"Rose Cottage, Back Lane"; "The Old Forge, Church Lane" where somebody lives there, for many a venue has such a name.</summary>
    private static void FindNamed(Reading text, int comma, Candidates found)
    {
        var first = Start(text, comma - 1);
        var named = first < comma - 1;
        var home = IsLivedIn(text, first);
        if (!(named && text.IsWord(comma - 1, Cottages)) && !home)
            return;
        var street = text.IsNumber(comma + 1) ? StreetNames.AfterNumber(text, comma + 1) : comma + 1;
        if (text.IsCapital(street) && StreetNames.EndOfStreet(text, street, small: false) is { } end && text.IsCapital(end - 1))
            found.Add(PersonalDetail.Address, text[first].Start, text[end - 1].End);
        else if (home && named && (text.IsWord(comma - 1, Cottages) || (text.IsWord(comma - 1, Houses) && text.IsCapital(comma + 1))))
            found.Add(PersonalDetail.Address, text[first].Start, text[comma - 1].End);
    }

    /// <summary>"lives at …", "address is …", "address: …".</summary>
    private static bool IsLivedIn(Reading text, int first)
    {
        var lead = first - 1;
        while (lead > first - 4 && (text.IsMark(lead, ":@=-") || (text.IsWord(lead) && text.Span(lead) is "at" or "in" or "is" or "was")))
            lead--;
        return lead < first - 1 && text.IsWord(lead, Living);
    }
}
