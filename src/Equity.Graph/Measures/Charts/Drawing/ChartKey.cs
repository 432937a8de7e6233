using System.Xml.Linq;

namespace Equity.Graph.Measures.Charts.Drawing;

/// <summary>What the lines and marks of charts mean: only those that are there.</summary>
internal static class ChartKey
{
    private const double LineHeight = 20, Sample = 30, Apart = 18;

    /// <summary>Draws it in rows between left and right from the middle y on, and says where the next row would be.</summary>
    public static double Draw(List<XElement> content, IReadOnlyCollection<ProcessChart> charts, double y, double left, double right)
    {
        var x = left;
        foreach (var (words, sample) in Entries(charts))
        {
            var width = Sample + (words.Length * 7) + Apart;
            if (x > left && x + width - Apart > right) (x, y) = (left, y + LineHeight);
            content.AddRange(sample(x, y));
            content.Add(Svg.Text(words, x + Sample, y + 4));
            x += width;
        }
        return x > left ? y + LineHeight : y;
    }

    private static IEnumerable<(string Words, Func<double, double, IEnumerable<XElement>> Sample)> Entries(IReadOnlyCollection<ProcessChart> charts)
    {
        ChartPoint[] points = [.. charts.SelectMany(chart => chart.Points)];
        var method = charts.FirstOrDefault()?.Method ?? ChartMethod.Xmr;
        Func<double, double, IEnumerable<XElement>> Line(string colour, string dashes) => (x, y) => [Svg.Line($"M{Svg.Number(x)} {Svg.Number(y)}h24", colour, 1.4, dashes)];
        if (charts.Any(chart => chart.Points.Any(point => point.Centre is not null) && !chart.Points.Any(point => point.Signals.Contains(Signal.FewCrossings)))) yield return (method == ChartMethod.Run ? "median" : "average", Line(Svg.Ink, ""));
        if (points.Any(point => point.Upper is not null)) yield return ("limits", Line(Svg.Grey, "5 4"));
        if (points.Any(point => point.Phase > 0)) yield return ("new start", (x, y) => [Svg.Line($"M{Svg.Number(x + 12)} {Svg.Number(y - 7)}v14", Svg.Grey, 1, "1 3")]);
        foreach (var mark in points.SelectMany(point => point.Signals).Distinct().Order().Select(signal => SignalMark.Of(signal, method)))
        {
            yield return (mark.Words, (x, y) => mark.Corners is null
                ? Line(Svg.Ink, "10 3 2 3")(x, y)
                : [.. mark.At(x + 7, y), Svg.Letter(mark.Letter, x + 21, y + 4)]);
        }
    }
}
