using Equity.Graph.Disclosure;

namespace Equity.Graph.Tests.Disclosure;

/// <summary>
/// The same attack with no idea of how the program works: it is run on every small table, and whoever sees an answer keeps the tables that give it. Counts go up to
/// the end of what is rounded alike, so that no table is missed.
/// </summary>
public class EveryTableTests
{
    private static readonly List<(int Numerator, int Denominator)> ProportionsUpTo12 = Pairs(12, proportion: true);

    public static TheoryData<string> Families => ["two proportions up to 17", "three proportions up to 12", "two others up to 12", "five numerators alone up to 12"];

    [Theory]
    [MemberData(nameof(Families))]
    public void Running_the_program_on_every_table_leaves_each_hidden_count_three_values(string family)
    {
        var (proportion, groups, pairs) = family switch
        {
            "two proportions up to 17" => (true, 2, Pairs(17, proportion: true)),
            "three proportions up to 12" => (true, 3, ProportionsUpTo12),
            "two others up to 12" => (false, 2, Pairs(12, proportion: false)),
            _ => (false, 5, [.. Enumerable.Range(0, 13).Select(numerator => (numerator, 0))]),
        };
        var possible = new Possible();
        foreach (var table in Tables(pairs, groups))
            possible.Add(Seen(Protection.Protect(Raw(proportion, table))), table);

        Assert.True(possible.Hidden > 0);
        Assert.Equal(DisclosureRules.LeastPossible, Math.Min(DisclosureRules.LeastPossible, possible.Fewest));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Running_the_program_on_every_two_releases_leaves_each_hidden_count_three_values(bool secondIsUnchanged)
    {
        var possible = new Possible();
        var counts = Enumerable.Range(0, 23).Select(numerator => (numerator, 0)).ToList();
        foreach (var before in Tables(counts, 2))
        {
            var first = Protection.Protect(Raw(proportion: false, before));
            foreach (var now in Tables(counts, 2))
            {
                if (secondIsUnchanged && now[1] != before[1])
                    continue;
                var second = Releases.Release(Raw(proportion: false, now), first);
                possible.Add([.. Seen(first), .. Seen(second)], [.. before, .. now]);
            }
        }
        Assert.True(possible.Hidden > 0);
        Assert.Equal(DisclosureRules.LeastPossible, Math.Min(DisclosureRules.LeastPossible, possible.Fewest));
    }

    private static List<(int Numerator, int Denominator)> Pairs(int most, bool proportion) =>
        [.. Enumerable.Range(0, most + 1).SelectMany(d => Enumerable.Range(0, (proportion ? d : most) + 1).Select(n => (n, d)))];

    private static IEnumerable<(int Numerator, int Denominator)[]> Tables(List<(int, int)> pairs, int groups)
    {
        var table = new (int, int)[groups];
        for (long number = 0; number < (long)Math.Pow(pairs.Count, groups); number++)
        {
            var rest = number;
            for (var group = 0; group < groups; group++, rest /= pairs.Count)
                table[group] = pairs[(int)(rest % pairs.Count)];
            yield return table;
        }
    }

    private static RawTable Raw(bool proportion, (int Numerator, int Denominator)[] table) =>
        new(proportion, [.. table.Select((pair, group) => new RawStratum($"group {group}", pair.Numerator, pair.Denominator))]);

    /// <summary>All that is shown; each group's two counts first, −1 for a star.</summary>
    private static List<int> Seen(DisclosedTable table) =>
        [.. table.Strata.SelectMany(stratum => new[] { Seen(stratum.Numerator), Seen(stratum.Denominator) }), Seen(table.Numerator), Seen(table.Denominator)];

    private static int Seen(DisclosedCount count) => (int)(count.Value ?? -1);

    /// <summary>For each answer, what each hidden count could be.</summary>
    private sealed class Possible
    {
        private readonly Dictionary<string, (List<int> Places, HashSet<int>[] Values)> answers = new(StringComparer.Ordinal);

        public int Hidden => answers.Values.Sum(answer => answer.Places.Count);

        public int Fewest => answers.Values.SelectMany(answer => answer.Places.Select(place => answer.Values[place].Count)).Min();

        /// <summary>Counts of the table are in the order of the counts seen, two a group; after the groups of each release come its two totals.</summary>
        public void Add(List<int> seen, (int Numerator, int Denominator)[] table)
        {
            var key = string.Join(' ', seen);
            if (!answers.TryGetValue(key, out var answer))
                answers[key] = answer = (HiddenPlaces(seen, table.Length), [.. Enumerable.Range(0, 2 * table.Length).Select(_ => new HashSet<int>())]);
            foreach (var place in answer.Places)
                answer.Values[place].Add(place % 2 == 0 ? table[place / 2].Numerator : table[place / 2].Denominator);
        }

        private static List<int> HiddenPlaces(List<int> seen, int groups)
        {
            var releases = (seen.Count - 2 * groups) / 2;
            var perRelease = 2 * groups / releases;
            return [.. Enumerable.Range(0, 2 * groups).Where(place => seen[place / perRelease * (perRelease + 2) + place % perRelease] < 0)];
        }
    }
}
