using System.Text;

namespace Equity.Graph.Pages.Pictures;

/// <summary>A value in a picture.</summary>
/// <param name="Label">What it is of.</param>
/// <param name="Value">The value; null where there is none, or it is hidden.</param>
/// <param name="Hidden">Whether it is hidden.</param>
public sealed record Mark(string Label, double? Value, bool Hidden)
{
    /// <summary>The line through the values, broken where there is none.</summary>
    internal static string Line(IReadOnlyList<Mark> marks, Func<int, double> x, Func<double, double> y)
    {
        var line = new StringBuilder();
        foreach (var (place, mark) in marks.Index())
        {
            if (mark.Value is { } value)
                line.Append(place > 0 && marks[place - 1].Value is not null ? 'L' : 'M').Append(Pen.At(x(place))).Append(' ').Append(Pen.At(y(value)));
        }
        return line.ToString();
    }
}
