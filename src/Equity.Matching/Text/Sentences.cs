namespace Equity.Matching;

/// <summary>Cuts a text into pieces that can be quoted: every piece is an exact substring.</summary>
internal static class Sentences
{
    /// <summary>A quote is at most this long, in chars; a longer sentence is cut at a word.</summary>
    public const int Longest = 300;

    /// <summary>The sentences in their order, trimmed, none empty, none longer than <see cref="Longest"/>.</summary>
    public static IEnumerable<string> Of(string text) => Whole(text).Select(Cut);

    /// <summary>The sentences in their order, trimmed, none empty, however long.</summary>
    public static IEnumerable<string> Whole(string text)
    {
        var start = 0;
        for (var end = 1; end <= text.Length; end++)
        {
            if (end < text.Length && !EndsAt(text, end)) continue;
            var sentence = text[start..end].Trim();
            if (sentence.Length > 0) yield return sentence;
            start = end;
        }
    }

    /// <summary>The whole text when it is short enough to quote, else its best sentence.</summary>
    public static IEnumerable<string> OrWhole(string text) => text.Length <= Longest ? [text] : Of(text);

    /// <summary>A sentence ends before a blank that follows . ! ? … (and perhaps a closing quote), unless a small letter goes on; and at a line's end.</summary>
    private static bool EndsAt(string text, int end)
    {
        if (text[end] is '\n' or '\r') return true;
        if (!char.IsWhiteSpace(text[end])) return false;
        var last = end - 1;
        while (last > 0 && text[last] is '”' or '’' or '"' or '\'' or ')') last--;
        if (text[last] is not ('.' or '!' or '?' or '…')) return false;
        var next = end;
        while (next < text.Length && char.IsWhiteSpace(text[next])) next++;
        return next == text.Length || !char.IsLower(text[next]);
    }

    private static string Cut(string sentence)
    {
        if (sentence.Length <= Longest) return sentence;
        var blank = sentence.LastIndexOf(' ', Longest);
        var end = blank > Longest / 2 ? blank : Longest;
        return sentence[..(char.IsHighSurrogate(sentence[end - 1]) ? end - 1 : end)];
    }
}
