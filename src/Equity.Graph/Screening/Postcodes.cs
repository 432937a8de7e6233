namespace Equity.Graph.Screening;

/// <summary>Full postcodes: a district of an area that exists, then a digit and two letters.</summary>
internal static class Postcodes
{
    private const int MaxBlanks = 3;
    private const int MaxLength = 7;

    /// <summary>Those of Royal Mail, and ZZ, which stands in health records for no fixed abode and the like.</summary>
    private static readonly WordSet Areas = new("""
        ab al b ba bb bd bf bh bl bn br bs bt bx ca cb cf ch cm co cr ct cv cw da dd de dg dh dl dn dt dy e ec en ex fk fy g gl gu gy ha hd hg hp hr hs hu hx
        ig im ip iv je ka kt kw ky l la ld le ll ln ls lu m me mk ml n ne ng nn np nr nw ol ox pa pe ph pl po pr rg rh rm s sa se sg sk sl sm sn so sp sr ss
        st sw sy ta td tf tn tq tr ts tw ub w wa wc wd wf wn wr ws wv yo ze zz
        """);

    /// <summary>Areas of which some districts end in a letter.</summary>
    private static readonly WordSet LetteredAreas = new("e ec n nw se sw w wc");

    /// <summary>What follows a number in prose: 2nd, 6th, 5ft, 4hr.</summary>
    private static readonly WordSet Endings = new("st nd rd th ft lb hr yr wk bn gb tb db px pt ug sd gp rn hz bp ed pp xl dl ul");

    private static readonly WordSet Storeys = new("floor floors ward phase stage wave cohort cycle year edition draft team group room session bed beds bay door landing list slot slots lane table seat row choice line year years day week time monday tuesday wednesday thursday friday");

    /// <summary>What has a place such as E2: "Bay E2 3RD BED".</summary>
    private static readonly WordSet Located = new("ward bay room theatre gate stairs block level table seat zone bed clinic corridor lift bays rooms");

    public static void Find(Reading text, Candidates found)
    {
        for (var inward = 2; inward + 2 < text.Length; inward++)
        {
            if ((IsInward(text.Letters.Slice(inward, 3)) || IsPseudo(text, inward)) && IsEnd(text, inward) && Outward(text, inward) is { } start && !IsProse(text, inward, start))
                found.Add(PersonalDetail.Postcode, start, inward + 3);
        }
        for (var token = 0; token < text.Count; token++)
        {
            if (text.IsWord(token, "postcode") || (text.IsWord(token, "code") && text.IsWord(token - 1) && text.Span(token - 1) is "post" or "postal"))
                FindAnnounced(text, token, found);
        }
    }

    private static bool IsInward(ReadOnlySpan<char> letters) =>
        char.IsAsciiDigit(letters[0]) && IsInwardLetter(letters[1]) && IsInwardLetter(letters[2]);

    /// <summary>"ZZ99 3VZ", whose letters no street's code has.</summary>
    private static bool IsPseudo(Reading text, int inward) =>
        text.Letters[inward] == '3' && char.IsAsciiLetter(text.At(inward + 1)) && char.IsAsciiLetter(text.At(inward + 2)) && text.Letters[Math.Max(0, inward - 6)..inward].TrimEnd(' ').EndsWith("zz99");

    private static bool IsInwardLetter(char letter) => char.IsAsciiLetter(letter) && !"cikmov".Contains(letter);

    /// <summary>Whether a postcode may end after its inward part.</summary>
    private static bool IsEnd(Reading text, int inward)
    {
        var next = text.At(inward + 3);
        return !char.IsLetterOrDigit(next) || (text.IsUpper(inward + 2) && text.IsLower(inward + 3));
    }

    /// <summary>Where the outward part before an inward part starts.</summary>
    private static int? Outward(Reading text, int inward)
    {
        var end = inward;
        while (end > 0 && inward - end < MaxBlanks && text.At(end - 1) is ' ' or '\n')
            end--;
        if (end == inward && text.At(end - 1) is '-' or '.' or '_' or '/' && text.IsUpper(inward + 1))
            end--;
        for (var length = 4; length >= 2; length--)
        {
            var start = end - length;
            if (start >= 0 && IsStart(text, start) && IsOutward(text.Letters[start..end]))
                return start;
        }
        return OutwardApart(text, end, inward);
    }

    /// <summary>"LS 1 4AP": the area stands alone, in capitals.</summary>
    private static int? OutwardApart(Reading text, int end, int inward)
    {
        var digits = end;
        while (digits > 0 && end - digits < 3 && char.IsAsciiLetterOrDigit(text.At(digits - 1)))
            digits--;
        if (digits == end || digits < 2 || text.At(digits - 1) != ' ' || !text.IsUpper(inward + 1))
            return null;
        var start = digits - 1;
        while (start > 0 && digits - 1 - start < 3 && text.IsUpper(start - 1))
            start--;
        Span<char> outward = stackalloc char[8];
        text.Letters[start..(digits - 1)].CopyTo(outward);
        text.Letters[digits..end].CopyTo(outward[(digits - 1 - start)..]);
        return digits - 1 - start == 2 && IsStart(text, start) && IsOutward(outward[..(end - start - 1)]) ? start : null;
    }

    private static bool IsStart(Reading text, int start) =>
        !char.IsLetterOrDigit(text.At(start - 1)) || (text.IsUpper(start) && text.IsLower(start - 1)) || text.Letters[..start].EndsWith("postcode");

    /// <summary>A9, A99, A9A, AA9, AA99 or AA9A.</summary>
    private static bool IsOutward(ReadOnlySpan<char> letters)
    {
        var area = letters.IndexOfAnyInRange('0', '9');
        if (area is not (1 or 2) || letters.Length - area > 2 || !Areas.Contains(letters[..area]))
            return false;
        if (letters.Length == area + 1)
            return true;
        return char.IsAsciiDigit(letters[^1]) ? letters[area] != '0' : char.IsAsciiLetter(letters[^1]) && LetteredAreas.Contains(letters[..area]);
    }

    /// <summary>"B4 2nd floor" and "S3 5ft".</summary>
    private static bool IsProse(Reading text, int inward, int start)
    {
        var letters = text.Letters.Slice(inward, 3);
        if (!Endings.Contains(letters[1..]))
            return false;
        if (text.IsLower(inward + 1))
            return true;
        var ordinal = letters is "1st" or "2nd" or "3rd" || (letters.EndsWith("th") && letters[0] is '0' or >= '4');
        if (!ordinal)
            return letters is [_, 'h' or 'y', 'r'] or [_, 'w', 'k'] && text.At(inward + 3) == ' ' && char.IsLetter(text.At(inward + 4)) && !text.IsLower(inward + 4);
        if (Located.Contains(WordBefore(text, start)))
            return true;
        var next = inward + 3;
        while (text.At(next) is ' ' or '-' && next < inward + 6)
            next++;
        var end = next;
        while (end < next + 10 && char.IsAsciiLetter(text.At(end)))
            end++;
        return end > next && Storeys.Contains(text.Letters[next..end]);
    }

    private static ReadOnlySpan<char> WordBefore(Reading text, int start)
    {
        var end = start > 0 && text.At(start - 1) == ' ' ? start - 1 : start;
        var first = end;
        while (first > 0 && end - first < 9 && char.IsAsciiLetter(text.At(first - 1)))
            first--;
        return text.Letters[first..end];
    }

    /// <summary>After the word "postcode" its letters may stand apart in any way.</summary>
    private static void FindAnnounced(Reading text, int word, Candidates found)
    {
        Span<char> letters = stackalloc char[MaxLength];
        var (count, start) = (0, 0);
        for (var token = word + 1; token <= word + 12 && count < MaxLength; token++)
        {
            var one = text[token];
            if (one.Kind is TokenKind.None || (count == 0 && one.Kind == TokenKind.Word && text.Span(token) is "is" or "was" or "area" or "of"))
                continue;
            if (one.Kind == TokenKind.Mark)
                continue;
            if (count + one.Length > MaxLength)
                return;
            start = count == 0 ? one.Start : start;
            text.Span(token).CopyTo(letters[count..]);
            count += one.Length;
            if (count >= 5 && IsInward(letters[(count - 3)..count]) && IsOutward(letters[..(count - 3)]))
                found.Add(PersonalDetail.Postcode, start, one.End);
        }
    }
}
