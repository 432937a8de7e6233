using System.Globalization;
using static Equity.Graph.Screening.StreetNames;
using static Equity.Graph.Screening.StreetWords;

namespace Equity.Graph.Screening;

/// <summary>Addresses: a house's number with its street. Those of flats and of houses with a name are in <see cref="NamedHomes"/>.</summary>
internal static class StreetAddresses
{
    private const int HomeWithin = 8;

    /// <summary>How near the numbers of a list stand.</summary>
    private const int RankWithin = 8;

    private static readonly WordSet HomeAfter = new("address home lives live");
    private static readonly WordSet Ones = new("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen");
    private static readonly WordSet Tens = new("twenty thirty forty fifty sixty seventy eighty ninety");

    public static void Find(Reading text, Candidates found)
    {
        for (var token = 0; token < text.Count; token++)
        {
            if (text.IsNumber(token))
                FindHouse(text, token, found);
            else if (AfterWords(text, token) is { } name && text.IsWord(token - 1, Places) && !text.IsNumber(token - 2))
                FindInWords(text, token, name, found);
        }
    }

    /// <summary>The token after a number in words.</summary>
    private static int? AfterWords(Reading text, int token)
    {
        if (text.IsWord(token, Ones))
            return token + 1;
        if (!text.IsWord(token, Tens))
            return null;
        var next = text.IsMark(token + 1, '-') ? token + 2 : token + 1;
        return text.IsWord(next, Ones) ? next + 1 : token + 1;
    }

    /// <summary>"at twelve Mill Road".</summary>
    private static void FindInWords(Reading text, int number, int name, Candidates found)
    {
        name = text.IsMark(name, ',') ? name + 1 : name;
        if (text.IsCapital(name) && EndOfName(text, name, small: false) is { Kind: Ending.Street } street && text.IsCapital(street.End - 1) && !IsCounted(text, street.End))
            found.Add(PersonalDetail.Address, text[number].Start, text[street.End - 1].End);
    }

    /// <summary>"12a Mill Road", "12-14, St Mary's Close", "lives at 12 mill road", "at 18 Broadgate".</summary>
    private static void FindHouse(Reading text, int number, Candidates found)
    {
        if (text[number].Length > 4 || text.Span(number) is "0" || IsPartOfNumber(text, number) || IsYear(text, number))
            return;
        var first = number - 1;
        while (text.IsMark(first, '#') || (text.IsMark(first, '.') && text[first - 1].Length <= 3))
            first--;
        if (IsLabelled(text, number, first))
            return;
        var name = AfterNumber(text, number);
        var comma = text.IsMark(name, ',');
        name = comma || (text.IsMark(name, '_') && text[name].IsTight) ? name + 1 : name;
        var home = text.IsAnnounced(number, HomeWithin, Homes) || text.IsAnnounced(name + HomeWithin, HomeWithin - 2, HomeAfter);
        if (IsRank(text, number) || (comma && !home && !MayHaveComma(text, number, first)))
            return;
        if (EndOfName(text, name, small: false) is { } large && IsHouse(text, number, name, large, comma, home))
            found.Add(PersonalDetail.Address, text[number].Start, text[large.End - 1].End);
        else if (EndOfName(text, name, small: true) is { Kind: >= Ending.Building } small && IsSmallHouse(text, number, name, small.End))
            found.Add(PersonalDetail.Address, text[number].Start, text[small.End - 1].End);
        else if (text.IsWord(name) && text[name].Length > 4 && IsClosed(text, name + 1, ",.;)") && IsWhereOneLives(text, number) && !text.IsWord(name, NoNames) && !IsCountOfSome(text, name, name + 1))
            found.Add(PersonalDetail.Address, text[number].Start, text[name].End);
    }

    /// <summary>"at 8, Mill Road", "that is 8, Mill Road"; not "took 8, Mill Road took 9", nor "Of 40, Mill Road sent 12".</summary>
    private static bool MayHaveComma(Reading text, int number, int first)
    {
        if (!text.IsWord(first) || text[number].Before == Space.Line)
            return true;
        return text.IsWord(first, "of") ? text.IsWord(first - 1) || text.IsMark(first - 1, ',') : (text.IsWord(first, PlaceOf) && !(text.IsCapital(first) && text.Span(first) is "at" or "visit")) || (text.IsWord(first, "is") && text.IsWord(first - 1, "that"));
    }

    /// <summary>"1 Green Lane, 2 Mill Lane, 3 Hill Street": a list that begins with 1.</summary>
    private static bool IsRank(Reading text, int number)
    {
        if (!IsItem(text, number) || text[number].Length > 2)
            return false;
        var rank = NumberOf(text, number);
        for (var other = rank == 1 ? number + 2 : number - 2; other > number - RankWithin && other < number + RankWithin; other += rank == 1 ? 1 : -1)
        {
            if (text.IsNumber(other))
                return text[other].Length <= 2 && IsItem(text, other) && NumberOf(text, other) == (rank == 1 ? 2 : rank - 1);
        }
        return false;
    }

    private static bool IsItem(Reading text, int number) => (text[number - 1].Kind == TokenKind.None || text[number].Before == Space.Line || text.IsMark(number - 1, ",:;")) && text.IsCapital(number + 1);

    private static int NumberOf(Reading text, int number) => int.Parse(text.Span(number), CultureInfo.InvariantCulture);

    private static bool IsYear(Reading text, int number) => text[number].Length == 4 && text.Span(number)[..2] is "19" or "20";

    /// <summary>"Ward 12", "Mill Lane 3", "2 of 5", "ages 3 to 7", "A61".</summary>
    private static bool IsLabelled(Reading text, int number, int first) =>
        (text.IsWord(first, Labels) && !(text.IsWord(first, "the") && text.IsWord(number + 1, "the")))
        || (text.IsWord(first) && text.Span(first) is "no" or "number" && text.IsWord(first - 1, Labels))
        || (first == number - 1 && text.IsWord(first, Streets) && text[number].Before != Space.Line)
        || (text.IsWord(first) && text.IsNumber(first - 1) && text.Span(first) is "of" or "to" or "and" or "in" && !(text.IsWord(first - 2) && text.Span(first - 2) is "at" or "nos" or "numbers" or "houses"))
        || text[number + 1] is { Kind: TokenKind.Word, Length: 2, IsTight: true } && text.Span(number + 1) is "st" or "nd" or "rd" or "th"
        || text.Span(first) is "x" || (text.IsMark(number - 1, '=') && text[number - 2].Length == 1)
        || (text[number].IsTight && text[first] is { Kind: TokenKind.Word, Length: 1 });

    private static bool IsPartOfNumber(Reading text, int number) =>
        text[number].IsTight && text.IsMark(number - 1, ".,:/£$%") && (text.IsNumber(number - 2) || text.IsMark(number - 1, "£$%"));

    private static bool IsHouse(Reading text, int number, int name, (int End, Ending Kind) street, bool comma, bool home)
    {
        var end = street.End;
        if ((street.Kind == Ending.Street && IsAtPlace(text, number) ? text.IsWord(end, Counted) || text.IsMark(end, '\'') : IsCounted(text, end)) || !(text.IsCapital(end - 1) || (text.IsCapital(name) && text.IsWord(name, Beginnings))) || (WrittenDate.IsMonth(text, name) && (end > name + 2 || street.Kind == Ending.None)))
            return false;
        if (text.IsWord(name, "the") && street.Kind == Ending.Street && text.IsCapital(end) && end == name + 2)
            return false;
        var closed = IsClosed(text, end, ",;");
        var place = IsAtPlace(text, number) || (IsOpen(text, number) && (text.IsWord(end, Following) || text.IsWord(end, Verbs)));
        var alone = IsOpen(text, number) && (closed || IsSymbol(text, end) || text.IsMark(end, '-')) && text.Span(name) is not [.., not 's', 's'] && !text.IsWord(name + 1, "of");
        return street.Kind switch
        {
            Ending.Street => true,
            Ending.Building => home || place || alone || (text.IsMark(end, ',') && text.IsCapital(end + 1)) || (comma && closed) || IsBetweenCommas(text, number, end) || (text.IsWord(name, "the") && IsClosed(text, end, ",;.)")),
            Ending.Suffix => home || place || (text.IsWord(name, "the") && text.IsWord(end, "flat")) || IsWhereOneLives(text, number) || IsBetweenCommas(text, number, end) || (IsOpen(text, number) && IsClosed(text, end, ",;.)")),
            _ when text.IsWord(name, "the") => end > name + 1 && (IsAtPlace(text, number) || text.IsWord(end, "flat") || text.IsWord(end, "house")),
            _ => !IsCountOfSome(text, name, end) && (IsWhereOneLives(text, number) || IsAtName(text, number, name, end)),
        };
    }

    /// <summary>"Ali, 18 Broadgate, hosts us", not "Northgate, 18 Broadgate, 14 Kirkgate".</summary>
    private static bool IsBetweenCommas(Reading text, int number, int end) =>
        text.IsMark(number - 1, ",(") && text.IsCapital(number - 2) && !EndsAsStreet(text.Span(number - 2)) && text.IsMark(end, ",.)") && !text.IsNumber(end + 1) && !text.IsNumber(number - 3);

    /// <summary>"at 14 Maltkiln", closed or followed by what is said of a house.</summary>
    private static bool IsAtName(Reading text, int number, int name, int end) =>
        text.IsWord(number - 1) && text.Span(number - 1) is "at" or "outside" or "opposite" or "behind" && end <= name + 2 && text[name].Length > 4 && text.IsLower(text[name].End - 1)
        && !text.IsWord(name, "the") && (IsClosed(text, end, ",.;)?") || text.IsWord(end, Following));

    /// <summary>"at 9 …", "on the doorstep of 9 …".</summary>
    private static bool IsAtPlace(Reading text, int number)
    {
        var lead = text.IsMark(number - 1, ".:@") ? number - 2 : number - 1;
        return text.IsWord(lead, Places) || text.IsMark(number - 1, '@') || (text.IsWord(lead, "of") && (text.IsWord(lead - 1, Owned) || text.IsMark(lead - 1, ',')));
    }

    /// <summary>"lives at 18 …", "address: 18 …", "door number 18 …".</summary>
    private static bool IsWhereOneLives(Reading text, int number)
    {
        var lead = number - 1;
        while (lead > number - 4 && (text.IsMark(lead, ".:@=-") || (text.IsWord(lead) && text.Span(lead) is "at" or "is" or "was" or "no" or "number" or "to")))
            lead--;
        if (lead == number - 1)
            return text.IsWord(lead) && text.Span(lead) is "address" or "adress" or "addr";
        return text.IsWord(lead, Living) || (text.IsWord(lead, "door") && lead < number - 1);
    }

    /// <summary>"lives at 2 Addresses": a noun in the plural, or a unit.</summary>
    private static bool IsCountOfSome(Reading text, int name, int end) =>
        text.IsWord(name, Counted) || text.IsWord(name, Labels) && !text.IsWord(name, "the") || (!text.IsWord(name, "the") && text.Span(end - 1) is [.., not 's', 's']);

    private static bool IsOpen(Reading text, int number) =>
        text[number - 1].Kind == TokenKind.None || text[number].Before == Space.Line || IsSymbol(text, number - 1) || (text.IsMark(number - 1, "-(*.)") && text[number - 1].Before == Space.Line);

    /// <summary>A picture such as a house or a pin.</summary>
    private static bool IsSymbol(Reading text, int token) => text[token].Kind == TokenKind.Mark && text.At(text[token].Start) > '\u2190';

    private static bool IsClosed(Reading text, int end, ReadOnlySpan<char> marks) =>
        text[end].Kind == TokenKind.None || text[end].Before == Space.Line || text.IsMark(end, marks);

    /// <summary>Whether the number counts what follows the street: "3 Mill Road nurses"; a verb may follow a house.</summary>
    private static bool IsCounted(Reading text, int end)
    {
        if (text.IsMark(end, '\''))
            return text.IsWord(end + 1, "s");
        if ((text.IsMark(end, ':') && text.IsNumber(end + 1)) || (text.IsNumber(end) && text.IsMark(end + 1, '%')))
            return true;
        if (text.IsWord(end, Counted) || (text.IsWord(end, "of") && text.IsWord(end - 1, "way")) || text.IsWord(end - 2, "downing"))
            return true; // "Way of working"; and 10 Downing Street is nobody's secret
        return text.IsWord(end) && text[end].Before != Space.Line && !text.IsCapital(end) && text[end].Length > 3 && text.Span(end)[^1] == 's' && text.Span(end)[^2] is not ('s' or '\'') && !text.IsWord(end, Verbs);
    }

    /// <summary>Written small, a street needs somebody who lives there, a word such as "at", or a mark after it.</summary>
    private static bool IsSmallHouse(Reading text, int number, int name, int end)
    {
        var lead = text.IsMark(number - 1, ".:@=") ? number - 2 : number - 1;
        var place = text.IsAnnounced(number, 5, Residence) || text.IsWord(lead, Places) || text.IsMark(number - 1, '@');
        if ((end > name + 2 && !text.IsCapital(name) && text.IsCapital(name + 1)) || IsCounted(text, end) || end > name + 4 || text.IsWord(name, NoNames) || WrittenDate.IsMonth(text, name) || !(text.IsWord(end - 1, place ? SmallPlaces : Small) || text.IsWord(name, Beginnings)))
            return false;
        var closed = IsClosed(text, end, ",.;)");
        var named = end == name + 2 && text[name].Length > 3 && !IsCommon(text, name) && text.Span(end - 1) is not ("st" or "cl" or "ave" or "drive" or "close" or "court" or "gardens" or "rd" or "ln");
        var opens = IsOpen(text, number) && text[end].Kind != TokenKind.None && end == name + 2 && text[name].Length > 4 && !IsCommon(text, name) && text.Span(end - 1) is "rd" or "ave" or "ln";
        return place || opens || (named && !(text.IsWord(number - 1) && text.Span(number - 1) is "a" or "an")) || (closed && (text[number - 1].Kind is TokenKind.None || text.IsWord(number - 1, PlaceOf)));
    }
}
