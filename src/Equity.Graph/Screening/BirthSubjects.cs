using static Equity.Graph.Screening.BirthWords;

namespace Equity.Graph.Screening;

/// <summary>Who or what was born: persons, or things such as projects, which have birthdays too.</summary>
internal static class BirthSubjects
{
    /// <summary>How far the subject of "born" is looked for.</summary>
    private const int SubjectWithin = 9;

    /// <summary>Whether one person was born, not a thing, nor any of many.</summary>
    public static bool IsPersonBorn(Reading text, int born)
    {
        if (text.IsWord(born + 1, "of") || text.IsWord(born + 1, "again") || (text.IsMark(born - 1, '"') && text.IsMark(born + 1, '"')))
            return false;
        if (text.IsWord(born + 1, Abroad) && !(text.IsWord(born - 1) && text.Span(born - 1) is "was" or "am" or "is"))
            return false;
        if (IsPerson(text, born - 1) && text[born - 2] is { Kind: TokenKind.Number, Length: > 1 })
            return false;
        return !IsBornTo(text, born) && !IsCompound(text, born) && !IsOfThing(text, born) && !IsNewThing(text, born);
    }

    /// <summary>"born to run"; parents may follow too.</summary>
    public static bool IsBornTo(Reading text, int born) =>
        text.IsWord(born + 1, "to") && text.IsWord(born + 2) && text.Span(born + 2) is not ("a" or "an" or "the" or "his" or "her" or "two" or "parents" or "teenage" or "one" or "mr" or "mrs");

    /// <summary>"first-born", "UK-born".</summary>
    public static bool IsCompound(Reading text, int born) => text.IsMark(born - 1, '-') && text[born].IsTight && text[born - 1].IsTight && text.IsWord(born - 2);

    /// <summary>"The huddle was born": a noun after an article that is no word for people.</summary>
    public static bool IsNewThing(Reading text, int born)
    {
        var noun = born - 1;
        while (noun > born - 4 && (text.IsMark(noun, ',') || (text.IsWord(noun) && text.Span(noun) is "was" or "were" or "is" or "being" or "been" or "had" or "has")))
            noun--;
        if (!text.IsWord(noun) || text.IsCapital(noun) || IsPerson(text, noun) || text.Span(noun) is "wrote" or "says" or "said")
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

    /// <summary>"she was born during the war, on …": one person, and no date after "during".</summary>
    public static bool IsOfOne(Reading text, int token) =>
        text.IsWord(token - 1, "born") && text.IsWord(token - 3, Pronouns) && !text.IsNumber(token + 1) && !text.IsWord(token + 1, "or") && !text.IsWord(token + 1, "and") && !WrittenDate.IsMonth(text, token + 1)
        && WrittenDate.End(text, token + 1) is null && WrittenDate.End(text, token + 2) is null;

    /// <summary>"Born on 5 July 1948, the NHS …".</summary>
    public static bool IsOfLaterThing(Reading text, int from, int end)
    {
        if (text.IsWord(from - 2) || !text.IsMark(end, ',') || !text.IsWord(end + 1, Determiners))
            return false;
        return text.IsWord(end + 2, Things) || text.IsWord(end + 3, Things);
    }

    /// <summary>Whether what was born, or has the birthday, is a thing: the noun before, unless a preposition leads to it.</summary>
    public static bool IsOfThing(Reading text, int token)
    {
        if (text.IsMark(token - 1, ',') && text.IsCapital(token - 2) && !text.IsWord(token - 2, Things) && !text.IsWord(token - 3, Determiners))
            return false;
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
            else if (IsPerson(text, back) || (text.IsCapital(back) && text.Span(back).EndsWith("'s") && !text.IsWord(back - 1, Determiners)))
                thing ??= false;
        }
        return thing == true;
    }

    /// <summary>"our birthday", "our second birthday", "its 5th birthday": nobody's own.</summary>
    public static bool IsOurs(Reading text, int birthday)
    {
        var back = birthday - 1;
        if (text.IsWord(back, Ordinals))
            back -= text.IsNumber(back - 1) ? 2 : 1;
        return text.IsWord(back) && text.Span(back) is "our" or "its";
    }

    public static bool IsPerson(Reading text, int token) => text.IsWord(token, Persons);
}
