using static Equity.Graph.Screening.StreetWords;

namespace Equity.Graph.Screening;

/// <summary>Reads the name of a street from its first word on, and the number of a house.</summary>
internal static class StreetNames
{
    /// <summary>The most words of a street's name, before "Road" or the like.</summary>
    private const int MaxName = 4;

    /// <summary>How sure the last word of a name makes a street of it.</summary>
    public enum Ending
    {
        None,
        Suffix,
        Building,
        Street,
    }

    /// <summary>The token after a house's number, its letter and its range.</summary>
    public static int AfterNumber(Reading text, int number)
    {
        var next = AfterLetter(text, number + 1);
        if (!text.IsMark(next, "-/"))
            return next;
        if (text.IsNumber(next + 1) && text[next + 1].Length <= 4)
            return AfterLetter(text, next + 2);
        return text[next + 1] is { Kind: TokenKind.Word, Length: 1, IsTight: true } ? next + 2 : next;
    }

    private static int AfterLetter(Reading text, int token) =>
        text[token] is { Kind: TokenKind.Word, Length: 1 } && (text[token].IsTight || text.IsMark(token + 1, ',') || (text.IsCapital(token) && text.IsCapital(token + 1) && text.Span(token) is "a" or "b" or "c"))
            ? token + 1 : token;

    /// <summary>Whether a name ends as a street or a building, and the token after it.</summary>
    public static int? EndOfStreet(Reading text, int name, bool small) => EndOfName(text, name, small) is { Kind: >= Ending.Building } one ? one.End : null;

    /// <summary>The token after the word that makes a street of a name, at most five words on, or after the name itself.</summary>
    public static (int End, Ending Kind)? EndOfName(Reading text, int name, bool small)
    {
        if (text.IsWord(name, Beginnings) && text.IsWord(name + 1) && (!text.IsCapital(name) || text.IsCapital(name + 1) || text.IsWord(name + 1, Joining)))
            return (text.IsWord(name + 1, Joining) && text.IsWord(name + 2) ? AfterJoining(text, name + 2) : name + 2, Ending.Street);
        var (end, kind) = ((int?)null, Ending.None);
        for (var (token, words) = (name, 0); words <= MaxName && text.IsWord(token); words++)
        {
            var one = KindOf(text, token, words);
            if ((text.IsWord(token, "court") && text.IsWord(token - 1, Courts)) || (words > 0 && text[token].Before == Space.Line && one < Ending.Building))
                break;
            if (one > Ending.None && one >= kind)
                (end, kind) = (token + 1, one);
            else if (kind >= Ending.Building || IsNoName(text, token, small) || (!small && !text.IsCapital(token) && ((words == 0 && !IsThe(text, token)) || !text.IsWord(token, Joining))))
                break;
            else if (kind == Ending.None && text.IsCapital(token))
                end = token + 1;
            token++;
            if ((text.IsMark(token, "-'_") && text[token].IsTight) || (text.IsMark(token, '.') && text[token - 1].Length <= 2))
                token++;
        }
        return end is { } last ? (last, kind) : null;
    }

    private static int AfterJoining(Reading text, int token) => text.IsWord(token, Joining) && text.IsWord(token + 1) ? token + 2 : token + 1;

    private static bool IsThe(Reading text, int token) => text.IsWord(token, "the") && text.IsCapital(token + 1);

    private static bool IsNoName(Reading text, int token, bool small) =>
        text.IsWord(token, NoNames) && !(!small && text.IsCapital(token) && text.IsWord(token, LargeNames)) && !(!small && !text.IsCapital(token) && text.IsWord(token, Joining));

    private static Ending KindOf(Reading text, int token, int words)
    {
        if (IsGlued(text, token) || (words > 0 && HasTail(text, token)))
            return Ending.Street;
        if (words == 0)
            return text.IsCapital(token) && EndsAsStreet(text.Span(token)) ? Ending.Suffix : Ending.None;
        if (text.Span(token) is "st" or "saint" && text.IsCapital(token + 1) && !text.IsMark(token + 1, ','))
            return Ending.None;
        if (text.IsWord(token, Streets))
            return Ending.Street;
        return text.IsWord(token, Buildings) ? Ending.Building : text.IsCapital(token) && EndsAsStreet(text.Span(token)) ? Ending.Suffix : Ending.None;
    }
}
