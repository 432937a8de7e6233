namespace Equity.Graph.Screening;

/// <summary>Slips of the pen: a letter too many, too few, wrong or changed with the one beside it.</summary>
internal static class Slip
{
    /// <summary>Whether a word is another but for one slip after its first letter. A plural is none.</summary>
    public static bool IsOf(ReadOnlySpan<char> word, ReadOnlySpan<char> meant)
    {
        if (word.Length < 4 || Math.Abs(word.Length - meant.Length) > 1 || word[0] != meant[0] || (word.Length > meant.Length && word[^1] == 's'))
            return false;
        var same = word.CommonPrefixLength(meant);
        var rest = word[same..];
        var left = meant[same..];
        if (rest.IsEmpty || left.IsEmpty)
            return true;
        return (rest.Length - left.Length) switch
        {
            1 => rest[1..].SequenceEqual(left),
            -1 => rest.SequenceEqual(left[1..]),
            _ => rest[1..].SequenceEqual(left[1..]) || (rest.Length > 1 && rest[0] == left[1] && rest[1] == left[0] && rest[2..].SequenceEqual(left[2..])),
        };
    }

    /// <summary>Whether a word is one of some others but for one slip.</summary>
    public static bool IsOfAny(ReadOnlySpan<char> word, ReadOnlySpan<string> meant)
    {
        foreach (var one in meant)
        {
            if (IsOf(word, one))
                return true;
        }
        return false;
    }
}
