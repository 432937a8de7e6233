using System.Xml.Linq;

namespace Equity.Graph.Measures.Charts.Drawing;

/// <summary>How a signal is told from others without colour: by a shape and a letter.</summary>
/// <param name="Letter">Beside the shape, and in the key; empty where there is no shape.</param>
/// <param name="Words">In the key, and in the description.</param>
/// <param name="Corners">The shape, as the corners around its middle; null where the whole line has the signal, and no point is marked.</param>
internal sealed record SignalMark(string Letter, string Words, (double X, double Y)[]? Corners)
{
    /// <summary>The mark of a signal on a chart.</summary>
    public static SignalMark Of(Signal signal, ChartMethod method)
    {
        var centre = method == ChartMethod.Run ? "median" : "average";
        return signal switch
        {
            Signal.OutsideLimits => new("O", "outside the limits", [(0, -7), (7, 0), (0, 7), (-7, 0)]),
            Signal.Trend => new("T", "trend", [(0, -7), (6.5, 5), (-6.5, 5)]),
            Signal.TwoOfThree => new("2", "2 of 3 close to a limit", [(-5, -5), (5, -5), (5, 5), (-5, 5)]),
            Signal.Shift => new("S", $"7 or more on one side of the {centre}", [(-6.5, 0), (-3.2, -5.6), (3.2, -5.6), (6.5, 0), (3.2, 5.6), (-3.2, 5.6)]),
            Signal.LongRun => new("R", $"long run on one side of the {centre}", [(0, 7), (6.5, -5), (-6.5, -5)]),
            _ => new("", $"{centre}, crossed less often than by chance", null),
        };
    }

    /// <summary>The shape around a point, in full size (1) or less; nothing for a signal of the whole line.</summary>
    public IEnumerable<XElement> At(double x, double y, double size = 1)
    {
        if (Corners is null) yield break;
        yield return Svg.Element("polygon", Svg.Set("fill", Svg.Ink), Svg.Set("stroke", "#fff"),
            Svg.Set("points", string.Join(' ', Corners.Select(corner => $"{Svg.Number(x + (corner.X * size))},{Svg.Number(y + (corner.Y * size))}"))));
    }
}
