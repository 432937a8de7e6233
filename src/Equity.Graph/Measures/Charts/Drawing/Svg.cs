using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Equity.Graph.Measures.Charts.Drawing;

/// <summary>The few elements of SVG that charts are made of, black to grey on white. Numbers are invariant, with two decimals at most; texts are escaped.</summary>
internal static class Svg
{
    /// <summary>Colours that tell nothing on their own: of text and marks, of lines, of the grid.</summary>
    public const string Ink = "#14213d", Grey = "#566570", Faint = "#d5dade";

    private static readonly XNamespace Space = "http://www.w3.org/2000/svg";

    public static XElement Element(string name, params object[] content) => new(Space + name, content);

    public static XAttribute Set(string name, double value) => new(name, Number(value));

    public static XAttribute Set(string name, string value) => new(name, value);

    /// <summary>A coordinate.</summary>
    public static string Number(double value) => Math.Round(value, 2) is var rounded && rounded == 0 ? "0" : rounded.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>A line of text that starts, ends or has its middle (anchor) at x, on the baseline y.</summary>
    public static XElement Text(string text, double x, double y, int size = 12, string anchor = "start", bool isBold = false) => Element("text",
        Set("x", x), Set("y", y), Set("font-size", size), anchor == "start" ? [] : new[] { Set("text-anchor", anchor) },
        isBold ? new[] { Set("font-weight", "bold") } : [], Set("fill", Ink), text);

    /// <summary>A letter on top of lines, with a white edge.</summary>
    public static XElement Letter(string letter, double x, double y) => Element("text", Set("x", x), Set("y", y), Set("font-size", 12), Set("text-anchor", "middle"),
        Set("font-weight", "bold"), Set("fill", Ink), Set("stroke", "#fff"), Set("stroke-width", 3), Set("paint-order", "stroke"), letter);

    /// <summary>A line along a path, dashed unless there are no dashes.</summary>
    public static XElement Line(string path, string colour, double width, string dashes = "") => Element("path",
        Set("d", path), Set("fill", "none"), Set("stroke", colour), Set("stroke-width", width), dashes.Length == 0 ? [] : new[] { Set("stroke-dasharray", dashes) });

    /// <summary>People's free text on one line, without characters that XML cannot hold.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder();
        foreach (var rune in text.EnumerateRunes().Where(rune => !rune.IsBmp || Rune.IsControl(rune) || XmlConvert.IsXmlChar((char)rune.Value)))
            plain.Append(Rune.IsControl(rune) ? " " : rune.ToString());
        return string.Join(' ', plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Plain text in lines of at most so many characters; a word that is longer is cut.</summary>
    public static IReadOnlyList<string> Wrap(string text, int most)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in Plain(text).Split(' ').SelectMany(word => Cut(word, most)))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > most)
            {
                lines.Add(line);
                line = "";
            }
            line = line.Length == 0 ? word : $"{line} {word}";
        }
        return line.Length == 0 ? lines : [.. lines, line];
    }

    private static IEnumerable<string> Cut(string word, int most)
    {
        while (word.Length > most)
        {
            var end = char.IsHighSurrogate(word[most - 1]) ? most - 1 : most;
            yield return word[..end];
            word = word[end..];
        }
        yield return word;
    }
}
