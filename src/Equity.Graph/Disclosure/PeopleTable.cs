namespace Equity.Graph.Disclosure;

/// <summary>A recorded table in whole people, checked.</summary>
internal sealed record PeopleTable(IReadOnlyList<PeopleStratum> Strata)
{
    /// <summary>Throws <see cref="ArgumentException"/>, with no count in its message, where the table is none.</summary>
    public static PeopleTable Of(RawTable table)
    {
        var strata = table.Strata
            .Select(stratum => new PeopleStratum(stratum.Name, DisclosureRules.Whole(stratum.Numerator), DisclosureRules.Whole(stratum.Denominator)))
            .ToList();
        if (strata.DistinctBy(stratum => stratum.Name, StringComparer.Ordinal).Count() < strata.Count)
            throw new ArgumentException("Two groups of the table have the same name.", nameof(table));
        if (table.Proportion && strata.Exists(stratum => stratum.Numerator > stratum.Denominator))
            throw new ArgumentException("A proportion has more people in its numerator than in its denominator.", nameof(table));
        return new PeopleTable(strata);
    }
}

/// <summary>One group in whole people.</summary>
internal sealed record PeopleStratum(string Name, long Numerator, long Denominator)
{
    /// <summary>What others see of it.</summary>
    public DisclosedStratum Shown => new(Name, DisclosureRules.Shown(Numerator), DisclosureRules.Shown(Denominator));
}
