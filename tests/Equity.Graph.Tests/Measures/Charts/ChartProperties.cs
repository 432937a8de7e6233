using System.Xml.Linq;
using Equity.Graph.Measures.Charts;
using FsCheck.Xunit;

namespace Equity.Graph.Tests.Measures.Charts;

/// <summary>What holds for whatever figures.</summary>
public class ChartProperties
{
    private static readonly ChartOrder[] Orders = [Series.Xmr, Series.Run, Series.P, Series.PPrime];

    [Property]
    public void Nothing_is_ever_NaN_or_infinite((double? Part, double? Whole)[] parts, byte baseline, byte rebase)
    {
        foreach (var order in Orders)
        {
            var chart = (order with { LeastPoints = 1, BaselinePoints = baseline == 0 ? null : baseline, Rebases = [Series.Month(rebase)] }).Chart(Series.Parts(parts));
            Assert.All(chart.Points.SelectMany(point => new[] { point.Value, point.Centre, point.Lower, point.Upper }).OfType<double>(), number => Assert.True(double.IsFinite(number)));
            Assert.All(chart.Points, point => Assert.True(point.Lower is null == point.Upper is null && !(point.Lower > point.Upper)));
            Assert.DoesNotContain("NaN", Picture(chart));
        }
    }

    [Property]
    public void Shifting_the_figures_shifts_the_lines_and_flags_the_same_points(short?[] figures, short by) =>
        Moves(figures, figure => figure + by, number => number + by);

    [Property]
    public void Scaling_the_figures_scales_the_lines_and_flags_the_same_points(short?[] figures, byte times) =>
        Moves(figures, figure => figure * (times + 1), number => number * (times + 1));

    [Property]
    public void Turning_the_figures_upside_down_flags_the_same_points(short?[] figures)
    {
        foreach (var order in Orders.Take(2))
        {
            var (one, other) = (Chart(order, figures, figure => figure), Chart(order, figures, figure => -figure));
            Assert.Equal(one.Points.Select(point => point.Signals), other.Points.Select(point => point.Signals));
        }
    }

    [Property]
    public void Running_the_figures_backwards_has_the_same_lines_and_flags_the_mirrored_points(short?[] figures)
    {
        foreach (var order in Orders.Take(2))
        {
            var (one, other) = (Chart(order, figures, figure => figure), Chart(order, [.. figures.Reverse()], figure => figure));
            Assert.Equal(one.Points.Select(point => point.Signals), other.Points.Reverse().Select(point => point.Signals));
            Assert.Equal(one.Centre ?? 0, other.Centre ?? 0, 1e-6);
        }
    }

    [Property]
    public void The_order_in_which_values_come_is_nothing((double? Part, double? Whole)[] parts)
    {
        var values = Series.Parts(parts);
        foreach (var order in Orders)
            Assert.Equal(Picture(order.Chart(values)), Picture(order.Chart([.. values.Reverse()])));
    }

    [Property]
    public void A_gap_has_no_signal(short?[] figures)
    {
        var chart = Chart(Series.Xmr, figures, figure => figure);
        Assert.All(chart.Points.Where(point => point.Value is null), point => Assert.Empty(point.Signals));
    }

    [Property]
    public void Whatever_it_is_called_a_picture_is_well_formed(string? name, string? unit) =>
        XDocument.Parse(ChartPicture.Of(name ?? "", ProcessChart.Of(Series.Of(1, 2, 3), Series.Xmr with { Unit = unit ?? "" }, name ?? "")));

    private static void Moves(short?[] figures, Func<double?, double?> move, Func<double?, double?> line)
    {
        foreach (var order in Orders.Take(2))
        {
            var (before, after) = (Chart(order, figures, figure => figure), Chart(order, figures, move));
            Assert.All(before.Points.Zip(after.Points), pair =>
            {
                Assert.Equal(line(pair.First.Centre) ?? 0, pair.Second.Centre ?? 0, 1e-5);
                Assert.Equal(line(pair.First.Lower) ?? 0, pair.Second.Lower ?? 0, 1e-5);
                Assert.Equal(line(pair.First.Upper) ?? 0, pair.Second.Upper ?? 0, 1e-5);
                Assert.Equal(pair.First.Signals, pair.Second.Signals);
            });
        }
    }

    private static ProcessChart Chart(ChartOrder order, short?[] figures, Func<double?, double?> moved) =>
        (order with { LeastPoints = 3 }).Chart(Series.Of([.. figures.Select(figure => moved(figure))]));

    private static string Picture(ProcessChart chart) => ChartPicture.Of("Days waited", chart) + ChartPicture.Multiples("Days waited", [("All", chart)]);
}
