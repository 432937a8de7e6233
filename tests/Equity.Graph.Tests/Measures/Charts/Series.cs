using Equity.Graph.Measures;
using Equity.Graph.Measures.Charts;

namespace Equity.Graph.Tests.Measures.Charts;

/// <summary>Short ways to a chart of figures that come month by month from January 2023.</summary>
internal static class Series
{
    public static readonly ChartOrder Xmr = new(ChartMethod.Xmr, Direction.Lower, "days"), Run = Xmr with { Method = ChartMethod.Run },
        P = Xmr with { Method = ChartMethod.P }, PPrime = Xmr with { Method = ChartMethod.PPrime };

    /// <summary>The first day of the month that a point is of.</summary>
    public static DateOnly Month(int point) => new DateOnly(2023, 1, 1).AddMonths(point);

    /// <summary>Figures that are not parts of anything; null for a gap.</summary>
    public static ChartValue[] Of(params double?[] figures) => [.. figures.Select((figure, i) => new ChartValue(Month(i), figure, 1))];

    /// <summary>Parts and their wholes.</summary>
    public static ChartValue[] Parts(params (double? Part, double? Whole)[] parts) => [.. parts.Select((part, i) => new ChartValue(Month(i), part.Part, part.Whole))];

    public static ProcessChart Chart(this ChartOrder order, params double?[] figures) => order.Chart(Of(figures));

    public static ProcessChart Chart(this ChartOrder order, ChartValue[] values) => ProcessChart.Of(values, order, "Days waited");

    /// <summary>The numbers of the points that have a signal.</summary>
    public static int[] At(this ProcessChart chart, Signal signal) =>
        [.. chart.Points.Index().Where(point => point.Item.Signals.Contains(signal)).Select(point => point.Index)];
}
