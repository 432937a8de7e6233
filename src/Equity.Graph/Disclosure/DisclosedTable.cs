namespace Equity.Graph.Disclosure;

/// <summary>What everybody may know of one measure at one date. Rates, gaps, charts and sentences are made from this and from nothing else.</summary>
/// <param name="Proportion">As in <see cref="RawTable"/>.</param>
/// <param name="Strata">The groups in the order of the recorded ones.</param>
/// <param name="Numerator">The total over the groups; never hidden because a single group is.</param>
/// <param name="Denominator">The total over the groups, likewise.</param>
/// <param name="Revised">Whether it took the place of an earlier release; its totals are then sums of what is shown, and hidden where a part is.</param>
internal sealed record DisclosedTable(
    bool Proportion, IReadOnlyList<DisclosedStratum> Strata, DisclosedCount Numerator, DisclosedCount Denominator, bool Revised)
{
    /// <summary>The rate over all groups, from 0 on; null where a part of it is hidden or there is nobody.</summary>
    public double? Rate => DisclosedStratum.RateOf(Numerator, Denominator);
}

/// <summary>What everybody may know of one group.</summary>
/// <param name="Name">As recorded.</param>
/// <param name="Numerator">By itself.</param>
/// <param name="Denominator">By itself.</param>
internal sealed record DisclosedStratum(string Name, DisclosedCount Numerator, DisclosedCount Denominator)
{
    /// <summary>The rate, from 0 on (a share of 1 where the table is of proportions); null where a part of it is hidden or there is nobody.</summary>
    public double? Rate => RateOf(Numerator, Denominator);

    /// <summary>
    /// Of a proportion, both hidden or both shown alike: then the numerator, which is not above its denominator, says something of it and the other way
    /// round. Everywhere else all pairs of what each could be are possible.
    /// </summary>
    public bool Tied => Numerator == Denominator && Numerator.Place > 0;

    internal static double? RateOf(DisclosedCount numerator, DisclosedCount denominator) =>
        numerator.Hidden || denominator.Hidden || denominator.Value == 0 ? null : numerator.Value / denominator.Value;
}
