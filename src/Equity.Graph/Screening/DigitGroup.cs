using System.Buffers;

namespace Equity.Graph.Screening;

/// <summary>What stands between two numbers.</summary>
internal enum Joint : byte
{
    /// <summary>Blanks or a new line only.</summary>
    Blank,
    Hyphen,
    Dot,
    Slash,
    Underscore,

    /// <summary>Brackets, perhaps with a hyphen or a dot.</summary>
    Bracket,

    /// <summary>A comma, a colon or a plus without a blank: seldom within a number.</summary>
    Comma,

    /// <summary>A comma and a blank, as in a list.</summary>
    List,

    /// <summary>Words, or more than belongs into one number.</summary>
    Break,
}

/// <summary>Digits that stand together: a whole number or a part of one that is written in groups.</summary>
/// <param name="Token">Its token.</param>
/// <param name="Start">Its first letter.</param>
/// <param name="End">The letter after its last.</param>
/// <param name="Before">What stands between the group before and this one.</param>
/// <param name="OnNewLine">Whether a new line stands there.</param>
internal readonly record struct DigitGroup(int Token, int Start, int End, Joint Before, bool OnNewLine)
{
    /// <summary>The most letters between two groups of one number.</summary>
    private const int MaxBetween = 6;

    private static readonly SearchValues<char> BracketMarks = SearchValues.Create("()[]-. \n");

    public int Length => End - Start;

    /// <summary>The groups of a text.</summary>
    public static List<DigitGroup> Of(Reading text)
    {
        var groups = new List<DigitGroup>();
        var last = 0;
        for (var token = 0; token < text.Count; token++)
        {
            if (!text.IsNumber(token))
                continue;
            var (start, end) = (text[token].Start, text[token].End);
            var between = text.Letters[last..start];
            groups.Add(new DigitGroup(token, start, end, groups.Count == 0 ? Joint.Break : JointOf(between), between.Length <= MaxBetween && between.Contains('\n')));
            last = end;
        }
        return groups;
    }

    private static Joint JointOf(ReadOnlySpan<char> between)
    {
        if (between.Length > MaxBetween)
            return Joint.Break;
        var marks = between.Trim(" \n");
        if (marks.IsEmpty)
            return Joint.Blank;
        if (marks is "," or ":" or "+")
            return between.Length == 1 ? Joint.Comma : marks is "," ? Joint.List : Joint.Break;
        if (!marks.ContainsAnyExcept(BracketMarks) && marks.IndexOfAny("()[]") >= 0)
            return Joint.Bracket;
        return marks switch
        {
            "-" or "--" => Joint.Hyphen,
            "." => Joint.Dot,
            "/" or "\\" or "|" => Joint.Slash,
            "_" => Joint.Underscore,
            _ => Joint.Break,
        };
    }
}
