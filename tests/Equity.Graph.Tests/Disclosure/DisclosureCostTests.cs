using System.Globalization;
using Equity.Graph.Disclosure;
using Xunit.Abstractions;

namespace Equity.Graph.Tests.Disclosure;

/// <summary>What readers lose: the figures of docs/disclosure.md, on months of a team with five groups of unequal size and 10 to 25 % missed appointments.</summary>
public class DisclosureCostTests(ITestOutputHelper output)
{
    private const int Months = 4000;

    private static readonly double[] Sizes = [0.32, 0.26, 0.19, 0.14, 0.09];
    private static readonly double[] Rates = [0.10, 0.12, 0.15, 0.20, 0.25];

    [Theory]
    [InlineData(20, 0.03, 0.001)]
    [InlineData(50, 0.4, 0.001)]
    [InlineData(100, 0.97, 0.001)]
    [InlineData(200, 1, 0.001)]
    [InlineData(400, 1, 0.001)]
    public void The_rate_over_all_groups_is_shown_where_there_are_people_enough(int people, double shownAtLeast, double keptInRangeAtMost)
    {
        var random = new Random(people);
        var (stars, groupRates, rates, plain, kept, off) = (0, 0, 0, 0, 0, 0d);
        for (var month = 0; month < Months; month++)
        {
            var raw = Month(random, people);
            var shown = Protection.Protect(raw);
            var (numerator, denominator) = (raw.Strata.Sum(stratum => stratum.Numerator), raw.Strata.Sum(stratum => stratum.Denominator));
            stars += shown.Strata.Count(stratum => stratum.Numerator.Hidden);
            groupRates += shown.Strata.Count(stratum => stratum.Rate is not null);
            plain += shown.Rate is not null && shown.Strata.All(stratum => !stratum.Numerator.Hidden && !stratum.Denominator.Hidden) ? 1 : 0;
            kept += Math.Abs((shown.Numerator.Value ?? numerator) - numerator) > 2 ? 1 : 0;
            rates += shown.Rate is not null ? 1 : 0;
            off += shown.Rate is { } rate ? Math.Abs(rate - numerator / denominator) : 0;
        }
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{people} people a month: {100d * stars / Months / 5:0.0} % of numerators are stars, {100d * groupRates / Months / 5:0.0} % of groups' rates and {100d * rates / Months:0.0} % of rates over all are shown ({100d * plain / Months:0.0} % if totals were hidden beside a star), {100d * kept / Months:0.00} % kept in range, off by {100 * off / Math.Max(1, rates):0.0} points"));

        Assert.True(rates >= shownAtLeast * Months);
        Assert.True(kept <= keptInRangeAtMost * Months);
    }

    private static RawTable Month(Random random, int people)
    {
        var (numerators, denominators) = (new int[Sizes.Length], new int[Sizes.Length]);
        for (var person = 0; person < people; person++)
        {
            var (group, at) = (0, random.NextDouble());
            while (group < Sizes.Length - 1 && at >= Sizes[group])
                at -= Sizes[group++];
            denominators[group]++;
            numerators[group] += random.NextDouble() < Rates[group] ? 1 : 0;
        }
        return new RawTable(Proportion: true, [.. Sizes.Select((_, group) => new RawStratum($"quintile {group + 1}", numerators[group], denominators[group]))]);
    }
}
