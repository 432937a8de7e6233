using Equity.Graph.Measures.Charts;

namespace Equity.Graph.Tests.Measures.Charts;

/// <summary>Vectors worked by hand. A fifth of 100 has a standard deviation of √(0.2 × 0.8 / 100) = 0.04, of 400 one of 0.02.</summary>
public class ProportionsTests
{
    private static readonly (double?, double?)[] Fifths = [.. Enumerable.Repeat<(double?, double?)>((20, 100), 12)];

    [Fact]
    public void The_limits_are_three_standard_deviations_and_narrower_for_a_greater_whole()
    {
        var chart = Series.P.Chart(Series.Parts([.. Fifths, (80, 400)]));
        Assert.Equal((0.2, 0.08, 0.32), Rounded(chart.Points[0]));
        Assert.Equal((0.2, 0.14, 0.26), Rounded(chart.Points[12]));
    }

    [Fact]
    public void The_centre_is_all_parts_over_all_wholes() =>
        Assert.Equal(0.3, Series.P.Chart(Series.Parts([.. Fifths, (600, 1600)])).Centre!.Value, 1e-12);

    [Fact]
    public void A_point_outside_the_limits_is_flagged() => Assert.Equal([12], Fixed(Series.P, (33, 100)).At(Signal.OutsideLimits));

    [Fact]
    public void Limits_stay_within_none_and_all()
    {
        var chart = Series.P.Chart(Series.Parts([.. Enumerable.Repeat<(double?, double?)>((1, 2), 12)]));
        Assert.Equal((0.5, 0, 1), Rounded(chart.Points[0]));
    }

    [Theory, InlineData(0), InlineData(50)]
    public void Parts_that_are_all_nothing_or_all_the_whole_have_limits_that_equal_the_centre(double part)
    {
        foreach (var order in new[] { Series.P, Series.PPrime })
        {
            var chart = order.Chart(Series.Parts([.. Enumerable.Repeat<(double?, double?)>((part, 50), 12)]));
            Assert.Equal((part / 50, part / 50, part / 50), Rounded(chart.Points[0]));
            Assert.All(chart.Points, point => Assert.Empty(point.Signals));
        }
    }

    [Fact]
    public void Equal_parts_have_the_limits_of_chance_in_a_P_chart_and_none_to_either_side_in_a_P_prime_chart()
    {
        Assert.Equal((0.2, 0.08, 0.32), Rounded(Series.P.Chart(Series.Parts(Fifths)).Points[0]));
        Assert.Equal((0.2, 0.2, 0.2), Rounded(Series.PPrime.Chart(Series.Parts(Fifths)).Points[0]));
    }

    [Fact]
    public void The_limits_of_a_P_prime_chart_are_scaled_by_the_standardised_moving_range()
    {
        // 16 and 24 of 100 by turns: one standard deviation of 0.04 off, so that every moving range is 2.
        var chart = Series.PPrime.Chart(Series.Parts([.. Enumerable.Range(0, 12).Select(i => ((double?)(i % 2 == 0 ? 16 : 24), (double?)100))]));
        Assert.Equal(0.2 + (3 * 0.04 * 2 / 1.128), chart.Points[0].Upper!.Value, 1e-12);
    }

    [Fact]
    public void A_single_point_has_limits_in_a_P_chart_and_none_in_a_P_prime_chart()
    {
        Assert.Equal((0.2, 0.08, 0.32), Rounded((Series.P with { LeastPoints = 1 }).Chart(Series.Parts((20, 100))).Points[0]));
        var prime = (Series.PPrime with { LeastPoints = 1 }).Chart(Series.Parts((20, 100)));
        Assert.Equal((0.2, null, null), (prime.Points[0].Centre, prime.Points[0].Lower, prime.Points[0].Upper));
        Assert.Equal("Days waited: too few points side by side to show the usual ups and downs.", prime.Verdict);
    }

    [Fact]
    public void A_whole_of_nothing_is_a_gap_without_limits()
    {
        var gap = Series.P.Chart(Series.Parts([.. Fifths, (0, 0)])).Points[12];
        Assert.Equal((null, 0.2, null, null), (gap.Value, Math.Round(gap.Centre!.Value, 12), gap.Lower, gap.Upper));
    }

    [Theory, InlineData(101, 100), InlineData(-1, 100)]
    public void A_part_that_is_none_of_its_whole_gives_no_lines_and_says_so(double part, double whole)
    {
        var chart = Series.P.Chart(Series.Parts([.. Fifths, (part, whole)]));
        Assert.All(chart.Points, point => Assert.Null(point.Centre));
        Assert.Equal("Days waited: a part of it is greater than its whole or less than nothing, so that it cannot be charted as a part of a whole.", chart.Verdict);
    }

    [Fact]
    public void A_long_run_beside_the_average_is_flagged() =>
        Assert.Equal(Enumerable.Range(12, 8), Fixed(Series.P, [.. Enumerable.Repeat<(double?, double?)>((22, 100), 8), (19, 100), (21, 100), (19, 100), (21, 100)]).At(Signal.LongRun));

    /// <summary>Twelve fifths fix the lines, and these points follow.</summary>
    private static ProcessChart Fixed(ChartOrder order, params (double?, double?)[] parts) => (order with { BaselinePoints = 12 }).Chart(Series.Parts([.. Fifths, .. parts]));

    private static (double, double, double) Rounded(ChartPoint point) => (Math.Round(point.Centre!.Value, 12), Math.Round(point.Lower!.Value, 12), Math.Round(point.Upper!.Value, 12));
}
