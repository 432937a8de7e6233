using System.Globalization;
using System.Text;

namespace Equity.Graph.Persistence.Exchange.Reading;

/// <summary>What there is to say about an input, place by place. Keeps the first 1,000 and counts the rest, so that a hostile file cannot fill the memory.</summary>
internal sealed class Remarks
{
    /// <summary>The most that are kept and printed.</summary>
    public const int Max = 1_000;

    private readonly List<(Place Place, string Text)> kept = [];

    /// <summary>How many there were.</summary>
    public int Count { get; private set; }

    /// <summary>Notes one: the place, and the end of a sentence that starts with it.</summary>
    public void Add(Place place, string text)
    {
        Count++;
        if (kept.Count < Max)
            kept.Add((place, text));
    }

    /// <summary>The lines to print, in the order of the input: "teams.jsonl:3: stage: is required".</summary>
    public IReadOnlyList<string> Lines()
    {
        var files = kept.Select(one => one.Place.File).Distinct().ToList();
        var lines = kept.OrderBy(one => files.IndexOf(one.Place.File)).ThenBy(one => one.Place.Line).Select(one => Printable($"{one.Place}: {one.Text}")).ToList();
        if (Count > kept.Count)
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"… and {Count - kept.Count:N0} more."));
        return lines;
    }

    /// <summary>What was read is quoted; nothing in it may move the terminal's cursor or turn its writing round.</summary>
    private static string Printable(string text)
    {
        var printable = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (char.GetUnicodeCategory(letter) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
                printable.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}");
            else
                printable.Append(letter);
        }
        return printable.ToString();
    }
}
