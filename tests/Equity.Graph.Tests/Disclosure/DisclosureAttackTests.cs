using Equity.Graph.Disclosure;
using Xunit.Abstractions;

namespace Equity.Graph.Tests.Disclosure;

/// <summary>An outsider who knows the program looks at thousands of tables and releases and works out what is hidden.</summary>
public class DisclosureAttackTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_hidden_count_of_a_first_release_keeps_three_possible_values()
    {
        var tables = new RecordedTables(seed: 7);
        var hidden = 0;
        for (var table = 0; table < 3000; table++)
        {
            var raw = tables.Next();
            var facts = Reading.Of([SeenTable.Of(Protection.Protect(raw))]);

            Assert.True(facts.Hold(Truth(raw)));
            Assert.Empty(DisclosureAttack.Leaks(facts));
            hidden += facts.Counts.Count(count => count.Hidden);
        }
        output.WriteLine($"3000 tables, {hidden} hidden counts, {hidden} attacks, 0 with fewer than 3 possible values");
        Assert.True(hidden > 5000);
    }

    [Fact]
    public void Every_hidden_count_keeps_three_possible_values_over_releases_for_somebody_who_knows_what_did_not_change()
    {
        var tables = new RecordedTables(seed: 77);
        var (hidden, revisions) = (0, 0);
        for (var date = 0; date < 1000; date++)
        {
            List<RawTable> raw = [tables.Next()];
            List<DisclosedTable> released = [Protection.Protect(raw[0])];
            for (var release = 1; release < 3; release++)
            {
                raw.Add(tables.Corrected(raw[^1]));
                released.Add(Releases.Release(raw[^1], released[^1]));
                revisions += ReferenceEquals(released[^1], released[^2]) ? 0 : 1;
            }
            var truth = raw.ConvertAll(Truth);
            var facts = Reading.Of(released.ConvertAll(SeenTable.Of), (release, count) => truth[release][count] == truth[release - 1][count] && tables.IsKnown());

            Assert.True(facts.Hold([.. truth.SelectMany(counts => counts)]));
            Assert.Empty(DisclosureAttack.Leaks(facts));
            hidden += facts.Counts.Count(count => count.Hidden);
        }
        output.WriteLine($"1000 dates with 3 releases each, {revisions} revisions, {hidden} hidden counts, {hidden} attacks, 0 with fewer than 3 possible values");
        Assert.True(hidden > 5000 && revisions > 500);
    }

    private static long[] Truth(RawTable table) => [.. table.Strata.SelectMany(stratum => new[] { (long)stratum.Numerator, (long)stratum.Denominator })];
}
