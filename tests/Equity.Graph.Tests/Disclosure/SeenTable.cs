using Equity.Graph.Disclosure;

namespace Equity.Graph.Tests.Disclosure;

/// <summary>One release of one measure at one date as it is on a screen or in a file, with nothing of how it was made.</summary>
internal sealed record SeenTable(bool Proportion, IReadOnlyList<SeenGroup> Groups, SeenCount Numerator, SeenCount Denominator)
{
    public static SeenTable Of(DisclosedTable table) => new(
        table.Proportion,
        [.. table.Strata.Select(stratum => new SeenGroup(stratum.Name, SeenCount.Of(stratum.Numerator), SeenCount.Of(stratum.Denominator)))],
        SeenCount.Of(table.Numerator),
        SeenCount.Of(table.Denominator));
}

/// <summary>A group's two counts.</summary>
internal sealed record SeenGroup(string Name, SeenCount Numerator, SeenCount Denominator);

/// <summary>A number, or null for a star.</summary>
internal readonly record struct SeenCount(long? Value)
{
    public bool Hidden => Value is null;

    public static SeenCount Of(DisclosedCount count) => new(count.Hidden ? null : (long)count.Value!);
}
