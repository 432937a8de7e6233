namespace Equity.Graph.Screening;

/// <summary>Whole dates (day, month and year) as people write them.</summary>
internal static class WrittenDate
{
    private static readonly WordSet Months = new("""
        january february march april may june july august september october november december
        jan feb febr mar apr jun jul aug sep sept oct nov dec feburary febuary decem
        """);

    /// <summary>Months long enough that a slip in them still tells which one is meant.</summary>
    private static readonly string[] LongMonths = ["january", "february", "march", "april", "august", "september", "october", "november", "december"];

    private static readonly WordSet Digits = new("one two three four five six seven eight nine");
    private static readonly WordSet Teens = new("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen");
    private static readonly WordSet Decades = new("twenty thirty forty fourty fifty sixty seventy eighty ninety");

    private static readonly WordSet RomanMonths = new("i ii iii iv v vi vii viii ix x xi xii");
    private static readonly WordSet DayEndings = new("st nd rd th");

    private static readonly WordSet DayWords = new("""
        first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
        sixteenth seventeenth eighteenth nineteenth twentieth thirtieth
        """);

    private static readonly WordSet Tens = new("twenty thirty");

    /// <summary>Whether a day and a month, in digits, are on the calendar.</summary>
    public static bool IsDay(ReadOnlySpan<char> day, ReadOnlySpan<char> month) => IsBetween(day, 1, 31) && IsBetween(month, 1, 12);

    public static bool IsMonth(Reading text, int token) => text.IsWord(token, Months);

    /// <summary>The token after the date that begins at a token; null where none begins. Dates without joints ("03041971") only where one is expected.</summary>
    public static int? End(Reading text, int token, bool expected = false)
    {
        if (text.IsNumber(token))
            return (expected ? Joined(text, token) : null) ?? InNumbers(text, token) ?? DayFirst(text, token) ?? YearFirst(text, token);
        if (IsNearlyMonth(text, token))
            return MonthFirst(text, token);
        return text.IsWord(token, DayWords) || text.IsWord(token, Tens) ? DayFirst(text, token) : null;
    }

    /// <summary>03041971, 19710403 and 030471.</summary>
    private static int? Joined(Reading text, int token)
    {
        var digits = text.Span(token);
        var date = digits.Length switch
        {
            8 => (IsDayAndMonth(digits[..2], digits[2..4]) && IsYear(digits[4..])) || (IsYear(digits[..4]) && IsDay(digits[6..], digits[4..6])),
            6 => IsDay(digits[..2], digits[2..4]),
            _ => false,
        };
        return date ? token + 1 : null;
    }

    /// <summary>3/4/1971, 1971-04-03 and 3.iv.71.</summary>
    private static int? InNumbers(Reading text, int first)
    {
        if (AfterJoint(text, first + 1) is not { } second || AfterJoint(text, second + 1) is not { } third || !text.IsNumber(third))
            return null;
        var a = text.Span(first);
        var b = text.Span(second);
        var c = text.Span(third);
        if (text.IsWord(second, RomanMonths))
            return IsBetween(a, 1, 31) && IsAnyYear(c) ? third + 1 : null;
        if (!text.IsNumber(second))
            return null;
        return (IsDayAndMonth(a, b) && IsAnyYear(c)) || (IsYear(a) && IsDayAndMonth(b, c)) ? third + 1 : null;
    }

    /// <summary>3 April 1971, the 3rd of April '71, twenty-third of April 1971.</summary>
    private static int? DayFirst(Reading text, int token)
    {
        var next = token + 1;
        if (text.IsNumber(token))
        {
            if (!IsBetween(text.Span(token), 1, 31))
                return null;
            next = text.IsWord(next, DayEndings) ? next + 1 : next;
        }
        else if (text.IsWord(token, Tens))
        {
            next = text.IsMark(next, '-') ? next + 1 : next;
            if (!text.IsWord(next, DayWords))
                return null;
            next++;
        }
        next = AfterMarks(text, next);
        next = AfterMarks(text, text.IsWord(next, "of") ? next + 1 : next);
        return IsNearlyMonth(text, next) ? Year(text, next + 1) : null;
    }

    /// <summary>1971 April 3.</summary>
    private static int? YearFirst(Reading text, int token)
    {
        if (!IsYear(text.Span(token)))
            return null;
        var month = AfterMarks(text, token + 1);
        var later = text.IsWord(month, "on") ? month + 1 : month;
        later = text.IsWord(later, "the") ? later + 1 : later;
        if (text.IsNumber(later) && IsBetween(text.Span(later), 1, 31) && AfterDay(text, later) is var named && IsMonth(text, named))
            return named + 1;
        var day = AfterMarks(text, month + 1);
        return IsMonth(text, month) && text.IsNumber(day) && IsBetween(text.Span(day), 1, 31) ? day + 1 : null;
    }

    private static int AfterDay(Reading text, int day)
    {
        var next = text.IsWord(day + 1, DayEndings) ? day + 2 : day + 1;
        return text.IsWord(next, "of") ? next + 1 : next;
    }

    private static bool IsNearlyMonth(Reading text, int token) => IsMonth(text, token) || (text.IsWord(token) && Slip.IsOfAny(text.Span(token), LongMonths));

    /// <summary>April 3, 1971.</summary>
    private static int? MonthFirst(Reading text, int month)
    {
        var day = AfterMarks(text, month + 1);
        day = text.IsWord(day, "the") ? day + 1 : day;
        if (text.IsWord(day, DayWords))
            return Year(text, day + 1);
        if (!text.IsNumber(day) || !IsBetween(text.Span(day), 1, 31))
            return null;
        return Year(text, text.IsWord(day + 1, DayEndings) ? day + 2 : day + 1);
    }

    private static int? Year(Reading text, int token)
    {
        var year = AfterMarks(text, token);
        year = text.IsWord(year, "of") || text.IsWord(year, "in") ? year + 1 : year;
        return text.IsNumber(year) && IsAnyYear(text.Span(year)) ? year + 1 : YearInWords(text, year);
    }

    /// <summary>"nineteen sixty-one", "two thousand and five", "twenty twelve".</summary>
    private static int? YearInWords(Reading text, int token)
    {
        if (text.IsWord(token, "two") && text.IsWord(token + 1, "thousand"))
            return AfterTens(text, text.IsWord(token + 2, "and") ? token + 3 : token + 2) ?? token + 2;
        if (!text.IsWord(token, "nineteen") && !text.IsWord(token, "twenty"))
            return null;
        var next = AfterMarks(text, token + 1);
        return AfterTens(text, text.IsWord(next, "hundred") && text.IsWord(next + 1, "and") ? next + 2 : text.IsWord(next, "oh") ? next + 1 : next);
    }

    /// <summary>The token after a number below a hundred in words.</summary>
    private static int? AfterTens(Reading text, int token)
    {
        if (text.IsWord(token, Digits) || text.IsWord(token, Teens))
            return token + 1;
        if (!text.IsWord(token, Decades))
            return null;
        var next = text.IsMark(token + 1, '-') ? token + 2 : token + 1;
        return text.IsWord(next, Digits) ? next + 1 : token + 1;
    }

    /// <summary>The token after up to two marks or a blank; null where letters follow without either.</summary>
    private static int? AfterJoint(Reading text, int token)
    {
        var next = AfterMarks(text, token);
        return next > token || !text[next].IsTight || text.IsWord(next) || text.IsWord(next - 1) ? next : null;
    }

    private static int AfterMarks(Reading text, int token)
    {
        var next = token;
        while (next < token + 3 && text.IsMark(next, "/.-,_'\\|:"))
            next++;
        return next;
    }

    private static bool IsDayAndMonth(ReadOnlySpan<char> a, ReadOnlySpan<char> b) => IsDay(a, b) || IsDay(b, a);

    private static bool IsAnyYear(ReadOnlySpan<char> digits) => digits.Length == 2 || IsYear(digits);

    private static bool IsYear(ReadOnlySpan<char> digits) => digits.Length == 4 && IsBetween(digits, 1880, 2099);

    private static bool IsBetween(ReadOnlySpan<char> digits, int least, int most)
    {
        var number = 0;
        foreach (var digit in digits)
            number = (number * 10) + digit - '0';
        return digits.Length is > 0 and <= 4 && number >= least && number <= most;
    }
}
