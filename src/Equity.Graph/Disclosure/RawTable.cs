namespace Equity.Graph.Disclosure;

/// <summary>
/// One measure of people at one date as it was recorded: the unit that is protected and released. Nothing is summed over measures, dates or teams, so no
/// other table says anything of it.
/// </summary>
/// <param name="Proportion">Whether the people of each numerator are among those of its denominator. Everybody may know this.</param>
/// <param name="Strata">The groups, each person in one of them; their order is kept.</param>
internal sealed record RawTable(bool Proportion, IReadOnlyList<RawStratum> Strata);

/// <summary>One group of a table. Counts that are not whole are rounded up.</summary>
/// <param name="Name">Told apart from the other groups of the table by this; "" where the measure has none.</param>
/// <param name="Numerator">0 to <see cref="DisclosureRules.Greatest"/>.</param>
/// <param name="Denominator">0 to <see cref="DisclosureRules.Greatest"/>; not less than the numerator where the table is of proportions.</param>
internal sealed record RawStratum(string Name, double Numerator, double Denominator);
