using Equity.Graph.Disclosure;

namespace Equity.Graph.Tests.Disclosure;

/// <summary>Tables of people by chance, the same for the same seed: mostly small, and often at the edges where rounding says most.</summary>
internal sealed class RecordedTables(int seed)
{
    private static readonly int[] Edges = [0, 1, 1, 7, 7, 8, 8, 12, 12, 13, 17, 48, 52];

    private static readonly int[] LowEdges = [1, 8, 8, 48];
    private static readonly int[] HighEdges = [7, 12, 12, 52];

    private readonly Random random = new(seed);

    /// <summary>
    /// 1 to 6 groups, proportions and others; each table has its own mixture of edges, small counts and larger ones. Every fourth has denominators at their least and
    /// numerators at their greatest, where the two totals pull against each other.
    /// </summary>
    public RawTable Next() => Next(proportion: random.Next(2) == 0);

    /// <summary>The same of proportions, in groups that are already known.</summary>
    public RawTable Next(IReadOnlyList<string> groups) => new(Proportion: true, [.. Next(proportion: true, groups.Count).Strata.Zip(groups, (stratum, name) => stratum with { Name = name })]);

    /// <summary>Proportions of some size, as charts and gaps like them: 20 to 200 people a group, of whom few or some are counted, and at the edges.</summary>
    public RawTable Large(IReadOnlyList<string> groups) => new(Proportion: true, [.. groups.Select(name =>
        new RawStratum(name, random.Next(4) == 0 ? Edges[random.Next(Edges.Length - 2)] : random.Next(8, 21), random.Next(20, 200)))]);

    /// <summary>True so often, by chance.</summary>
    public bool Once(int outOf) => random.Next(outOf) == 0;

    private RawTable Next(bool proportion, int? count = null)
    {
        var (edges, small, full, pulled) = (random.NextDouble(), random.NextDouble(), random.NextDouble(), random.Next(4) == 0);
        return new RawTable(proportion, [.. Enumerable.Range(0, count ?? random.Next(1, 7)).Select(group =>
        {
            var denominator = pulled ? LowEdges[random.Next(LowEdges.Length)] : Count(edges, small);
            var numerator = pulled ? HighEdges[random.Next(HighEdges.Length)]
                : proportion && random.NextDouble() < full ? denominator : Count(edges, small);
            return new RawStratum($"group {group}", proportion ? Math.Min(numerator, denominator) : numerator, denominator);
        })]);
    }

    /// <summary>The table with late corrections: some groups as they were, some off by one, some by a lot.</summary>
    public RawTable Corrected(RawTable table)
    {
        var often = random.NextDouble();
        return table with
        {
            Strata = [.. table.Strata.Select(stratum =>
            {
                var numerator = Corrected(stratum.Numerator, often);
                var denominator = Corrected(stratum.Denominator, often);
                return stratum with { Numerator = numerator, Denominator = table.Proportion ? Math.Max(numerator, denominator) : denominator };
            })],
        };
    }

    /// <summary>Whether, by chance, something that is so is also known.</summary>
    public bool IsKnown() => random.Next(2) == 0;

    private double Corrected(double count, double often) =>
        random.NextDouble() > often ? count : Math.Max(0, count + (random.Next(3) == 0 ? random.Next(-40, 41) : random.Next(-1, 2) * random.Next(1, 9)));

    private int Count(double edges, double small) =>
        random.NextDouble() < edges ? Edges[random.Next(Edges.Length)] : random.NextDouble() < small ? random.Next(0, 13) : random.Next(0, 90);
}
