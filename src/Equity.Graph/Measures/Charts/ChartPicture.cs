using System.Xml.Linq;
using Equity.Graph.Measures.Charts.Drawing;

namespace Equity.Graph.Measures.Charts;

/// <summary>
/// Charts as SVG, 640 wide and as high as it takes, that scales to any size. It has a title and a description, tells nothing by colour alone, prints in grey,
/// loads nothing and runs nothing. The same chart gives the same bytes. Names and units are people's free text, and are escaped.
/// </summary>
internal static class ChartPicture
{
    private const double Width = 640, Margin = 16, LineHeight = 17;

    /// <summary>How many characters are sure to fit across the picture, in bold 16, in 13 and in 12 px.</summary>
    private const int TitleLetters = 60, VerdictLetters = 80, SmallLetters = 88;

    /// <summary>One chart with its verdict, its key and its rules.</summary>
    /// <param name="title">What it is of.</param>
    /// <param name="chart">Any, without points too.</param>
    /// <param name="prefix">What the ids inside begin with, to be another one for each picture on a page: letters, digits and hyphens, a letter first.</param>
    public static string Of(string title, ProcessChart chart, string prefix = "chart")
    {
        var times = Times([chart]);
        var content = new List<XElement>();
        var y = Write(content, title, 28, 16, TitleLetters, isBold: true);
        y = Write(content, chart.Verdict, y + 2, 13, VerdictLetters);
        content.Add(Svg.Text(Axis(chart), Margin, y + 8));
        content.AddRange(new ChartPanel(chart, Scale.OfDays(Days([chart]), 8), Scale.Of(Numbers([chart], times)), times)
        {
            Left = 76,
            Right = Width - Margin,
            Top = y + 20,
            Bottom = y + 270,
        }.Draw());
        y = Write(content, chart.Rules, ChartKey.Draw(content, [chart], y + 314, Margin, Width - Margin) + 4, 12, SmallLetters);
        return Whole(prefix, title, ChartWords.Of(chart, times), y, content);
    }

    /// <summary>Charts beside and below each other in the given order, two a row, on the same axes, with one key. Their verdicts are in the description.</summary>
    /// <param name="title">What they are of.</param>
    /// <param name="charts">Any number, each with the name of its group.</param>
    /// <param name="prefix">As with one chart.</param>
    public static string Multiples(string title, IReadOnlyList<(string Name, ProcessChart Chart)> charts, string prefix = "charts")
    {
        const double height = 212, gap = 8;
        ProcessChart[] all = [.. charts.Select(chart => chart.Chart)];
        var times = Times(all);
        var (days, numbers) = (Scale.OfDays(Days(all), 4), Scale.Of(Numbers(all, times)));
        var content = new List<XElement>();
        var top = Write(content, title, 28, 16, TitleLetters, isBold: true);
        if (all.Length > 0) top = Write(content, Axis(all[0]), top, 12, SmallLetters);
        foreach (var (i, (name, chart)) in charts.Index())
        {
            var (left, y) = (i % 2 * (Width + gap) / 2, top + (i / 2 * height));
            if (Svg.Wrap(name, 34) is [var line, ..] lines) content.Add(Svg.Text(lines.Count == 1 ? line : $"{line}…", left + Margin, y + 12, 13, isBold: true));
            content.AddRange(new ChartPanel(chart, days, numbers, times)
            {
                Left = left + 68,
                Right = left + ((Width - gap) / 2) - 10,
                Top = y + 22,
                Bottom = y + 172,
            }.Draw());
        }
        var bottom = ChartKey.Draw(content, all, top + ((charts.Count + 1) / 2 * height) + 8, Margin, Width - Margin);
        return Whole(prefix, title, string.Join(' ', charts.Select(chart => (chart.Name == chart.Chart.Name ? "" : $"{chart.Name}: ") + ChartWords.Of(chart.Chart, times))), bottom, content);
    }

    private static string Whole(string prefix, string title, string description, double height, IEnumerable<XElement> content) => Svg.Element("svg",
        Svg.Set("viewBox", $"0 0 {Svg.Number(Width)} {Svg.Number(height)}"), Svg.Set("role", "img"), Svg.Set("aria-labelledby", $"{prefix}-title {prefix}-description"),
        Svg.Set("font-family", "system-ui, -apple-system, 'Segoe UI', Roboto, Arial, sans-serif"),
        Svg.Element("title", Svg.Set("id", $"{prefix}-title"), Svg.Plain(title)),
        Svg.Element("desc", Svg.Set("id", $"{prefix}-description"), Svg.Plain(description)),
        Svg.Element("rect", Svg.Set("width", Width), Svg.Set("height", height), Svg.Set("fill", "#fff")),
        content).ToString(SaveOptions.DisableFormatting);

    /// <summary>Writes lines from the baseline y on, and says where the next one would be.</summary>
    private static double Write(List<XElement> content, string text, double y, int size, int most, bool isBold = false)
    {
        foreach (var line in Svg.Wrap(text, most))
        {
            content.Add(Svg.Text(line, Margin, y, size, isBold: isBold));
            y += LineHeight + (size > 13 ? 4 : 0);
        }
        return y;
    }

    private static string Axis(ProcessChart chart) => Svg.Wrap(chart.Unit, SmallLetters) is [var unit, ..] ? unit : "";

    private static DateOnly[] Days(IEnumerable<ProcessChart> charts) => [.. charts.SelectMany(chart => chart.Points).Select(point => point.Date)];

    private static double[] Numbers(IEnumerable<ProcessChart> charts, double times) => [.. charts.SelectMany(chart => chart.Points)
        .SelectMany(point => new[] { point.Value, point.Centre, point.Lower, point.Upper }).OfType<double>().Select(number => number * times)];

    /// <summary>100 when all are in a percentage and all values are parts of 1.</summary>
    private static double Times(IReadOnlyCollection<ProcessChart> charts) =>
        charts.All(chart => chart.Unit.TrimStart().StartsWith('%') || chart.Unit.TrimStart().StartsWith("per cent", StringComparison.OrdinalIgnoreCase))
        && charts.SelectMany(chart => chart.Points).All(point => point.Value is null or (>= 0 and <= 1)) ? 100 : 1;
}
