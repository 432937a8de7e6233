namespace Equity.Graph.Screening;

/// <summary>The digits from a group on, as far as joints and not words join them.</summary>
internal readonly ref struct PhoneDigits
{
    /// <summary>The most digits that are looked at: 0044, a 0 in brackets, the number.</summary>
    public const int MaxDigits = 16;

    private readonly Reading text;
    private readonly int first;

    /// <param name="text">The text.</param>
    /// <param name="first">The first group.</param>
    /// <param name="room">Where the digits are put.</param>
    public PhoneDigits(Reading text, int first, Span<char> room)
    {
        var length = 0;
        (this.text, this.first) = (text, first);
        for (var group = first; group < text.Groups.Count && (group == first || text.Groups[group].Before < Joint.Comma); group++)
        {
            var one = text.Groups[group];
            if (length + one.Length > MaxDigits)
                break;
            text.Letters[one.Start..one.End].CopyTo(room[length..]);
            length += one.Length;
            Groups++;
        }
        All = room[..length];
    }

    public ReadOnlySpan<char> All { get; }

    public int Groups { get; }

    /// <summary>How many digits its first group has.</summary>
    public int Starts => text.Groups[first].Length;

    public int Token => text.Groups[first].Token;

    public int Start => text.Groups[first].Start;

    /// <summary>Whether so many digits end where a group ends.</summary>
    public bool EndsAt(int count) => count <= All.Length && GroupAt(count).Ends;

    public int End(int count) => text.Groups[GroupAt(count).Group].End;

    public int TokenAt(int count) => text.Groups[GroupAt(count).Group].Token;

    /// <summary>Whether so many digits are grouped as a telephone number is, not as a date or a list.</summary>
    public bool IsInGroups(Reading text, int count)
    {
        var last = GroupAt(count).Group;
        var one = text.Groups[first];
        if (one.Length >= 3 || last - first + 1 == count)
            return true;
        if (one.Length == 1)
            return text.IsMark(one.Token + 1, ')') || text.Groups[first + 1].Length >= 3;
        var second = text.Groups[first + 1];
        return second.Length > 2 || !WrittenDate.IsDay(text.Letters[one.Start..one.End], text.Letters[second.Start..second.End]);
    }

    /// <summary>"0.5 1.0 1.5", or what follows the dot of its first.</summary>
    public bool AreDecimals(Reading text)
    {
        if (text.Groups[first].Length > 2)
            return false;
        var (dots, blanks) = (0, 0);
        for (var group = first; group < first + Groups; group++)
        {
            dots += text.Groups[group].Before == Joint.Dot ? 1 : 0;
            blanks += text.Groups[group].Before == Joint.Blank ? 1 : 0;
        }
        return dots >= 2 && blanks >= 2;
    }

    /// <summary>"0.9134567891".</summary>
    public bool IsShare(Reading text) =>
        Starts == 1 && Groups > 1 && text.Groups[first + 1] is { Before: Joint.Dot, Length: > 4 } fraction && text[fraction.Token].IsTight && text[fraction.Token - 1].IsTight;

    /// <summary>"02 03 2026 112", "02.03.26 14 30", "01/12 08/12 15/12".</summary>
    public bool AreDate(Reading text)
    {
        if (Groups < 4)
            return false;
        var (day, month, year) = (text.Groups[first], text.Groups[first + 1], text.Groups[first + 2]);
        if (!WrittenDate.IsDay(text.Letters[day.Start..day.End], text.Letters[month.Start..month.End]))
            return false;
        if (month.Before is Joint.Slash or Joint.Dot or Joint.Hyphen && year.Before is Joint.Blank)
            return true;
        return year.Length == 4 ? text.Letters[year.Start..year.End][..2] is "19" or "20"
            : year.Length == 2 && month.Before == year.Before && month.Before is Joint.Slash or Joint.Dot or Joint.Hyphen && text.Groups[first + 3].Before != year.Before;
    }

    /// <summary>"2023/24".</summary>
    public bool IsYear(Reading text) => text.Groups[first].Length == 4 && All[..2] is "19" or "20";

    private (int Group, bool Ends) GroupAt(int count)
    {
        var group = first;
        var sum = text.Groups[group].Length;
        while (sum < count)
            sum += text.Groups[++group].Length;
        return (group, sum == count);
    }
}
