namespace Equity.Graph.Disclosure;

/// <summary>
/// Decides what others see of a table after what they have seen of it before. A release stands as it is until a correction is big enough to be shown: a
/// correction is a count of people too.
/// <para>
/// A group is shown anew when its numerator or denominator moves by two steps or more on the ladder 0, star, 10, 15 and so on: by six people at the very least,
/// so that somebody who knows of one correction, or of a few, sees nothing change. It is decided group by group from what was shown and what would be shown, so
/// it says no more of the new counts than that they are within one step of what stands, or what the new figures show by themselves, and nothing of the old ones.
/// </para>
/// <para>
/// The totals of the first release stay the only ones that were made from recorded counts as long as there is a star: of a revision they are sums of what
/// it shows, and hidden as soon as a part is hidden, so there is nothing to subtract. What a total let somebody know of the first release is therefore all that
/// totals ever say, and the hidden counts of a revision are bound to the old ones by nothing but what somebody knows to be unchanged.
/// </para>
/// </summary>
internal static class Releases
{
    /// <summary>
    /// The release that stands from now on: <paramref name="before"/> itself when nothing is shown anew. Groups that were released and are no longer recorded count as
    /// empty, and come last; those that are new count as 0 before. Throws as <see cref="Protection.Protect"/> does, and where the table became a
    /// proportion or ceased to be one, which is another measure.
    /// </summary>
    public static DisclosedTable Release(RawTable now, DisclosedTable? before)
    {
        if (before is null)
            return Protection.Protect(now);
        if (before.Proportion != now.Proportion)
            throw new ArgumentException("A released measure stays a proportion, or none.", nameof(now));

        var strata = Strata(PeopleTable.Of(now), before);
        if (strata.All(before.Strata.Contains))
            return before;
        return new DisclosedTable(now.Proportion, strata, Sum(strata, stratum => stratum.Numerator), Sum(strata, stratum => stratum.Denominator), Revised: true);
    }

    private static List<DisclosedStratum> Strata(PeopleTable now, DisclosedTable before)
    {
        var shown = before.Strata.ToDictionary(stratum => stratum.Name, StringComparer.Ordinal);
        var recorded = now.Strata.Select(stratum => stratum.Shown).ToList();
        var gone = before.Strata.ExceptBy(recorded.Select(stratum => stratum.Name), stratum => stratum.Name, StringComparer.Ordinal).Select(Empty);
        return recorded.Concat(gone)
            .Select(stratum => (Stratum: stratum, Before: shown.GetValueOrDefault(stratum.Name)))
            .Select(pair => Moved(pair.Stratum, pair.Before ?? Empty(pair.Stratum)) ? pair.Stratum : pair.Before)
            .OfType<DisclosedStratum>()
            .ToList();
    }

    private static bool Moved(DisclosedStratum now, DisclosedStratum before) =>
        Moved(now.Numerator, before.Numerator) || Moved(now.Denominator, before.Denominator);

    private static bool Moved(DisclosedCount now, DisclosedCount before) =>
        Math.Abs(now.Place - before.Place) >= DisclosureRules.StepsOfARevision * DisclosureRules.Step;

    private static DisclosedStratum Empty(DisclosedStratum stratum) => new(stratum.Name, DisclosedCount.Of(0), DisclosedCount.Of(0));

    private static DisclosedCount Sum(List<DisclosedStratum> strata, Func<DisclosedStratum, DisclosedCount> count) =>
        strata.Exists(stratum => count(stratum).Hidden) ? DisclosedCount.OutOfSight : DisclosedCount.Of(strata.Sum(stratum => count(stratum).Place));
}
