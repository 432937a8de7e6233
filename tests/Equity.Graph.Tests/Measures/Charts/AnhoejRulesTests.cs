using Equity.Graph.Measures.Charts;

namespace Equity.Graph.Tests.Measures.Charts;

/// <summary>Vectors worked by hand. With 20 useful points a run longer than round(log2 20) + 3 = 7 is unusual; Binomial(19, ½) comes to 5 % at 6 crossings.</summary>
public class AnhoejRulesTests
{
    [Fact]
    public void The_centre_is_the_median() => Assert.Equal(5.5, Series.Run.Chart(1, 9, 5, 6, 1, 9, 1, 9, 1, 9, 1, 9).Points[0].Centre);

    [Fact]
    public void There_are_no_limits() => Assert.All(Series.Run.Chart(1, 9, 5, 6, 1, 9, 1, 9, 1, 9, 1, 9).Points, point => Assert.Null(point.Upper));

    [Fact]
    public void Eight_of_twenty_on_one_side_in_a_row_are_a_long_run() =>
        Assert.Equal([0, 1, 2, 3, 4, 5, 6, 7], Sides("++++++++--+-+-+-----").At(Signal.LongRun));

    [Fact]
    public void Seven_of_twenty_on_one_side_in_a_row_are_none() => Assert.Empty(Sides("+++++++---+-+-+--+--").At(Signal.LongRun));

    [Fact]
    public void Five_crossings_of_twenty_points_are_few_and_the_whole_line_is_flagged() =>
        Assert.Equal(Enumerable.Range(0, 20), Sides("++++---++++---++----").At(Signal.FewCrossings));

    [Fact]
    public void Six_crossings_of_twenty_points_are_usual() => Assert.Empty(Sides("++++---++++---++--+-").At(Signal.FewCrossings));

    [Fact]
    public void A_point_on_the_median_neither_breaks_a_run_nor_counts_in_it() =>
        Assert.Equal([0, 1, 2, 3, 5, 6, 7, 8], Sides("++++0++++--+-+-+-----").At(Signal.LongRun));

    [Fact]
    public void A_gap_neither_breaks_a_run_nor_counts_in_it() =>
        Assert.Equal([0, 1, 2, 3, 5, 6, 7, 8], Sides("++++?++++--+-+-+-----").At(Signal.LongRun));

    [Fact]
    public void Nine_points_off_the_median_tell_nothing()
    {
        var chart = Sides("+++++----000000");
        Assert.All(chart.Points, point => Assert.Empty(point.Signals));
        Assert.Equal("Days waited: too many points on the median to tell a change from the usual ups and downs.", chart.Verdict);
    }

    [Fact]
    public void Ten_points_off_the_median_tell_something() => Assert.NotEmpty(Sides("+++++-----00000").At(Signal.FewCrossings));

    [Fact]
    public void A_baseline_fixes_the_median() =>
        Assert.Equal(5, (Series.Run with { BaselinePoints = 3 }).Chart(4, 5, 6, 9, 9, 9, 9, 9, 9, 9, 9, 9).Centre);

    /// <summary>Points above (+), below (−) or on (0) a median of 5, and gaps (?).</summary>
    private static ProcessChart Sides(string sides) =>
        (Series.Run with { LeastPoints = 10, BaselinePoints = 1 }).Chart([new(Series.Month(-1), 5, 1), .. Series.Of([.. sides.Select(Figure)])]) is var chart
            ? chart with { Points = [.. chart.Points.Skip(1)] } : null!;

    private static double? Figure(char side) => side switch { '+' => 6, '-' => 4, '0' => 5, _ => null };
}
