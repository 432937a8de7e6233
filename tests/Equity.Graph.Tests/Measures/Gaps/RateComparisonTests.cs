using Equity.Graph.Measures.Gaps;

namespace Equity.Graph.Tests.Measures.Gaps;

/// <summary>Two groups against published intervals; gaps.R prints them with more digits.</summary>
public class RateComparisonTests
{
    [Theory]
    [InlineData(56, 70, 48, 80, 0.0524, 0.3339)]
    [InlineData(9, 10, 3, 10, 0.1705, 0.8090)]
    [InlineData(6, 7, 2, 7, 0.0582, 0.8062)]
    [InlineData(5, 56, 0, 29, -0.0381, 0.1926)]
    [InlineData(0, 10, 0, 20, -0.1611, 0.2775)]
    [InlineData(0, 10, 0, 10, -0.2775, 0.2775)]
    [InlineData(10, 10, 0, 20, 0.6791, 1)]
    [InlineData(10, 10, 0, 10, 0.6075, 1)]
    public void A_difference_has_the_interval_that_Newcombe_published(int some, int all, int otherSome, int otherAll, double lower, double upper)
    {
        var gap = Compared(some, all, otherSome, otherAll);
        Assert.Equal((double)some / all - (double)otherSome / otherAll, gap.Difference!.Value, 12);
        Assert.Equal(lower, gap.DifferenceInterval!.Value.Lower, 4);
        Assert.Equal(upper, gap.DifferenceInterval.Value.Upper, 4);
    }

    /// <summary>Heart attacks with placebo and with aspirin in the Physicians' Health Study, of which Agresti's "Categorical Data Analysis" gives 1.82, 1.43 to 2.31.</summary>
    [Fact]
    public void A_ratio_has_the_interval_by_the_log_method()
    {
        var gap = Compared(189, 11034, 104, 11037);
        Assert.Equal(1.8178, gap.Ratio!.Value, 4);
        Assert.Equal(1.43303090305, gap.RatioInterval!.Value.Lower, 9);
        Assert.Equal(2.30588423242, gap.RatioInterval.Value.Upper, 9);
    }

    [Fact]
    public void A_rate_of_zero_has_a_ratio_of_zero_without_an_interval()
    {
        var gap = Compared(0, 40, 10, 40);
        Assert.Equal(0, gap.Ratio);
        Assert.Null(gap.RatioInterval);
        Assert.NotNull(gap.DifferenceInterval);
    }

    [Fact]
    public void Nothing_is_a_multiple_of_zero()
    {
        var gap = Compared(10, 40, 0, 40);
        Assert.Null(gap.Ratio);
        Assert.Null(gap.RatioInterval);
        Assert.Equal(0.25, gap.Difference);
    }

    [Fact]
    public void Two_whole_groups_are_equal_without_an_interval_of_their_ratio()
    {
        var gap = Compared(40, 40, 30, 30);
        Assert.Equal(1, gap.Ratio);
        Assert.Null(gap.RatioInterval);
    }

    [Theory]
    [InlineData(340, 20)]
    [InlineData(3.5, 20)]
    [InlineData(3, 20.5)]
    public void What_counts_no_part_of_a_whole_is_compared_without_intervals(double numerator, double denominator)
    {
        var gap = EquityGaps.At([new("a", null, numerator, denominator), new("b", null, 5, 100)], "b");
        var one = gap.Groups[0];
        Assert.Equal(numerator / denominator - 0.05, one.Difference!.Value, 12);
        Assert.Equal(numerator / denominator / 0.05, one.Ratio!.Value, 10);
        Assert.Null(one.DifferenceInterval);
        Assert.Null(one.RatioInterval);
        Assert.Equal([(GapFigure.Difference, "a"), (GapFigure.Ratio, "a")], gap.Why.Where(note => note.Words == GapWords.NoProportion).Select(note => (note.Figure, note.Stratum!)));
    }

    [Fact]
    public void A_rate_below_zero_has_no_ratio()
    {
        var gap = EquityGaps.At([new("a", null, -4, 20), new("b", null, 5, 20)], "b");
        Assert.Equal(-0.45, gap.Groups[0].Difference!.Value, 12);
        Assert.Null(gap.Groups[0].Ratio);
    }

    [Theory]
    [InlineData(1, 12.7062047362)]
    [InlineData(2, 4.30265272975)]
    [InlineData(6, 2.44691185114)]
    [InlineData(10, 2.22813885199)]
    [InlineData(30, 2.0422724563)]
    public void Students_quantiles_are_those_of_printed_tables(int freedom, double quantile) => Assert.Equal(quantile, Confidence.Student(freedom), 8);

    [Fact]
    public void The_normal_quantile_is_that_of_printed_tables() => Assert.Equal(1.959963984540, Confidence.Normal, 10);

    private static GroupGap Compared(int some, int all, int otherSome, int otherAll) => EquityGaps.At([new("a", null, some, all), new("b", null, otherSome, otherAll)], "b").Groups[0];
}
