using Equity.Graph.Measures.Charts;

namespace Equity.Graph.Tests.Measures.Charts;

/// <summary>Vectors worked by hand: the average and the limits come from a baseline of ten that goes 9, 11, 9, 11: average 10, every moving range 2, limits 10 ± 5.32, near beyond 10 ± 3.547.</summary>
public class MakingDataCountTests
{
    private static readonly ChartOrder Order = Series.Xmr with { BaselinePoints = 10 };

    [Fact]
    public void The_limits_are_the_average_and_2_66_times_the_average_moving_range_on_either_side()
    {
        var point = After().Points[0];
        Assert.Equal([10, 4.68, 15.32], new[] { point.Centre, point.Lower, point.Upper }.Select(number => Math.Round(number!.Value, 10)));
    }

    [Fact]
    public void A_moving_range_that_is_not_below_3_267_times_their_average_is_left_out()
    {
        // Ranges: ten of 1, and one of 12 up and one of 12 down; average 34/12 = 2.833, most 9.256; without the two the average is 1.
        var chart = Series.Xmr.Chart(1, 2, 1, 2, 1, 2, 14, 2, 1, 2, 1, 2, 1);
        Assert.Equal(2 * 2.66, (chart.Points[0].Upper - chart.Points[0].Lower)!.Value, 1e-12);
        Assert.Equal([6], chart.At(Signal.OutsideLimits));
    }

    [Fact]
    public void A_point_beyond_a_limit_is_flagged() => Assert.Equal([10, 12], After(15.4, 10, 4.6).At(Signal.OutsideLimits));

    [Fact]
    public void A_point_short_of_the_limit_is_not_flagged() => Assert.Empty(After(15.3, 10, 4.7).At(Signal.OutsideLimits));

    [Fact]
    public void Seven_on_one_side_are_a_shift() => Assert.Equal([11, 12, 13, 14, 15, 16, 17], After(10, 11, 12, 11, 12, 11, 12, 11).At(Signal.Shift));

    [Fact]
    public void A_shift_has_all_its_points_flagged() => Assert.Equal(9, After(10, 11, 12, 11, 12, 11, 12, 11, 12, 11).At(Signal.Shift).Length);

    [Fact]
    public void A_point_on_the_average_breaks_a_run() => Assert.Empty(After(10, 11, 12, 11, 10, 11, 12, 11, 12, 11, 12).At(Signal.Shift));

    [Fact]
    public void Seven_that_rise_are_a_trend() => Assert.Equal([11, 12, 13, 14, 15, 16, 17], After(9, 7, 8, 9, 10, 11, 12, 13, 13).At(Signal.Trend));

    [Fact]
    public void Six_that_fall_are_no_trend() => Assert.Empty(After(13, 13, 12, 11, 10, 9, 8, 8).At(Signal.Trend));

    [Fact]
    public void A_tie_breaks_a_trend() => Assert.Empty(After(7, 8, 9, 10, 10, 11, 12, 13).At(Signal.Trend));

    [Fact]
    public void Two_of_three_near_a_limit_are_flagged_and_the_third_is_not() => Assert.Equal([11, 13], After(9, 14, 11, 14, 9).At(Signal.TwoOfThree));

    [Fact]
    public void Two_of_three_near_different_limits_are_no_sign() => Assert.Empty(After(14, 11, 6).At(Signal.TwoOfThree));

    [Fact]
    public void Two_of_three_are_no_sign_when_the_third_is_on_the_other_side() => Assert.Empty(After(9, 14, 9, 14, 9).At(Signal.TwoOfThree));

    [Fact]
    public void A_point_outside_the_limits_is_not_near_them() => Assert.Empty(After(9, 14, 16, 11, 9).At(Signal.TwoOfThree));

    [Fact]
    public void A_point_outside_the_limits_may_be_the_third() => Assert.Equal([11, 13], After(9, 14, 16, 14, 9).At(Signal.TwoOfThree));

    [Fact]
    public void A_point_with_several_signals_lists_the_weightiest_first() =>
        Assert.Equal([Signal.OutsideLimits, Signal.Trend, Signal.Shift], After(10.5, 11, 11.5, 12, 12.5, 13, 16).Points[16].Signals);

    [Fact]
    public void A_gap_breaks_a_run() => Assert.Empty(After(10, 11, 12, 11, null, 11, 12, 11, 12, 11, 12).At(Signal.Shift));

    [Fact]
    public void A_gap_breaks_a_trend() => Assert.Empty(After(7, 8, 9, 10, null, 11, 12, 13).At(Signal.Trend));

    [Fact]
    public void A_gap_breaks_three_in_a_row() => Assert.Empty(After(9, 14, null, 14, 9).At(Signal.TwoOfThree));

    [Fact]
    public void A_moving_range_is_never_taken_across_a_gap()
    {
        var chart = Series.Xmr.Chart(1, 2, 1, 2, 1, 2, null, 9, 8, 9, 8, 9, 8);
        Assert.Equal(2 * 2.66, (chart.Points[0].Upper - chart.Points[0].Lower)!.Value, 1e-12);
    }

    [Fact]
    public void A_rebase_starts_everything_anew()
    {
        double?[] twelve = [9, 11, 9, 11, 9, 11, 9, 11, 9, 11, 9, 11];
        var chart = (Series.Xmr with { Rebases = [Series.Month(12)] }).Chart([.. twelve, .. twelve.Select(figure => figure + 20)]);
        Assert.Equal([10, 30], new[] { chart.Points[11].Centre, chart.Points[12].Centre });
        Assert.All(chart.Points, point => Assert.Empty(point.Signals));
    }

    [Fact]
    public void A_rebase_between_two_dates_starts_with_the_later_one()
    {
        var chart = (Series.Xmr with { Rebases = [Series.Month(12).AddDays(-3)] }).Chart([.. Enumerable.Repeat<double?>(1, 24)]);
        Assert.Equal([0, 1], new[] { chart.Points[11].Phase, chart.Points[12].Phase });
    }

    [Fact]
    public void Equal_values_have_limits_that_equal_the_average_and_no_signal()
    {
        var chart = Series.Xmr.Chart([.. Enumerable.Repeat<double?>(0.1, 15)]);
        Assert.All(chart.Points, point =>
        {
            Assert.Equal([0.1, 0.1, 0.1], new[] { point.Centre, point.Lower, point.Upper }.Select(number => Math.Round(number!.Value, 12)));
            Assert.Empty(point.Signals);
        });
    }

    [Fact]
    public void Eleven_known_points_have_no_lines()
    {
        var chart = Series.Xmr.Chart([.. Enumerable.Range(1, 11).Select(i => (double?)i), null]);
        Assert.All(chart.Points, point => Assert.Equal((null, null, null, 0), (point.Centre, point.Lower, point.Upper, point.Signals.Count)));
    }

    [Fact]
    public void Twelve_known_points_have_lines() => Assert.All(Series.Xmr.Chart([.. Enumerable.Range(1, 12).Select(i => (double?)i)]).Points, point => Assert.NotNull(point.Upper));

    [Fact]
    public void A_denominator_of_zero_is_a_gap() => Assert.Null(new ChartValue(Series.Month(0), 3, 0).Value);

    [Fact]
    public void Two_values_of_one_date_are_refused() =>
        Assert.Throws<ArgumentException>(() => Series.Xmr.Chart([new ChartValue(Series.Month(0), 1, 1), new ChartValue(Series.Month(0), 2, 1)]));

    /// <summary>The baseline, points 0 to 9, and points from 10 on.</summary>
    private static ProcessChart After(params double?[] figures) => Order.Chart([9, 11, 9, 11, 9, 11, 9, 11, 9, 11, .. figures, 10, 10]);
}
