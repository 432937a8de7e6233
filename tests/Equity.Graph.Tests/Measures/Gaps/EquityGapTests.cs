using Equity.Graph.Measures.Gaps;

namespace Equity.Graph.Tests.Measures.Gaps;

public class EquityGapTests
{
    private static readonly GroupCount[] Fifths =
    [
        new("1 most deprived", 1, 216, 1200), new("2", 2, 180, 1100), new("3", 3, 130, 1000), new("4", 4, 115, 1050), new("5 least deprived", 5, 90, 900),
    ];

    /// <summary>By lm and predict in gaps.R.</summary>
    [Theory]
    [InlineData(new[] { 216, 180, 130, 115, 90 }, new[] { 1200, 1100, 1000, 1050, 900 }, 0.108240635641, 2.2716572134)]
    [InlineData(new[] { 90, 41, 44, 60, 55 }, new[] { 900, 400, 350, 400, 300 }, -0.0976972865322, 0.432826458454)]
    public void Slope_and_relative_index_are_those_of_weighted_least_squares(int[] some, int[] all, double slope, double relative)
    {
        var gap = EquityGaps.At(Ordered(some, all), null);
        Assert.Equal(slope, gap.SlopeIndex!.Value, 10);
        Assert.Equal(relative, gap.RelativeIndex!.Value, 10);
    }

    /// <summary>A million simulations in gaps.R, from normal rates, as the published R package does it: near, as the intervals of rates are not quite normal.</summary>
    [Theory]
    [InlineData(new[] { 216, 180, 130, 115, 90 }, new[] { 1200, 1100, 1000, 1050, 900 }, 0.0752, 0.1412, 1.748, 3.045)]
    [InlineData(new[] { 90, 41, 44, 60, 55 }, new[] { 900, 400, 350, 400, 300 }, -0.1472, -0.0482, 0.2535, 0.6693)]
    public void Their_intervals_are_near_those_of_simulation(int[] some, int[] all, double lower, double upper, double relativeLower, double relativeUpper)
    {
        var gap = EquityGaps.At(Ordered(some, all), null);
        Assert.Equal(lower, gap.SlopeIndexInterval!.Value.Lower, 0.003);
        Assert.Equal(upper, gap.SlopeIndexInterval.Value.Upper, 0.003);
        Assert.Equal(relativeLower, gap.RelativeIndexInterval!.Value.Lower, 0.03 * relativeLower);
        Assert.Equal(relativeUpper, gap.RelativeIndexInterval.Value.Upper, 0.03 * relativeUpper);
    }

    [Fact]
    public void Groups_on_a_straight_line_have_its_ends()
    {
        var gap = EquityGaps.At([new("c", 3, 20, 100), new("b", 2, 40, 100), new("a", 1, 60, 100)], null);
        Assert.Equal(0.6, gap.SlopeIndex!.Value, 12);
        Assert.Equal(7, gap.RelativeIndex!.Value, 10);
    }

    [Fact]
    public void Groups_in_order_are_compared_with_the_least_deprived() => Assert.Equal("5 least deprived", EquityGaps.At(Fifths, null).Reference);

    [Fact]
    public void Groups_without_an_order_are_compared_with_the_largest() =>
        Assert.Equal("b", EquityGaps.At([new("a", null, 4, 50), new("c", null, 9, 80), new("b", null, 9, 80)], null).Reference);

    [Fact]
    public void The_group_that_is_named_is_the_reference()
    {
        var gap = EquityGaps.At(Fifths, "3");
        Assert.Equal("3", gap.Reference);
        Assert.Equal(0.05, gap.Groups[0].Difference!.Value, 12);
        Assert.Equal(-0.03, gap.Groups[4].Difference!.Value, 12);
    }

    [Fact]
    public void The_reference_is_not_compared_with_itself() =>
        Assert.Equal(new GroupGap("5 least deprived", 0.1, null, null, null, null), EquityGaps.At(Fifths, null).Groups[4]);

    [Fact]
    public void Groups_keep_the_order_they_were_given_in() =>
        Assert.Equal(["3", "1 most deprived", "2"], EquityGaps.At([Fifths[2], Fifths[0], Fifths[1]], null).Groups.Select(group => group.Stratum));

    /// <summary>Rates 10, 20 and 25 % against 20 %: 10 and 5 points are 7.5 on average, which is 37.5 % of 20.</summary>
    [Fact]
    public void The_disparity_index_is_the_average_distance_in_per_cent_of_the_reference() =>
        Assert.Equal(37.5, EquityGaps.At([new("a", null, 10, 100), new("b", null, 40, 200), new("c", null, 5, 20)], null).DisparityIndex!.Value, 10);

    [Fact]
    public void Groups_in_order_have_a_slope_index_in_place_of_a_disparity_index()
    {
        var gap = EquityGaps.At(Fifths, null);
        Assert.Null(gap.DisparityIndex);
        Assert.Equal([new GapNote(GapFigure.DisparityIndex, null, GapWords.InOrder)], gap.Why);
    }

    [Fact]
    public void Groups_without_an_order_have_no_slope() =>
        Assert.Equal([(GapFigure.SlopeIndex, GapWords.NoOrder), (GapFigure.RelativeIndex, GapWords.NoOrder)], Whole(EquityGaps.At([new("a", null, 4, 50), new("b", null, 9, 80)], null)));

    [Fact]
    public void Two_groups_make_no_line() => Assert.Contains((GapFigure.SlopeIndex, GapWords.FewInOrder), Whole(EquityGaps.At([Fifths[0], Fifths[4]], null)));

    [Fact]
    public void A_hidden_group_takes_the_line_and_its_own_comparison_but_no_other()
    {
        var gap = EquityGaps.At([.. Fifths[1..], Fifths[0] with { Numerator = null, Denominator = null }], null);
        Assert.Null(gap.SlopeIndex);
        Assert.Null(gap.RelativeIndex);
        Assert.Equal(new GroupGap("1 most deprived", null, null, null, null, null), gap.Groups[4]);
        Assert.All(gap.Groups.Take(3), group => Assert.NotNull(group.RatioInterval));
        Assert.Contains(new GapNote(GapFigure.Rate, "1 most deprived", GapWords.Hidden), gap.Why);
        Assert.Contains((GapFigure.SlopeIndex, GapWords.HiddenInOrder), Whole(gap));
    }

    [Fact]
    public void An_empty_group_has_no_part_in_the_line()
    {
        var gap = EquityGaps.At([.. Fifths[..3], new("empty", 4, 0, 0), Fifths[4]], null);
        Assert.Equal(EquityGaps.At([.. Fifths[..3], Fifths[4]], null).SlopeIndex, gap.SlopeIndex);
        Assert.Contains(new GapNote(GapFigure.Rate, "empty", GapWords.Empty), gap.Why);
    }

    [Fact]
    public void A_group_outside_the_order_has_no_part_in_the_line() =>
        Assert.Equal(EquityGaps.At(Fifths, null).SlopeIndex, EquityGaps.At([new("not known", null, 40, 60), .. Fifths], null).SlopeIndex);

    [Fact]
    public void Groups_that_share_a_place_are_one_to_the_line()
    {
        var apart = EquityGaps.At([new("a", 1, 30, 100), new("b", 1, 10, 100), .. Fifths[1..]], null);
        var together = EquityGaps.At([new("ab", 1, 40, 200), .. Fifths[1..]], null);
        Assert.Equal(together.SlopeIndex!.Value, apart.SlopeIndex!.Value, 12);
    }

    [Fact]
    public void All_equal_is_no_gap()
    {
        var gap = EquityGaps.At([.. Fifths.Select(group => group with { Numerator = 20, Denominator = 100 })], null);
        Assert.Equal(0, gap.SlopeIndex!.Value, 12);
        Assert.Equal(1, gap.RelativeIndex!.Value, 10);
        Assert.All(gap.Groups.Take(4), group => Assert.Equal((0, 1), (group.Difference, group.Ratio)));
    }

    [Fact]
    public void Where_it_never_happens_there_is_no_gap_and_no_ratio()
    {
        var gap = EquityGaps.At([.. Fifths.Select(group => group with { Numerator = 0 })], null);
        Assert.Equal(0, gap.SlopeIndex);
        Assert.NotNull(gap.SlopeIndexInterval);
        Assert.Null(gap.RelativeIndex);
        Assert.Contains((GapFigure.RelativeIndex, GapWords.EndAtZero), Whole(gap));
    }

    [Fact]
    public void A_least_deprived_end_that_may_be_zero_leaves_the_relative_index_without_an_interval()
    {
        var gap = EquityGaps.At([new("a", 1, 9, 20), new("b", 2, 6, 20), new("c", 3, 3, 20)], null);
        Assert.Equal(7, gap.RelativeIndex!.Value, 10);
        Assert.Null(gap.RelativeIndexInterval);
        Assert.Contains((GapFigure.RelativeIndex, GapWords.EndNearZero), Whole(gap));
    }

    [Fact]
    public void One_group_has_nothing_to_be_compared_with()
    {
        var gap = EquityGaps.At([new("all", null, 4, 50)], null);
        Assert.Equal(("all", 0.08), (gap.Reference, gap.Groups[0].Rate));
        Assert.Contains((GapFigure.Difference, GapWords.OneGroup), Whole(gap));
    }

    [Fact]
    public void No_groups_are_no_fault()
    {
        var gap = EquityGaps.At([], null);
        Assert.Null(gap.Reference);
        Assert.Empty(gap.Groups);
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("hidden")]
    public void Without_a_figure_to_compare_with_rates_stand_alone(string reference)
    {
        var gap = EquityGaps.At([new("hidden", null, null, null), new("a", null, 4, 50)], reference);
        Assert.Equal(new GroupGap("a", 0.08, null, null, null, null), gap.Groups[1]);
        Assert.Contains((GapFigure.Difference, GapWords.NoReference), Whole(gap));
    }

    private static GroupCount[] Ordered(int[] some, int[] all) => [.. some.Select((count, index) => new GroupCount($"fifth {index + 1}", index + 1, count, all[index]))];

    private static IEnumerable<(GapFigure, string)> Whole(EquityGap gap) => gap.Why.Where(note => note is { Stratum: null, Figure: not GapFigure.DisparityIndex }).Select(note => (note.Figure, note.Words));
}
