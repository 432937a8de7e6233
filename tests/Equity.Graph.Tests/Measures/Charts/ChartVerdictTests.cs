using Equity.Graph.Measures;
using Equity.Graph.Measures.Charts;

namespace Equity.Graph.Tests.Measures.Charts;

public class ChartVerdictTests
{
    private static readonly ChartOrder Fixed = Series.Xmr with { BaselinePoints = 10 };

    /// <summary>Average 10, limits 4.68 and 15.32.</summary>
    private static readonly double?[] Baseline = [9, 11, 9, 11, 9, 11, 9, 11, 9, 11];

    [Fact]
    public void A_shift_is_told() =>
        Says("Days waited fell, which is better: eight months in a row below the average, from December 2023 to July 2024.", Fixed, 10, 9, 8, 9, 8, 9, 8, 9, 8);

    [Fact]
    public void What_is_better_is_worse_the_other_way() =>
        Says("Days waited fell, which is worse: eight months in a row below the average, from December 2023 to July 2024.", Fixed with { Better = Direction.Higher }, 10, 9, 8, 9, 8, 9, 8, 9, 8);

    [Fact]
    public void A_trend_is_told() =>
        Says("Days waited kept rising, which is worse: seven months in a row, each higher than the one before, from November 2023 to May 2024.", Fixed, 7, 8, 9, 10, 11, 12, 13);

    [Fact]
    public void A_point_outside_the_limits_is_told() =>
        Says("Days waited went unusually high in January 2024, which is worse: above the upper limit.", Fixed, 10, 10, 20);

    [Fact]
    public void Two_of_three_are_told() =>
        Says("Days waited went lower than usual, which is better: two or more of three months in a row close to the lower limit, from December 2023 to February 2024.", Fixed, 10, 6, 9, 6);

    [Fact]
    public void A_sign_that_is_over_is_told_as_such() =>
        Says("Days waited went unusually high in November 2023, which is worse: above the upper limit, and there is no sign of change since then.", Fixed, 20, 10, 9);

    [Fact]
    public void A_gap_after_a_sign_does_not_end_it() =>
        Says("Days waited went unusually high in January 2024, which is worse: above the upper limit.", Fixed, 10, 10, 20, null);

    [Fact]
    public void The_sign_that_reaches_furthest_is_told() =>
        Says("Days waited went unusually low in January 2024, which is better: below the lower limit.", Fixed, 20, 10, 2);

    [Fact]
    public void Of_signs_that_reach_as_far_the_one_with_the_most_points_is_told() =>
        Says("Days waited fell, which is better: seven months in a row below the average, from November 2023 to May 2024.", Fixed, 9, 8, 9, 8, 9, 8, 2);

    [Fact]
    public void No_sign_is_told() => Says("Days waited: no sign of change beyond the usual ups and downs.", Fixed, 10, 10);

    [Fact]
    public void Too_few_points_are_told() =>
        Says("Days waited: eleven known points so far, and it takes twelve to tell a change from the usual ups and downs.", Fixed, 10, null);

    [Fact]
    public void One_point_is_told() =>
        Assert.Equal("Days waited: one known point so far, and it takes twelve to tell a change from the usual ups and downs.", Series.Xmr.Chart(1).Verdict);

    [Fact]
    public void No_points_are_told() =>
        Assert.Equal("Days waited: no known points yet, and it takes twelve to tell a change from the usual ups and downs.", Series.Xmr.Chart(Array.Empty<double?>()).Verdict);

    [Fact]
    public void A_new_start_that_is_too_short_is_told() =>
        Says("Days waited: three known points since the new start in January 2024, and it takes twelve to tell a change from the usual ups and downs.",
            Series.Xmr with { Rebases = [Series.Month(12)] }, 10, 10, 9, 9, 9);

    [Fact]
    public void A_new_start_without_a_sign_is_told() =>
        Says("Days waited: no sign of change beyond the usual ups and downs since the new start in January 2024.",
            Series.Xmr with { Rebases = [Series.Month(12)] }, [10, 10, .. Baseline, 9, 11]);

    [Fact]
    public void A_long_run_is_told() =>
        Says("Days waited rose, which is worse: nine months above the median with none below it between them, from October 2023 to June 2024, and there is no sign of change since then.",
            Series.Run with { BaselinePoints = 10 }, 11, 12, 11, 12, 11, 12, 11, 12, 9, 11, 9, 11, 9, 11);

    [Fact]
    public void Few_crossings_are_told() =>
        Assert.Equal("Days waited did not stay level, and ended low, which is better: the line crossed the median less often than it would by chance.",
            Series.Run.Chart(11, 12, 11, 12, 11, 12, 1, 2, 1, 2, 1, 2).Verdict);

    [Theory, InlineData(1, "days"), InlineData(7, "weeks"), InlineData(5, "points")]
    public void Points_are_called_by_how_far_apart_they_are(int apart, string word)
    {
        double[] figures = [9, 11, 9, 11, 9, 11, 9, 11, 9, 11, 9, 9, 9, 9, 9, 9, 9];
        var chart = Fixed.Chart([.. figures.Select((figure, i) => new ChartValue(Series.Month(0).AddDays(i * apart), figure, 1))]);
        Assert.Contains($"seven {word} in a row below the average, from {Series.Month(0).AddDays(10 * apart).Day} January", chart.Verdict.Replace("February", "January").Replace("March", "January"));
    }

    [Fact]
    public void A_measure_without_a_name_is_called_the_measure() => Assert.StartsWith("The measure: ", ProcessChart.Of([], Series.Xmr, " ").Verdict);

    private static void Says(string verdict, ChartOrder order, params double?[] after) => Assert.Equal(verdict, order.Chart([.. Baseline, .. after]).Verdict);
}
