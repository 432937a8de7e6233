using Equity.Graph.Measures.Gaps;
using FsCheck.Xunit;

namespace Equity.Graph.Tests.Measures.Gaps;

/// <summary>What holds whatever the groups' figures are.</summary>
public class GapPropertyTests
{
    private const double Tolerance = 1e-9;

    private static readonly double?[] Odd =
    [
        null, null, 0, -1, 0.5, 1e-12, 1e15, -1e15, 1e16, 1e-300, -1e-300, double.Epsilon, double.MaxValue, double.MinValue, double.NaN, double.PositiveInfinity, double.NegativeInfinity,
    ];

    [Property(MaxTest = 1000, StartSize = 2, EndSize = 40)]
    public void Whatever_comes_every_figure_is_a_number_or_missing_and_missing_ones_say_why((byte Order, byte Some, byte All)[] any, byte reference) =>
        Sound(EquityGaps.At(Wild(any), reference % 2 == 0 ? null : $"g{reference / 2 % 12}"));

    [Property(MaxTest = 300, StartSize = 2, EndSize = 12)]
    public void The_same_of_groups_of_people((byte, byte, byte)[] any)
    {
        Sound(EquityGaps.At(People(any, ordered: true), null));
        Sound(EquityGaps.At(People(any, ordered: false), null));
    }

    [Property(MaxTest = 1000, StartSize = 10, EndSize = 60)]
    public void Whatever_comes_a_trend_is_numbers_or_missing((byte Some, byte More, byte Wild)[] any, bool ordered)
    {
        DatedGroups[] dates = [.. any.Select((each, day) => new DatedGroups(new DateOnly(2024, 1, 1).AddDays(day), [
            new("a", ordered ? 1 : null, each.Some, each.Some + each.More),
            new("b", ordered ? 2 : null, 20, each.Wild < 20 ? Wild(each.Wild) : 200),
            new("c", ordered ? 3 : null, each.More, 300)]))];
        var trend = GapsOverTime.Of(dates, null);
        Assert.All(trend.Points, point => Number(point.Gap));
        Number(trend.Slope);
        Holds(trend.Slope, trend.SlopeInterval);
        Assert.Equal(trend.Slope is null, trend.Narrowing is null);
    }

    [Property(MaxTest = 300, StartSize = 2, EndSize = 12)]
    public void Intervals_are_those_of_the_slow_way((byte, byte, byte) one, (byte, byte, byte) other)
    {
        var groups = People([one, other], ordered: false);
        var difference = EquityGaps.At(groups, "g1").Groups[0].DifferenceInterval;
        if (groups.Any(group => group.IsEmpty)) return;
        Near(GapOracle.Difference(groups[0], groups[1]), difference);
    }

    [Property(MaxTest = 300, StartSize = 2, EndSize = 12)]
    public void The_line_through_groups_is_that_of_the_slow_way((byte, byte, byte)[] any)
    {
        var groups = People(any, ordered: true);
        var gap = EquityGaps.At(groups, null);
        if (gap.SlopeIndex is not { } slope) return;
        GroupCount[] members = [.. groups.Where(group => !group.IsEmpty)];
        var (least, most) = GapOracle.Ends(members);
        Assert.Equal(most - least, slope, Tolerance);
        Near(GapOracle.Slope(members), gap.SlopeIndexInterval);
        if (gap.RelativeIndex is not { } relative) return;
        Assert.Equal(most, relative * least, Tolerance);
        if (gap.RelativeIndexInterval is not { } ends) return;
        var margin = 1e-6 * (1 + ends.Upper);
        Assert.True(GapOracle.MayBeRatio(members, Math.Min(ends.Lower + margin, relative)));
        Assert.True(GapOracle.MayBeRatio(members, Math.Max(ends.Upper - margin, relative)));
        Assert.False(GapOracle.MayBeRatio(members, ends.Upper + margin));
        Assert.True(ends.Lower < margin || !GapOracle.MayBeRatio(members, ends.Lower - margin));
    }

    [Property(MaxTest = 300, StartSize = 2, EndSize = 12)]
    public void The_other_way_round_a_difference_has_the_other_sign_and_a_ratio_is_its_inverse((byte, byte, byte) one, (byte, byte, byte) other)
    {
        var groups = People([one, other], ordered: false);
        var (there, back) = (EquityGaps.At(groups, "g1").Groups[0], EquityGaps.At(groups, "g0").Groups[1]);
        Assert.Equal(there.Difference, -back.Difference);
        Near((-back.DifferenceInterval?.Upper, -back.DifferenceInterval?.Lower), there.DifferenceInterval);
        if (there.Ratio > 0) Assert.Equal(1, there.Ratio.Value * back.Ratio!.Value, Tolerance);
        if (there.RatioInterval is not { } interval) return;
        Assert.Equal(1, interval.Lower * back.RatioInterval!.Value.Upper, Tolerance);
        Assert.Equal(1, interval.Upper * back.RatioInterval.Value.Lower, Tolerance);
    }

    [Property(MaxTest = 300, StartSize = 2, EndSize = 12)]
    public void More_people_leave_the_line_as_it_is_and_make_its_intervals_narrower((byte, byte, byte)[] any, byte times)
    {
        var groups = People(any, ordered: true);
        var factor = 2 + times;
        var (few, many) = (EquityGaps.At(groups, null), EquityGaps.At([.. groups.Select(group => group with { Numerator = factor * group.Numerator, Denominator = factor * group.Denominator })], null));
        if (few.SlopeIndex is not { } slope) return;
        Assert.Equal(slope, many.SlopeIndex!.Value, Tolerance);
        Assert.InRange(many.SlopeIndexInterval!.Value.Lower, few.SlopeIndexInterval!.Value.Lower, slope + Tolerance);
        Assert.InRange(many.SlopeIndexInterval.Value.Upper, slope - Tolerance, few.SlopeIndexInterval.Value.Upper);
    }

    [Property(MaxTest = 300, StartSize = 2, EndSize = 12)]
    public void The_order_in_which_groups_come_does_not_matter((byte, byte, byte)[] any, bool ordered, byte turn)
    {
        var groups = People(any, ordered);
        var (one, other) = (EquityGaps.At(groups, null), EquityGaps.At([.. groups.Skip(turn % 5).Reverse(), .. groups.Take(turn % 5)], null));
        Assert.Equal(one with { Groups = other.Groups, Why = other.Why }, other);
        Assert.Equal(one.Groups.OrderBy(group => group.Stratum, StringComparer.Ordinal), other.Groups.OrderBy(group => group.Stratum, StringComparer.Ordinal));
    }

    private static GroupCount[] People((byte Order, byte Some, byte More)[] any, bool ordered) =>
        [.. any.Select((each, index) => new GroupCount($"g{index}", ordered ? 1 + each.Order % 6 : null, each.Some, each.Some + each.More))];

    [Property(MaxTest = 300)]
    public void Groups_that_are_equal_on_every_date_show_no_change_however_their_sizes_change(byte one, byte another, byte third)
    {
        DatedGroups[] dates = [.. Enumerable.Range(0, 12).Select(day => new DatedGroups(new DateOnly(2024, 1, 1).AddDays(day), day < 6 ? Equal(1, 2, 3) : Equal(1 + one, 1 + another, 1 + third)))];
        Assert.Equal(GapVerdict.NoSign, GapsOverTime.Of(dates, null).Verdict);

        static GroupCount[] Equal(params int[] sizes) => [.. sizes.Select((size, index) => new GroupCount($"g{index}", index + 1, size, 10 * size))];
    }

    /// <summary>Mostly counts, but also nothing and numbers that no count is.</summary>
    private static GroupCount[] Wild((byte Order, byte Some, byte All)[] any) =>
        [.. any.Select((each, index) => new GroupCount($"g{index}", each.Order < 200 ? each.Order % 5 : null, Wild(each.Some), Wild(each.All)))];

    private static double? Wild(byte any) => any >= Odd.Length ? any : Odd[any];

    private static void Sound(EquityGap gap)
    {
        foreach (var group in gap.Groups)
        {
            Number(group.Rate);
            Number(group.Difference);
            Number(group.Ratio);
            Holds(group.Difference, group.DifferenceInterval);
            Holds(group.Ratio, group.RatioInterval);
            if (group.Rate is null || group.Stratum == gap.Reference) continue;
            Assert.Equal(group.DifferenceInterval is null, gap.Why.Any(note => note.Figure == GapFigure.Difference && (note.Stratum ?? group.Stratum) == group.Stratum));
            if (group.Difference is not null) Assert.Equal(group.RatioInterval is null, gap.Why.Any(note => note.Figure == GapFigure.Ratio && note.Stratum == group.Stratum));
        }
        Number(gap.SlopeIndex);
        Number(gap.RelativeIndex);
        Number(gap.DisparityIndex);
        Holds(gap.SlopeIndex, gap.SlopeIndexInterval);
        Holds(gap.RelativeIndex, gap.RelativeIndexInterval);
        Assert.Equal(gap.SlopeIndexInterval is null, gap.Why.Any(note => note.Figure == GapFigure.SlopeIndex));
        Assert.Equal(gap.RelativeIndexInterval is null, gap.Why.Any(note => note.Figure == GapFigure.RelativeIndex));
        Assert.Equal(gap.DisparityIndex is null, gap.Why.Any(note => note.Figure == GapFigure.DisparityIndex));
    }

    private static void Number(double? figure) => Assert.True(figure is null || double.IsFinite(figure.Value));

    private static void Holds(double? figure, Interval? interval)
    {
        if (interval is not { } ends) return;
        Assert.True(ends.IsFinite);
        Assert.InRange(figure!.Value, ends.Lower, ends.Upper);
    }

    private static void Near((double? Lower, double? Upper) expected, Interval? interval)
    {
        Assert.Equal(expected.Lower is null, interval is null);
        if (interval is not { } ends) return;
        Assert.Equal(expected.Lower!.Value, ends.Lower, Tolerance);
        Assert.Equal(expected.Upper!.Value, ends.Upper, Tolerance);
    }
}
