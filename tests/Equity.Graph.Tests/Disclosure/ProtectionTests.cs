using Equity.Graph.Disclosure;

namespace Equity.Graph.Tests.Disclosure;

public class ProtectionTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, null)]
    [InlineData(7, null)]
    [InlineData(8, 10)]
    [InlineData(12, 10)]
    [InlineData(13, 15)]
    [InlineData(17, 15)]
    [InlineData(18, 20)]
    [InlineData(1002, 1000)]
    public void Nobody_stays_nobody_a_few_are_hidden_and_more_are_rounded_to_five(long count, int? shown)
    {
        Assert.Equal(new DisclosedCount(shown, shown is null), DisclosureRules.Shown(count));
    }

    [Fact]
    public void A_count_that_is_not_whole_is_rounded_up_first()
    {
        Assert.Equal(DisclosedCount.Of(10), Protect((7.2, 100)).Strata[0].Numerator);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void What_is_no_count_is_refused_without_saying_it(double count)
    {
        var refusal = Assert.Throws<ArgumentOutOfRangeException>(() => Protect((count, 100)));
        Assert.DoesNotContain("-1", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_proportion_above_one_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Protect((9, 8)));
    }

    [Fact]
    public void Two_groups_of_the_same_name_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Protection.Protect(new RawTable(true, [new RawStratum("a", 1, 2), new RawStratum("a", 1, 2)])));
    }

    [Fact]
    public void A_rate_is_made_of_the_rounded_parts()
    {
        Assert.Equal(10 / 40d, Protect((12, 38)).Strata[0].Rate);
    }

    [Theory]
    [InlineData(7, 100)]
    [InlineData(7, 7)]
    [InlineData(0, 0)]
    public void A_rate_with_a_hidden_part_or_of_nobody_is_not_known(double numerator, double denominator)
    {
        Assert.Null(Protect((numerator, denominator)).Strata[0].Rate);
    }

    [Fact]
    public void A_total_is_summed_first_and_then_rounded()
    {
        var shown = Protect((12, 42), (12, 42), (12, 42), (9, 39));
        Assert.Equal((DisclosedCount.Of(45), DisclosedCount.Of(165)), (shown.Numerator, shown.Denominator));
    }

    [Fact]
    public void A_total_beside_hidden_groups_is_shown()
    {
        var shown = Protect((3, 20), (4, 21), (5, 19), (2, 22), (4, 20));
        Assert.All(shown.Strata, stratum => Assert.True(stratum.Numerator.Hidden));
        Assert.Equal(20 / 100d, shown.Rate);
    }

    [Fact]
    public void Four_groups_of_seven_have_a_total_that_others_can_have_too()
    {
        Assert.Equal(DisclosedCount.Of(25), Protect((7, 50), (7, 50), (7, 50), (7, 50)).Numerator);
    }

    [Fact]
    public void Twelve_groups_of_one_have_a_total_that_others_can_have_too()
    {
        Assert.Equal(DisclosedCount.Of(15), Protect([.. Enumerable.Repeat((1d, 50d), 12)]).Numerator);
    }

    [Theory]
    [InlineData(2, 3, true)]
    [InlineData(4, 4, false)]
    public void A_total_of_a_few_people_is_hidden(double one, double two, bool hidden)
    {
        Assert.Equal(hidden, Protect((one, 50), (two, 50)).Numerator.Hidden);
    }

    [Fact]
    public void Six_groups_of_one_look_like_six_groups_of_two()
    {
        Assert.True(Protect([.. Enumerable.Repeat((1d, 50d), 6)]).Numerator.Hidden);
        Assert.True(Protect([.. Enumerable.Repeat((2d, 50d), 6)]).Numerator.Hidden);
    }

    [Fact]
    public void Numerators_make_way_for_the_total_of_the_denominators()
    {
        // The planted leak of both totals, each kept within its own range alone: 55 would say that the hidden count is 7.
        var shown = Protect((10, 10), (12, 48), (12, 48), (12, 48), (7, 48));
        Assert.Equal((DisclosedCount.Of(50), DisclosedCount.Of(200)), (shown.Numerator, shown.Denominator));
    }

    [Fact]
    public void A_table_without_groups_has_nobody()
    {
        Assert.Equal((DisclosedCount.Of(0), DisclosedCount.Of(0)), (Protect().Numerator, Protect().Denominator));
    }

    [Fact]
    public void A_total_is_at_most_four_off()
    {
        var tables = new RecordedTables(seed: 1);
        for (var table = 0; table < 20_000; table++)
        {
            var raw = tables.Next();
            var shown = Protection.Protect(raw);
            Assert.True(shown.Numerator.Hidden || Math.Abs(shown.Numerator.Place - raw.Strata.Sum(stratum => stratum.Numerator)) <= 4);
            Assert.True(shown.Denominator.Hidden || Math.Abs(shown.Denominator.Place - raw.Strata.Sum(stratum => stratum.Denominator)) <= 4);
        }
    }

    [Fact]
    public void A_proportion_is_never_shown_above_one()
    {
        var tables = new RecordedTables(seed: 2);
        for (var table = 0; table < 20_000; table++)
        {
            var shown = Protection.Protect(tables.Next());
            Assert.True(!shown.Proportion || (shown.Rate ?? 0) <= 1 && shown.Strata.All(stratum => (stratum.Rate ?? 0) <= 1));
        }
    }

    internal static DisclosedTable Protect(params (double Numerator, double Denominator)[] groups) => Protection.Protect(Table(groups));

    internal static RawTable Table(params (double Numerator, double Denominator)[] groups) =>
        new(Proportion: true, [.. groups.Select((group, index) => new RawStratum($"group {index}", group.Numerator, group.Denominator))]);
}
