namespace Equity.Graph.Tests.Disclosure;

/// <summary>The attack finds what it must: each of these is a way in which others have lost what they meant to hide.</summary>
public class PlantedLeakTests
{
    private const long Many = 1000;

    [Fact]
    public void An_unrounded_total_beside_one_hidden_group_gives_it_away()
    {
        var facts = new Facts();
        var hidden = facts.Count("hidden", 1, 7, hidden: true);
        facts.Sum([hidden, facts.Count("empty", 0, 0, hidden: false)], 4, 4);

        Assert.Equal([4], Assert.Single(DisclosureAttack.Leaks(facts)).Possible);
    }

    [Fact]
    public void A_rounded_total_of_four_groups_of_seven_gives_each_away()
    {
        var facts = new Facts();
        facts.Sum(Hidden(facts, 4), 28, 32);

        var leaks = DisclosureAttack.Leaks(facts);
        Assert.Equal(4, leaks.Count);
        Assert.All(leaks, leak => Assert.Equal([7], leak.Possible));
    }

    [Fact]
    public void A_rounded_total_of_twelve_groups_of_one_gives_each_away()
    {
        var facts = new Facts();
        facts.Sum(Hidden(facts, 12), 8, 12);

        var leaks = DisclosureAttack.Leaks(facts);
        Assert.Equal(12, leaks.Count);
        Assert.All(leaks, leak => Assert.Equal([1], leak.Possible));
    }

    [Fact]
    public void A_late_correction_by_one_person_that_shows_at_once_gives_the_count_away()
    {
        var facts = new Facts();
        var before = facts.Count("before", 1, 7, hidden: true);
        var after = facts.Count("after", 8, 12, hidden: false);
        facts.Difference(after, before, 1, 1);

        Assert.Equal([7], Assert.Single(DisclosureAttack.Leaks(facts)).Possible);
    }

    [Fact]
    public void A_rate_of_recorded_counts_gives_its_parts_away()
    {
        var facts = new Facts();
        var numerator = facts.Count("numerator", 1, 7, hidden: true);
        facts.Ratio(numerator, facts.Count("denominator", 38, 42, hidden: false), 0.075m, places: 3);

        Assert.Equal([3], Assert.Single(DisclosureAttack.Leaks(facts)).Possible);
    }

    [Fact]
    public void A_chart_drawn_from_recorded_counts_gives_a_point_away_by_its_place()
    {
        // 320 units stand for 0 to 100 % and the point is drawn at 24.62: 7.69 %, to two decimals of a unit.
        var facts = new Facts();
        var numerator = facts.Count("numerator", 1, 7, hidden: true);
        facts.Ratio(numerator, facts.Count("denominator", 38, 42, hidden: false), 24.62m / 320, places: 4);

        Assert.Equal([3], Assert.Single(DisclosureAttack.Leaks(facts)).Possible);
    }

    [Fact]
    public void Both_totals_kept_in_their_own_ranges_alone_give_a_hidden_count_away_through_a_group_that_ties_them()
    {
        // Five groups; in the first all 8 to 12 people are in the numerator or not far from it. Denominators at their least leave the first no room, numerators at
        // their greatest need it.
        var facts = new Facts();
        var hidden = facts.Count("hidden", 1, 7, hidden: true);
        var numerators = Enumerable.Range(0, 4).Select(group => facts.Count($"numerator {group}", 8, 12, hidden: false)).ToList();
        var tied = facts.Count("denominator 0", 8, 12, hidden: false);
        var denominators = Enumerable.Range(1, 4).Select(group => facts.Count($"denominator {group}", 48, 52, hidden: false)).Append(tied).ToList();
        facts.AtMost(numerators[0], tied);
        facts.Sum(denominators, 200, 202);
        facts.Sum([.. numerators, hidden], 53, 55);

        Assert.Equal([7], Assert.Single(DisclosureAttack.Leaks(facts)).Possible);
    }

    [Fact]
    public void A_hidden_count_that_nothing_else_is_said_of_is_no_leak()
    {
        var facts = new Facts();
        facts.AtMost(facts.Count("numerator", 1, 7, hidden: true), facts.Count("denominator", 0, Many, hidden: false));

        Assert.Empty(DisclosureAttack.Leaks(facts));
    }

    [Fact]
    public void What_cannot_be_is_reported_and_not_passed_over()
    {
        var facts = new Facts();
        facts.Sum([facts.Count("hidden", 1, 7, hidden: true)], 8, 12);

        Assert.Throws<InvalidOperationException>(() => DisclosureAttack.Leaks(facts));
    }

    private static List<int> Hidden(Facts facts, int groups) =>
        [.. Enumerable.Range(0, groups).Select(group => facts.Count($"group {group}", 1, 7, hidden: true))];
}
