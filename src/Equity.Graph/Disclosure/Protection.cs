namespace Equity.Graph.Disclosure;

/// <summary>
/// Decides what others see of a table of people, so that somebody who sees all of it and knows this program finds, for every hidden count, at least
/// <see cref="DisclosureRules.LeastPossible"/> whole numbers that it could be.
/// <para>
/// Why it holds. Groups are shown one by one, so without totals each hidden count could be 1 to 7: a numerator is tied to its denominator only where both are
/// hidden or shown alike (<see cref="DisclosedStratum.Tied"/>), and there too each could be anything. What a total adds depends on nothing but what is shown
/// and itself (<see cref="DisclosedTotal"/>), so running the program on every table that could be tells no more than this:
/// </para>
/// <para>
/// Denominators, counted from their least values: the sum of what they have above is in a window from l to h. At least three sums are in it, h is 2 or more, and
/// l is 2 or more below what fits in all. So a hidden one can be 3 different numbers, the others making up for it.
/// </para>
/// <para>
/// Numerators, given that: at their least they fit any denominators. At their greatest each tied one is equal to its denominator, and the tied denominators
/// together have at most min(h, their room) above their least: this is the greatest sum of numerators, M, and the total shown is kept within it. A hidden
/// numerator with 2 or more above it (for a tied one let its denominator be the first to have of h) can be 3 different numbers: from any sum up to M − 2 it can go
/// up, from any sum above the least + 2 it can go down, and the total shown allows such sums.
/// </para>
/// <para>
/// Denominators, given the total of the numerators: it asks that the tied ones together have at least R above their least, where R is 0 or at most min(h, their room) − 2,
/// because the total shown reaches down to M − 2. A hidden denominator among the tied can then be lower or higher by what is left, 2 or more; one that is not
/// tied can have 0 to h − R, or, where l asks for more than the others can hold, its own greatest and two below.
/// </para>
/// The tests try it on every small table, and on thousands of others with a solver.
/// </summary>
internal static class Protection
{
    /// <summary>
    /// What others see of a table that was never released. The same table gives the same answer, order of groups apart. Throws
    /// <see cref="ArgumentException"/> where a count is out of range, a name comes twice, or a proportion has more in its numerator than in its denominator.
    /// </summary>
    public static DisclosedTable Protect(RawTable table)
    {
        var counts = PeopleTable.Of(table);
        var strata = counts.Strata.Select(stratum => stratum.Shown).ToList();

        var below = Sum(strata, stratum => stratum.Denominator.Range);
        var denominator = DisclosedTotal.Of(counts.Strata.Sum(stratum => stratum.Denominator), below);

        var above = Numerators(table.Proportion, strata, DisclosedTotal.Greatest(denominator, below) - below.Low);
        var numerator = DisclosedTotal.Of(counts.Strata.Sum(stratum => stratum.Numerator), above);
        return new DisclosedTable(table.Proportion, strata, numerator, denominator, Revised: false);
    }

    /// <summary>What the sum of the numerators could be, where the denominators have at most <paramref name="spare"/> above their least values.</summary>
    private static CountRange Numerators(bool proportion, List<DisclosedStratum> strata, long spare)
    {
        var tied = Sum(strata.Where(stratum => proportion && stratum.Tied), stratum => stratum.Numerator.Range);
        var free = Sum(strata.Where(stratum => !proportion || !stratum.Tied), stratum => stratum.Numerator.Range);
        return free + tied with { High = tied.Low + Math.Min(spare, tied.Room) };
    }

    private static CountRange Sum(IEnumerable<DisclosedStratum> strata, Func<DisclosedStratum, CountRange> range) =>
        strata.Aggregate(default(CountRange), (sum, stratum) => sum + range(stratum));
}
