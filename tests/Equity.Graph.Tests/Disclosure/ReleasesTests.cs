using Equity.Graph.Disclosure;
using static Equity.Graph.Tests.Disclosure.ProtectionTests;

namespace Equity.Graph.Tests.Disclosure;

public class ReleasesTests
{
    [Fact]
    public void A_release_stands_while_nothing_changes()
    {
        var first = Protect((3, 20), (14, 60));
        Assert.Same(first, Releases.Release(Table((3, 20), (14, 60)), first));
    }

    [Fact]
    public void A_revision_stands_while_nothing_changes()
    {
        var tables = new RecordedTables(seed: 3);
        for (var table = 0; table < 5000; table++)
        {
            var raw = tables.Next();
            var now = tables.Corrected(raw);
            var second = Releases.Release(now, Protection.Protect(raw));
            Assert.Same(second, Releases.Release(now, second));
        }
    }

    [Fact]
    public void A_correction_of_up_to_five_people_shows_nothing()
    {
        for (var count = 0; count < 40; count++)
        {
            for (var now = Math.Max(0, count - 5); now <= count + 5; now++)
            {
                var first = Protect((count, 100));
                Assert.Same(first, Releases.Release(Table((now, 100)), first));
            }
        }
    }

    [Theory]
    [InlineData(3, 13)]
    [InlineData(13, 3)]
    [InlineData(0, 8)]
    [InlineData(8, 0)]
    [InlineData(40, 55)]
    public void A_big_correction_is_a_revision(double before, double now)
    {
        var second = Releases.Release(Table((now, 100)), Protect((before, 100)));
        Assert.True(second.Revised);
        Assert.Equal(Protect((now, 100)).Strata, second.Strata);
    }

    [Fact]
    public void A_group_moves_as_a_whole()
    {
        var second = Releases.Release(Table((0, 0)), Protect((5, 30)));
        Assert.Equal(Protect((0, 0)).Strata, second.Strata);
    }

    [Fact]
    public void Groups_with_small_corrections_stand_in_a_revision()
    {
        var first = Protect((12, 40), (20, 60));
        var second = Releases.Release(Table((13, 43), (40, 80)), first);
        Assert.Equal([first.Strata[0], Protect((13, 43), (40, 80)).Strata[1]], second.Strata);
    }

    [Fact]
    public void Totals_of_a_revision_are_sums_of_what_it_shows()
    {
        var second = Releases.Release(Table((12, 42), (42, 82)), Protect((12, 42), (20, 62)));
        Assert.Equal((DisclosedCount.Of(50), DisclosedCount.Of(120)), (second.Numerator, second.Denominator));
    }

    [Fact]
    public void Totals_of_a_revision_with_a_star_are_hidden()
    {
        var second = Releases.Release(Table((3, 40), (40, 80)), Protect((3, 40), (20, 60)));
        Assert.True(second.Numerator.Hidden);
        Assert.Equal(DisclosedCount.Of(120), second.Denominator);
    }

    [Fact]
    public void A_group_that_is_no_longer_recorded_is_empty_and_comes_last()
    {
        var second = Releases.Release(new RawTable(true, [new RawStratum("group 1", 20, 60)]), Protect((12, 40), (20, 60)));
        Assert.Equal(["group 1", "group 0"], second.Strata.Select(stratum => stratum.Name));
        Assert.Equal(DisclosedCount.Of(0), second.Strata[1].Denominator);
    }

    [Fact]
    public void A_group_that_is_new_shows_when_it_is_big_enough()
    {
        Assert.Equal(2, Releases.Release(Table((12, 40), (3, 20)), Protect((12, 40))).Strata.Count);
        Assert.Single(Releases.Release(Table((12, 40), (3, 7)), Protect((12, 40))).Strata);
    }

    [Fact]
    public void A_measure_that_becomes_a_proportion_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Releases.Release(Table((12, 40)) with { Proportion = false }, Protect((12, 40))));
    }
}
