using System.Xml.Linq;

namespace Equity.Graph.Measures.Charts.Drawing;

/// <summary>A chart in a frame, on axes that it may share with others.</summary>
/// <param name="Chart">What is drawn.</param>
/// <param name="Days">The axis below.</param>
/// <param name="Numbers">The axis on the left.</param>
/// <param name="Times">What numbers are multiplied by: 100 for percentages.</param>
internal sealed record ChartPanel(ProcessChart Chart, Scale Days, Scale Numbers, double Times)
{
    /// <summary>How far the ends of the left axis are from the frame, for marks and letters.</summary>
    private const double Inset = 12;

    public double Left { get; init; }

    public double Right { get; init; }

    public double Top { get; init; }

    public double Bottom { get; init; }

    /// <summary>The axes, then the lines, then the points, so that nothing hides a point.</summary>
    public IEnumerable<XElement> Draw() => [.. Axes(), .. Starts(), .. Lines(), .. Values(), .. Marks()];

    private double X(ChartPoint point) => Days.Place(point.Date.DayNumber, Left + Inset, Right - Inset);

    private double Y(double number) => Numbers.Place(number * Times, Bottom - Inset, Top + Inset);

    private IEnumerable<XElement> Axes()
    {
        foreach (var (at, label) in Numbers.Ticks)
        {
            var y = Numbers.Place(at, Bottom - Inset, Top + Inset);
            yield return Svg.Line($"M{Svg.Number(Left)} {Svg.Number(y)}H{Svg.Number(Right)}", Svg.Faint, 1);
            yield return Svg.Text(label, Left - 6, y + 4, anchor: "end");
        }
        foreach (var (at, label) in Days.Ticks)
        {
            var x = Days.Place(at, Left + Inset, Right - Inset);
            yield return Svg.Line($"M{Svg.Number(x)} {Svg.Number(Bottom)}v5", Svg.Grey, 1);
            yield return Svg.Text(label, x, Bottom + 18, anchor: "middle");
        }
        if (Chart.Points.All(point => point.Centre is null)) yield return Svg.Text(Chart.Points.Any(point => point.Value is not null) ? "no average or limits" : "no figures to show", Right, Top + 4, anchor: "end");
        yield return Svg.Line($"M{Svg.Number(Left)} {Svg.Number(Top)}V{Svg.Number(Bottom)}H{Svg.Number(Right)}", Svg.Grey, 1);
    }

    /// <summary>A dotted upright line where a new phase begins.</summary>
    private IEnumerable<XElement> Starts() => Chart.Points.Zip(Chart.Points.Skip(1))
        .Where(pair => pair.First.Phase < pair.Second.Phase)
        .Select(pair => Svg.Line($"M{Svg.Number((X(pair.First) + X(pair.Second)) / 2)} {Svg.Number(Top)}V{Svg.Number(Bottom)}", Svg.Grey, 1, "1 3"));

    private IEnumerable<XElement> Lines()
    {
        var isCrossedSeldom = Chart.Points.Any(point => point.Signals.Contains(Signal.FewCrossings));
        return [
            .. Along(point => point.Centre, Svg.Ink, 1.2, isCrossedSeldom ? "10 3 2 3" : ""),
            .. Along(point => point.Lower, Svg.Grey, 1.4, "5 4"),
            .. Along(point => point.Upper, Svg.Grey, 1.4, "5 4")];
    }

    /// <summary>A level line over the points of each phase, that steps half way between two points, and stops where there is none.</summary>
    private IEnumerable<XElement> Along(Func<ChartPoint, double?> line, string colour, double width, string dashes)
    {
        var path = "";
        double? level = null;
        foreach (var (i, point) in Chart.Points.Index())
        {
            var next = i + 1 < Chart.Points.Count && Chart.Points[i + 1].Phase == point.Phase ? Chart.Points[i + 1] : null;
            if (line(point) is not { } number)
            {
                level = null;
                continue;
            }
            var end = next is null ? X(point) : (X(point) + X(next)) / 2;
            if (level is null) path += $"M{Svg.Number(i > 0 && Chart.Points[i - 1].Phase == point.Phase ? (X(Chart.Points[i - 1]) + X(point)) / 2 : X(point))} {Svg.Number(Y(number))}";
            else if (level != number) path += $"V{Svg.Number(Y(number))}";
            if (next is null || line(next) != number) path += $"H{Svg.Number(end)}";
            level = next is null ? null : number;
        }
        if (path.Length > 0) yield return Svg.Line(path, colour, width, dashes);
    }

    /// <summary>The line from value to value, which a gap interrupts, and a dot for each.</summary>
    private IEnumerable<XElement> Values()
    {
        var path = string.Concat(Chart.Points.Index().Where(point => point.Item.Value is not null)
            .Select(point => $"{(point.Index > 0 && Chart.Points[point.Index - 1].Value is not null ? 'L' : 'M')}{Svg.Number(X(point.Item))} {Svg.Number(Y(point.Item.Value!.Value))}"));
        if (path.Length > 0) yield return Svg.Line(path, Svg.Grey, 1.5);
        foreach (var point in Chart.Points.Where(point => point.Value is not null))
            yield return Svg.Element("circle", Svg.Set("cx", X(point)), Svg.Set("cy", Y(point.Value!.Value)), Svg.Set("r", 2.6), Svg.Set("fill", Svg.Grey));
    }

    /// <summary>The shape of the weightiest signal of each point, smaller where points are close, and on top of all its letter, where it hides no point and the one before is not too close.</summary>
    private IEnumerable<XElement> Marks()
    {
        var size = Math.Clamp((Right - Left - (2 * Inset)) / Math.Max(1, Chart.Points.Count - 1) / 13, 0.6, 1);
        var letters = new List<XElement>();
        var written = double.NegativeInfinity;
        foreach (var point in Chart.Points.Where(point => point.Value is not null && point.Signals is [not Signal.FewCrossings, ..]))
        {
            var mark = SignalMark.Of(point.Signals[0], Chart.Method);
            var (x, y) = (X(point), Y(point.Value!.Value));
            foreach (var shape in mark.At(x, y, size)) yield return shape;
            if (x - written < 10 || Baselines(y, point.Value >= point.Centre).Where(baseline => HidesNoPoint(x, baseline)).Cast<double?>().FirstOrDefault() is not { } free) continue;
            letters.Add(Svg.Letter(mark.Letter, x, free));
            written = x;
        }
        foreach (var letter in letters) yield return letter;
    }

    /// <summary>Where the letter of a point may stand: rather on the side away from the average.</summary>
    private static double[] Baselines(double y, bool isAbove) => isAbove ? [y - 10, y + 19] : [y + 19, y - 10];

    /// <summary>Whether a letter whose middle is 4 above its baseline stands clear of all points.</summary>
    private bool HidesNoPoint(double x, double baseline) =>
        !Chart.Points.Any(point => point.Value is { } value && Math.Abs(X(point) - x) < 9 && Math.Abs(Y(value) - (baseline - 4)) < 11);
}
