namespace Equity.Graph.Screening;

/// <summary>UK telephone numbers, and others that begin with a plus. Numbers of helplines and organisations (0800, 0808, 0300 and their like) are public.</summary>
internal static class PhoneNumbers
{
    /// <summary>The digits of a number after 0 or +44.</summary>
    private const int National = 10;

    private const int AnnouncedWithin = 6;

    private static readonly WordSet Announcements = new(
        "tel tele telephone telephoned phone phones phoned phoning mobile mobiles mob cell call called calling calls ring rang text texted texting whatsapp sms landline fax dial number no contact reached reach on");
    private static readonly WordSet Telephones = new("tel telephone phone mobile mob cell landline fax whatsapp home work");

    /// <summary>Of them, those after which a bare number is a count: "home 448123, hospital 12045".</summary>
    private static readonly WordSet Counters = new("home work");

    private static readonly WordSet Extensions = new("ext extn extension x");

    public static void Find(Reading text, Candidates found)
    {
        Span<char> room = stackalloc char[PhoneDigits.MaxDigits];
        for (var first = 0; first < text.Groups.Count; first++)
        {
            var number = new PhoneDigits(text, first, room);
            var digits = number.All;
            if (IsAfterPlus(text, number.Token))
                FindInternational(text, number, found);
            else if (digits.StartsWith("0044"))
                Add(text, number, 4, found);
            else if (digits.StartsWith("44") && IsCountry(text, number))
                Add(text, number, 2, found);
            else if (digits.StartsWith("0") && !IsFraction(text, first))
                FindNational(text, number, found);
            else if (digits.Length > 0)
                FindAnnounced(text, number, found);
        }
    }

    /// <summary>A plus before digits, in brackets or not; not that of "65+ 2019".</summary>
    private static bool IsAfterPlus(Reading text, int token)
    {
        var plus = text.IsMark(token - 1, '(') ? token - 2 : token - 1;
        return text.IsMark(plus, '+') && (!text[plus].IsTight || text[plus - 1].Kind is TokenKind.None or TokenKind.Mark || text.IsWord(plus - 1));
    }

    /// <summary>What follows "0.".</summary>
    private static bool IsFraction(Reading text, int group) => text.Groups[group] is { Before: Joint.Dot } one && text[one.Token].IsTight && text.Span(one.Token - 2) is "0";

    /// <summary>Whether 44 without a plus begins a number and not a list.</summary>
    private static bool IsCountry(Reading text, PhoneDigits number) =>
        number.All.StartsWith("447") || (number.EndsAt(2) && text.IsAnnounced(number.Token, AnnouncedWithin, Announcements));

    private static void FindInternational(Reading text, PhoneDigits number, Candidates found)
    {
        var digits = number.All;
        if (digits.StartsWith("44"))
            Add(text, number, 2, found);
        else if (digits.Length is >= 10 and <= 15 && digits[0] != '0' && text[number.Token].IsTight)
            found.Add(PersonalDetail.PhoneNumber, Start(text, number), number.End(digits.Length));
    }

    /// <summary>Where a number starts, with the bracket and the plus before it.</summary>
    private static int Start(Reading text, PhoneDigits number)
    {
        var token = number.Token;
        while (token > number.Token - 3 && (text.IsMark(token - 1, '+') || (text.IsMark(token - 1, '(') && text[token].IsTight && number.Groups > 1)))
            token--;
        return text[token].Start;
    }

    /// <summary>Adds what follows a country's code, with or without the 0 that is left out there.</summary>
    private static void Add(Reading text, PhoneDigits number, int code, Candidates found)
    {
        var from = number.All.Length > code && number.All[code] == '0' ? code + 1 : code;
        if (number.EndsAt(from + National))
            Add(text, number, from, National, found);
        else if (number.EndsAt(from + National - 1) && number.All[from] == '1')
            Add(text, number, from, National - 1, found);
    }

    private static void FindNational(Reading text, PhoneDigits number, Candidates found)
    {
        if (number.AreDecimals(text) || number.IsShare(text) || number.AreDate(text) || IsHealthNumber(number))
            return;
        var announced = text.IsAnnounced(number.Token, AnnouncedWithin, Announcements);
        if (number.EndsAt(1 + National) && (announced || number.IsInGroups(text, 1 + National)))
            Add(text, number, 1, National, found);
        else if (number.EndsAt(National) && number.All[1] == '1' && number.Starts >= 4 && !HealthNumbers.IsRight(number.All[..National]) && announced)
            Add(text, number, 1, National - 1, found);
        else if (number.All.StartsWith("0800") && (number.EndsAt(8) || number.EndsAt(National)))
            found.Pass(number.Start, number.End(number.EndsAt(National) ? National : 8)); // Childline's has eight digits, some have ten
    }

    /// <summary>"010157 3421 9 visits": ten digits with a right check digit, before a count.</summary>
    private static bool IsHealthNumber(PhoneDigits number) => number.EndsAt(National) && HealthNumbers.IsRight(number.All[..National]) && WrittenDate.IsDay(number.All[..2], number.All[2..4]);

    /// <summary>A number without its 0 or its area, after a word such as "tel".</summary>
    private static void FindAnnounced(Reading text, PhoneDigits number, Candidates found)
    {
        if (number.All[0] < '2' || !IsTelephone(text, number.Token) || number.IsYear(text))
            return;
        if (number.All[0] == '7' && number.EndsAt(National))
            found.Add(PersonalDetail.PhoneNumber, number.Start, number.End(National));
        else if (number.All.Length is >= 6 and <= 8 && number.Groups <= 3)
            found.Add(PersonalDetail.PhoneNumber, number.Start, number.End(number.All.Length));
    }

    /// <summary>"tel 496 0123", "home number is 496 0123"; not "mobile clinics 2023/24".</summary>
    private static bool IsTelephone(Reading text, int number)
    {
        var lead = number - 1;
        while (lead > number - 5 && (text.IsMark(lead, ":.-=(#") || (text.IsWord(lead) && text.Span(lead) is "number" or "no" or "num" or "is" or "was" or "on" or "me" or "her" or "him" or "us")))
            lead--;
        return text.IsWord(lead, Telephones) && !(lead == number - 1 && text.IsWord(lead, Counters));
    }

    private static void Add(Reading text, PhoneDigits number, int from, int length, Candidates found)
    {
        var national = number.All.Slice(from, length);
        var start = Start(text, number);
        if (national[0] is '3' or '5' or '8')
            found.Pass(start, number.End(from + length));
        else if (IsNational(national))
            found.Add(PersonalDetail.PhoneNumber, start, WithExtension(text, number.TokenAt(from + length), number.End(from + length)));
    }

    /// <summary>Areas (1, 2), mobiles and pagers (7), dear ones (9).</summary>
    private static bool IsNational(ReadOnlySpan<char> national) => national[0] switch
    {
        '1' => national[1] != '0',
        '2' => national[1] is '0' or '1' or '2' or '3' or '4' or '8' or '9',
        '7' or '9' => true,
        _ => false,
    };

    private static int WithExtension(Reading text, int last, int end)
    {
        var next = last + 1;
        while (next <= last + 2 && text.IsMark(next, ",(#;"))
            next++;
        if (!text.IsWord(next, Extensions))
            return end;
        next += text.IsMark(next + 1, ".:") ? 2 : 1;
        return text[next] is { Kind: TokenKind.Number, Length: <= 6 } extension ? extension.End : end;
    }
}
