using System.Globalization;

namespace Equity.Graph.Screening;

/// <summary>NHS and CHI numbers with a right check digit, in any groups that a person would write.</summary>
internal static class HealthNumbers
{
    private const int Digits = 10;

    /// <summary>How many tokens before a number may announce it.</summary>
    private const int AnnouncedWithin = 6;

    private static readonly WordSet Nhs = new("nhs nhsno nhsnumber nhsnum hcn");
    private static readonly WordSet Chi = new("chi chis");
    private static readonly WordSet Announcements = new("nhs nhsno nhsnumber nhsnum chi chis patient client hcn mrn");

    private static readonly WordSet Labels = new("""
        dashboard ticket tickets invoice order job run build batch serial asset version firmware grant award charity company vat po purchase meeting zoom teams webinar passcode barcode
        dataset report query search extract file row sensor device server process epoch timestamp unix code product project study trial account
        """);

    private static readonly WordSet NumberWords = new("number numbers no nos id num");

    public static void Find(Reading text, Candidates found)
    {
        Span<char> digits = stackalloc char[Digits];
        for (var first = 0; first < text.Groups.Count; first++)
        {
            if (LastGroup(text, first) is { } last && Read(text, first, last, digits) && IsRight(digits) && IsWritten(text, first, last))
                found.Add(KindOf(text, first, digits), text.Groups[first].Start, text.Groups[last].End);
        }
    }

    /// <summary>The last of nine digits times their weights, 10 down to 2, gives the tenth: 11 less the remainder by 11, where 11 is 0 and 10 is none. Zeros alone are no number.</summary>
    public static bool IsRight(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < Digits - 1; i++)
            sum += (digits[i] - '0') * (Digits - i);
        return sum > 0 && (Digits + 1 - (sum % (Digits + 1))) % (Digits + 1) == digits[Digits - 1] - '0';
    }

    /// <summary>The group with which ten digits are full; null where they are not.</summary>
    private static int? LastGroup(Reading text, int first)
    {
        var count = 0;
        for (var last = first; last < text.Groups.Count && (last == first || text.Groups[last].Before != Joint.Break); last++)
        {
            count += text.Groups[last].Length;
            if (count >= Digits)
                return count == Digits ? last : null;
        }
        return null;
    }

    private static bool Read(Reading text, int first, int last, Span<char> digits)
    {
        var count = 0;
        for (var group = first; group <= last; group++)
        {
            text.Letters[text.Groups[group].Start..text.Groups[group].End].CopyTo(digits[count..]);
            count += text.Groups[group].Length;
        }
        return count == Digits;
    }

    /// <summary>Whether the groups look like one number, not like a list, an amount, a date or an address of a machine.</summary>
    private static bool IsWritten(Reading text, int first, int last)
    {
        var start = text.Groups[first];
        var usual = IsUsual(text, first, last);
        var lists = HasList(text, first, last);
        if (IsAnnounced(text, start.Token, text.Groups[last].Token))
            return usual || !lists;
        if (IsLabelled(text, start.Token))
            return false;
        if (text.At(start.Start - 1) is '+' or '£' or '$' or '€' || text.IsMark(start.Token - 1, "£$€"))
            return false;
        if (first == last)
            return !(start.Before == Joint.Dot && text.Letters[text.Groups[first - 1].Start..text.Groups[first - 1].End] is "0");
        var lines = 0;
        for (var group = first + 1; group <= last; group++)
            lines += text.Groups[group].OnNewLine ? 1 : 0;
        return !lists && (usual || (lines <= 1 && IsEven(text, first, last)));
    }

    /// <summary>"NHS 99 90…", "NHS number of the patient: …", "… is her NHS number"; not any mention of the NHS.</summary>
    private static bool IsAnnounced(Reading text, int first, int last) =>
        text.IsAnnounced(first, 2, Announcements)
        || (text.IsAnnounced(first, AnnouncedWithin, Announcements) && text.IsAnnounced(first, AnnouncedWithin, NumberWords))
        || (text.IsAnnounced(last + AnnouncedWithin, AnnouncedWithin - 1, Nhs) && text.IsAnnounced(last + AnnouncedWithin, AnnouncedWithin - 1, NumberWords));

    /// <summary>"dashboard id 4455667788", "ticket no. 4455667788".</summary>
    private static bool IsLabelled(Reading text, int number)
    {
        var token = number - 1;
        while (token > number - 5 && (text.IsWord(token, NumberWords) || text.IsMark(token, ":.#=(-") || text.IsWord(token, "is") || text.IsWord(token, "ref")))
            token--;
        return text.IsWord(token, Labels);
    }

    private static bool HasList(Reading text, int first, int last)
    {
        for (var group = first + 1; group <= last; group++)
        {
            if (text.Groups[group].Before == Joint.List)
                return true;
        }
        return false;
    }

    /// <summary>3-3-4, or a date and 4, however they are joined.</summary>
    private static bool IsUsual(Reading text, int first, int last)
    {
        var one = text.Groups[first];
        return last == first + 2
            ? (one.Length, text.Groups[first + 1].Length) is (3, 3)
            : last == first + 1 && one.Length == 6 && WrittenDate.IsDay(text.Letters.Slice(one.Start, 2), text.Letters.Slice(one.Start + 2, 2));
    }

    /// <summary>Other groups, which one kind of joint joins and which are no part of a longer list.</summary>
    private static bool IsEven(Reading text, int first, int last)
    {
        var joint = text.Groups[first + 1].Before;
        var small = joint == Joint.Dot && last == first + 3;
        var thousands = text.Groups[first].Length <= 3;
        for (var group = first; group <= last; group++)
        {
            var one = text.Groups[group];
            if ((group > first && one.Before != joint) || IsYear(text.Letters[one.Start..one.End]))
                return false;
            small &= one.Length <= 3;
            thousands &= group == first || one.Length == 3;
        }
        var alone = text.Groups[first].Before != joint && (last + 1 == text.Groups.Count || text.Groups[last + 1].Before != joint || text.Groups[last + 1].OnNewLine);
        return alone && !IsCounting(text, first, last) && !small && !thousands && joint is not (Joint.Comma or Joint.Bracket);
    }

    /// <summary>"01-02-03-04-05".</summary>
    private static bool IsCounting(Reading text, int first, int last)
    {
        for (var group = first + 1; group <= last; group++)
        {
            var (before, one) = (text.Groups[group - 1], text.Groups[group]);
            if (one.Length > 2 || before.Length > 2 || int.Parse(text.Letters[one.Start..one.End], CultureInfo.InvariantCulture) != int.Parse(text.Letters[before.Start..before.End], CultureInfo.InvariantCulture) + 1)
                return false;
        }
        return true;
    }

    private static bool IsYear(ReadOnlySpan<char> digits) => digits.Length == 4 && (digits.StartsWith("19") || digits.StartsWith("20"));

    /// <summary>What its announcement says; without one, a number that begins with a date is a CHI number, as no NHS number does.</summary>
    private static PersonalDetail KindOf(Reading text, int first, ReadOnlySpan<char> digits)
    {
        var token = text.Groups[first].Token;
        var date = WrittenDate.IsDay(digits[..2], digits[2..4]);
        if (date && text.IsAnnounced(token, 2 * AnnouncedWithin, Chi))
            return PersonalDetail.ChiNumber;
        for (var back = 1; back <= AnnouncedWithin; back++)
        {
            if (text.IsWord(token - back, Chi))
                return PersonalDetail.ChiNumber;
            if (text.IsWord(token - back, Nhs))
                return PersonalDetail.NhsNumber;
        }
        return date ? PersonalDetail.ChiNumber : PersonalDetail.NhsNumber;
    }
}
