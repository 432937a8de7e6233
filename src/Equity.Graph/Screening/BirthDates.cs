using static Equity.Graph.Screening.BirthSubjects;
using static Equity.Graph.Screening.BirthWords;

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

    public static void Find(Reading text, Candidates found)
    {
        for (var token = 0; token < text.Count; token++)
        {
            if (AfterName(text, token) is { } afterName)
            {
                if (!(text.IsMark(token - 1, '(') && text.IsNumber(token - 2) && text.IsMark(afterName, ')')))
                    FindAfter(text, afterName, Fillers, true, found);
            }
            else if (text.IsWord(token, "born") && IsPersonBorn(text, token))
                FindAfter(text, token + 1, PlaceWords, false, found);
            else if (IsComingOfAge(text, token) && WrittenDate.End(text, token + 3) is { } turned)
                Add(text, token + 3, turned, found);
            else if (IsBirthday(text, token) && !IsOurs(text, token) && !IsOfThing(text, token) && !text.IsWord(token + 1, Occasions) && !text.IsWord(token + 1, "nhs") && !(text.IsWord(token + 1, "of") && (text.IsWord(token + 2, Things) || text.IsWord(token + 3, Things))))
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
        if (IsBirth(text, token) && SkipMark(text, token + 1) is var date && text.IsWord(date) && text.Span(date) is "date" or "dates" or "day" or "certificate")
            return date + 1;
        if (text.IsWord(token, "birth") && text.IsMark(token + 1, ':') && (!text.IsWord(token - 1) || text[token].Before == Space.Line))
            return token + 1;
        if (!text.IsWord(token) || text.Span(token) is not ("date" or "dates" or "dat" or "day" or "certificate"))
            return null;
        var of = SkipMark(text, token + 1);
        var birth = SkipMark(text, of + 1);
        birth = text.IsWord(birth) && text.Span(birth) is "his" or "her" or "their" or "my" or "your" ? birth + 1 : birth;
        return text.IsWord(of, "of") && IsBirth(text, birth) ? birth + 1 : null;
    }

    /// <summary>"She turned 80 on …", "Ella turned 18 on …", for a club may turn ten.</summary>
    private static bool IsComingOfAge(Reading text, int turned)
    {
        if (!text.IsWord(turned, Turned) || !text.IsWord(turned + 2, "on") || !(text.IsNumber(turned + 1) ? text[turned + 1].Length <= 3 : text.IsWord(turned + 1, Ages)))
            return false;
        return text.IsWord(turned - 1, Turning) || !text.IsWord(turned - 1) || text[turned].Before == Space.Line
            || (text.IsCapital(turned - 1) && !text.IsWord(turned - 1, Things) && text.Span(turned + 1) is "16" or "18" or "sixteen" or "eighteen");
    }

    private static bool IsBirth(Reading text, int token) => text.IsWord(token) && text.Span(token) is "birth" or "birth's" or "brith" or "birht" or "bith" or "brth" or "brithd";

    /// <summary>"She gave birth on …".</summary>
    private static bool IsGiven(Reading text, int birth) => text.IsWord(birth - 1) && text.Span(birth - 1) is "gave" or "given" or "giving";

    private static bool IsBirthday(Reading text, int token) =>
        (text.IsWord(token) && text.Span(token) is "birthday" or "birthdays" or "birthday's" or "bday" or "b'day" or "brithday" or "birhtday") || (text.IsWord(token, "b") && text.IsMark(token + 1, '-') && text.IsWord(token + 2, "day")) || (text.IsWord(token, "birth") && IsGiven(text, token));

    private static int AfterDay(Reading text, int birthday) => (text.IsWord(birthday, "b") ? birthday + 3 : birthday + 1) is var next && text.IsWord(next, "are") ? next + 1 : next;

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
            return (fillers == Fillers || !text.IsWord(token, NoBirth) || IsSpan(text, token) || IsOfOne(text, token) || text.IsWord(token + 1, Hours)) && (text.IsWord(token, fillers) || text.IsCapital(token) || (fillers == Fillers && IsPerson(text, token)) || (fillers == PlaceWords && !(text.IsWord(token, Breaks) && !(text.IsWord(token, "by") && text.IsWord(token - 1, "born") && text.IsWord(token + 1))) && !text.IsWord(token, Things) && !text.IsWord(token, Occasions)));
        if (text.IsNumber(token))
            return fillers == Fillers ? text[token].Length <= 3 && (text.IsMark(token + 1, ':') || text.IsWord(token + 1, "times") || text.IsWord(token - 1, Persons)) : (text.IsWord(token - 1, "at") || text.IsWord(token + 1, Spans) || (text[token].IsTight && text.IsMark(token - 1, ".:")));
        if (text.IsMark(token, "<>"))
            return text.IsMark(token, '>') && text[token].IsTight && (text.IsMark(token - 1, "-=") || text.IsMark(token - 2, '<'));
        if (text.IsMark(token, '?'))
            return text.IsMark(token + 1, '"') || WrittenDate.End(text, token + 1) is not null;
        return text[token].Kind == TokenKind.Mark && (!(text.IsMark(token, '!') && (fillers != Fillers || text.IsCapital(token + 1))) && !(text.IsMark(token, '.') && IsSentenceEnd(text, token)));
    }

    /// <summary>"three days before".</summary>
    private static bool IsSpan(Reading text, int token) => text.IsWord(token - 1, Spans);

    private static bool IsSentenceEnd(Reading text, int dot) => text.IsCapital(dot + 1) && text.IsWord(dot - 1) && text[dot - 1].Length > 3;

    /// <summary>"1." and "2)" before a date.</summary>
    private static bool IsListNumber(Reading text, int token) =>
        text[token] is { Kind: TokenKind.Number, Length: <= 2 } && text.IsMark(token + 1, ".)") && text[token + 1].IsTight && !text[token + 2].IsTight
        && (text[token].Before == Space.Line || text.IsMark(token + 1, ')')) && WrittenDate.End(text, token + 2) is not null;

    /// <summary>"in the year to 31 March".</summary>
    private static bool IsUpTo(Reading text, int token) => text.IsWord(token - 1) && text.Span(token - 1) is "to" or "until" or "till" or "ending" or "ended";

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

    private static void Add(Reading text, int token, int end, Candidates found) =>
        found.Add(PersonalDetail.DateOfBirth, text[token].Start, text[end - 1].End);
}
