using Equity.Graph.Measures.Gaps;

namespace Equity.Graph.Tests.Measures.Gaps;

public class GapsOverTimeTests
{
    private static readonly int[] Falling = [12, 13, 10, 11, 9, 10, 8, 9, 7, 6, 7, 5];

    /// <summary>By lm and confint in gaps.R.</summary>
    [Fact]
    public void The_gap_changes_by_the_slope_of_least_squares_a_year()
    {
        var trend = GapsOverTime.Of(Between(Falling), null);
        Assert.Equal(-0.0757407662797, trend.Slope!.Value, 10);
        Assert.Equal(-0.0953938874259, trend.SlopeInterval!.Value.Lower, 9);
        Assert.Equal(-0.0560876451335, trend.SlopeInterval.Value.Upper, 9);
    }

    [Fact]
    public void A_gap_that_becomes_smaller_narrows() => Is(GapVerdict.Narrows, true, GapWords.Narrows, Between(Falling));

    [Fact]
    public void A_gap_that_becomes_larger_widens() => Is(GapVerdict.Widens, false, GapWords.Widens, Between([.. Falling.Reverse()]));

    [Fact]
    public void A_gap_that_goes_up_and_down_shows_no_sign() => Is(GapVerdict.NoSign, false, GapWords.NoSign, Between([9, 12, 8, 11, 9, 10, 12, 8, 11, 9]));

    [Fact]
    public void A_gap_that_stays_as_it_is_shows_no_sign()
    {
        var trend = Is(GapVerdict.NoSign, false, GapWords.NoSign, Between([7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7]));
        Assert.Equal(0, trend.Slope);
    }

    /// <summary>0.3 − 0.2 and 0.4 − 0.3 differ in their last digit: rounding is no change.</summary>
    [Fact]
    public void A_gap_that_stays_while_both_rates_rise_shows_no_sign() => Is(GapVerdict.NoSign, false, GapWords.NoSign, [.. Enumerable.Range(0, 12).Select(month =>
        new DatedGroups(Month(month), [new("poor", null, month < 6 ? 30 : 40, 100), new("rest", null, month < 6 ? 40 : 60, 200)]))]);

    [Fact]
    public void Equal_groups_show_no_sign() => Is(GapVerdict.NoSign, false, GapWords.NoSign, Between([0, 0, 0, 0, 0, 0, 0, 0]));

    /// <summary>The other group has the higher rate, and comes nearer.</summary>
    [Fact]
    public void A_gap_below_zero_narrows_when_it_rises() => Is(GapVerdict.Narrows, true, GapWords.Narrows, Between([.. Falling.Select(points => -points)]));

    [Fact]
    public void A_gap_that_passes_through_zero_is_judged_by_its_size_and_said_to_have_changed_sides() =>
        Is(GapVerdict.Narrows, true, $"{GapWords.Narrows} {GapWords.ChangedSides}", Between([12, 11, 9, 8, 7, 5, 4, 3, 1, 0, -2, -3]));

    [Fact]
    public void A_gap_that_grows_on_the_other_side_as_it_shrank_on_the_first_does_not_narrow() =>
        Is(GapVerdict.NoSign, false, $"{GapWords.NoSign} {GapWords.ChangedSides}", Between([10, 8, 6, 4, 2, 0, -2, -4, -6, -8, -10]));

    [Fact]
    public void A_small_gap_that_goes_to_and_fro_has_not_changed_sides() => Is(GapVerdict.NoSign, false, GapWords.NoSign, Between([1, -1, 0, 1, -1, 1, 0, -1, -1, 1]));

    [Theory]
    [InlineData(7)]
    [InlineData(0)]
    public void Fewer_than_eight_dates_are_too_few(int dates) => Assert.Null(GapsOverTime.Of(Between(Falling[..dates]), null).Narrowing);

    [Fact]
    public void Seven_dates_say_that_they_are_too_few() => Is(GapVerdict.TooFewDates, null, GapWords.TooFewDates, Between(Falling[..7]));

    [Fact]
    public void The_same_date_again_and_again_is_one() =>
        Is(GapVerdict.TooFewDates, null, GapWords.TooFewDates, [.. Between(Falling).Select(date => date with { Date = Month(0) })]);

    [Fact]
    public void Eight_dates_are_enough() => Is(GapVerdict.Narrows, true, GapWords.Narrows, Between(Falling[..8]));

    [Fact]
    public void A_date_with_a_hidden_group_does_not_count()
    {
        var dates = Between(Falling[..8]);
        dates[3] = dates[3] with { Groups = [dates[3].Groups[0], new("rest", null, null, null)] };
        var trend = Is(GapVerdict.TooFewDates, null, GapWords.TooFewDates, dates);
        Assert.Equal([3], trend.Points.Index().Where(point => point.Item.Gap is null).Select(point => point.Index));
    }

    [Fact]
    public void A_date_without_one_of_the_groups_does_not_count()
    {
        DatedGroups[] dates = [.. Between(Falling[..8]).Select(date => date with { Groups = [.. date.Groups, new("third", null, 5, 50)] })];
        dates[3] = dates[3] with { Groups = [.. dates[3].Groups.Take(2)] };
        Is(GapVerdict.TooFewDates, null, GapWords.TooFewDates, dates);
    }

    [Fact]
    public void A_group_that_is_never_known_holds_nothing_up() =>
        Is(GapVerdict.Narrows, true, GapWords.Narrows, [.. Between(Falling).Select(date => date with { Groups = [.. date.Groups, new("hidden", null, null, null)] })]);

    [Fact]
    public void One_group_has_no_gap() => Is(GapVerdict.NothingToCompare, null, GapWords.NothingToCompare, [.. Between(Falling).Select(date => date with { Groups = [date.Groups[0]] })]);

    [Fact]
    public void A_reference_that_is_never_known_leaves_too_few_dates() => Assert.Equal(GapVerdict.TooFewDates, GapsOverTime.Of(Between(Falling), "nobody").Verdict);

    [Fact]
    public void The_reference_is_the_same_on_all_dates()
    {
        var dates = Between(Falling);
        dates[4] = dates[4] with { Groups = [new("poor", null, 3000, 5000), dates[4].Groups[1]] };
        Assert.Equal("rest", GapsOverTime.Of(dates, null).Reference);
    }

    [Fact]
    public void Three_groups_in_order_are_followed_by_the_slope_index()
    {
        DatedGroups[] dates = [.. Falling.Select((points, month) => new DatedGroups(Month(month), [new("a", 1, 100 + 10 * points, 1000), new("b", 2, 100 + 5 * points, 1000), new("c", 3, 100, 1000)]))];
        var trend = GapsOverTime.Of(dates, null);
        Assert.Equal(GapFigure.SlopeIndex, trend.Measured);
        Assert.All(dates.Zip(trend.Points), pair => Assert.Equal(EquityGaps.At(pair.First.Groups, null).SlopeIndex!.Value, pair.Second.Gap!.Value, 12));
        Assert.True(trend.Narrowing);
    }

    [Fact]
    public void Several_groups_without_an_order_are_followed_by_the_one_furthest_from_the_reference()
    {
        DatedGroups[] dates = [.. Falling.Select((points, month) => new DatedGroups(Month(month), [new("a", null, 10, 100), new("b", null, 20 - points, 100), new("rest", null, 400, 2000)]))];
        Assert.Equal(Falling.Select(points => -Math.Max(10, points) / 100.0), GapsOverTime.Of(dates, null).Points.Select(point => Math.Round(point.Gap!.Value, 12)));
    }

    [Fact]
    public void The_order_of_dates_does_not_matter() => Assert.Equivalent(GapsOverTime.Of(Between(Falling), null), GapsOverTime.Of([.. Between(Falling).Reverse()], null), strict: true);

    private static GapTrend Is(GapVerdict verdict, bool? narrowing, string words, DatedGroups[] dates)
    {
        var trend = GapsOverTime.Of(dates, null);
        Assert.Equal((verdict, narrowing, words), (trend.Verdict, trend.Narrowing, trend.Words));
        return trend;
    }

    /// <summary>Two groups this many percentage points apart, month by month from January 2024.</summary>
    private static DatedGroups[] Between(int[] points) =>
        [.. points.Select((apart, month) => new DatedGroups(Month(month), [new("poor", null, 500 + 10 * apart, 1000), new("rest", null, 1000, 2000)]))];

    private static DateOnly Month(int month) => new DateOnly(2024, 1, 1).AddMonths(month);
}
