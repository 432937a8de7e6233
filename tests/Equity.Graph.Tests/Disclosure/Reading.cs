namespace Equity.Graph.Tests.Disclosure;

/// <summary>
/// What somebody who knows the program, and nothing else, learns from what is seen: written from docs/disclosure.md and not from the program, and in another
/// way than it. A number that no rule lets through is taken for what was recorded.
/// </summary>
internal static class Reading
{
    /// <summary>
    /// Facts of the releases of one date, oldest first: for each release, for each group in its order, the numerator and the denominator. Groups are the same in
    /// all of them. <paramref name="unchanged"/> says which count of which release (from the second on) is known to be as it was in the one before.
    /// </summary>
    public static Facts Of(IReadOnlyList<SeenTable> releases, Func<int, int, bool>? unchanged = null)
    {
        var facts = new Facts();
        var first = releases[0];
        Groups(facts, first, first.Groups.Select(_ => ((SeenGroup?)null)).ToList(), 0);
        Totals(facts, first);

        for (var release = 1; release < releases.Count; release++)
        {
            Groups(facts, releases[release], [.. releases[release - 1].Groups], release);
            for (var count = 0; count < 2 * first.Groups.Count; count++)
            {
                var offset = release * 2 * first.Groups.Count + count;
                if (unchanged?.Invoke(release, count) == true)
                    facts.Difference(offset, offset - 2 * first.Groups.Count, 0, 0);
            }
        }
        return facts;
    }

    private static void Groups(Facts facts, SeenTable table, IReadOnlyList<SeenGroup?> before, int release)
    {
        foreach (var (group, old) in table.Groups.Zip(before))
        {
            var anew = group != old;
            var numerator = Count(facts, group.Numerator, anew, $"release {release}, {group.Name}, numerator");
            var denominator = Count(facts, group.Denominator, anew, $"release {release}, {group.Name}, denominator");
            if (table.Proportion)
                facts.AtMost(numerator, denominator);
        }
    }

    /// <summary>A count that is shown anew is what it says; one that stands may have moved by one step up or down the ladder.</summary>
    private static int Count(Facts facts, SeenCount seen, bool anew, string name)
    {
        if (seen.Value is { } told && told != Place(told) || seen.Value is > 0 and < 8)
            return facts.Count(name, seen.Value.Value, seen.Value.Value, hidden: true);
        var place = Place(seen);
        var possible = Enumerable.Range(0, (int)place + 20).Where(count => Math.Abs(Place(count) - place) <= (anew ? 0 : 5)).ToList();
        return facts.Count(name, possible[0], possible[^1], seen.Hidden);
    }

    private static void Totals(Facts facts, SeenTable table)
    {
        var numerators = Enumerable.Range(0, table.Groups.Count).Select(group => 2 * group).ToList();
        var denominators = numerators.ConvertAll(count => count + 1);
        Total(facts, denominators, table.Denominator);
        Total(facts, numerators, table.Numerator);
    }

    private static void Total(Facts facts, List<int> parts, SeenCount seen)
    {
        var low = parts.Sum(part => facts.Counts[part].Low);
        var high = parts.Count == 0 ? 0 : DisclosureAttack.Greatest(facts, parts);
        var totals = Enumerable.Range((int)low, (int)(high - low) + 1).Where(total => Shown(total, low, high) == seen).ToList();
        if (totals.Count > 0)
            facts.Sum(parts, totals[0], totals[^1]);
        else
            Told(facts, parts, seen.Value!.Value);
    }

    /// <summary>A total that no rule lets through: rounded by itself, or not at all.</summary>
    public static void Told(Facts facts, IEnumerable<int> parts, long total)
    {
        var off = total % 5 == 0 ? 2 : 0;
        facts.Sum(parts, total - off, total + off);
    }

    /// <summary>The nearest multiple of five inside the range, or the next one above where there is none; hidden where it is the least and the range starts from 1 to 7.</summary>
    internal static SeenCount Shown(long total, long low, long high)
    {
        var inside = Enumerable.Range((int)low, (int)(high - low) + 1).Where(number => number % 5 == 0).ToList();
        if (inside.Count == 0)
            inside.Add(Enumerable.Range((int)high, 5).First(number => number % 5 == 0));
        var shown = inside.MinBy(number => Math.Abs(number - total));
        return new SeenCount(low is > 0 and < 8 && shown == inside[0] ? null : shown);
    }

    private static long Place(SeenCount seen) => seen.Value ?? 5;

    private static long Place(long count) => count == 0 ? 0 : count < 8 ? 5 : (long)Math.Round(count / 5.0) * 5;
}
