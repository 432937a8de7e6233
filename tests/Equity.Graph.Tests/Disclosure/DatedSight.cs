namespace Equity.Graph.Tests.Disclosure;

/// <summary>What was seen of one date of a measure at a moment.</summary>
internal sealed class DatedSight
{
    private readonly AttackedMeasure measure;
    private readonly SeenTable table;
    private readonly IReadOnlyList<SeenRate> rates;
    private readonly long[] truth;

    /// <summary>A group of which nothing is seen is as good as one without people, which is what it was released as.</summary>
    public DatedSight(AttackedMeasure measure, DateOnly date, Sight sight)
    {
        var figures = sight.Figures.Where(figure => figure.Date == date).ToDictionary(figure => figure.Stratum?.Name ?? "");
        this.measure = measure;
        var total = figures[""];
        table = new SeenTable(true,
            [.. measure.Groups.Select(group => figures.GetValueOrDefault(group) is { } figure ? new SeenGroup(group, Seen(figure.Numerator), Seen(figure.Denominator)) : new SeenGroup(group, new(0), new(0)))],
            Seen(total.Numerator), Seen(total.Denominator));
        rates = [.. sight.Rates.Where(rate => rate.Date == date)];
        truth = sight.Truth[date];
        Frozen = sight.Frozen;
    }

    /// <summary>Whether nothing was released since the moment before.</summary>
    public bool Frozen { get; }

    public bool SameAs(DatedSight other) =>
        table.Groups.SequenceEqual(other.table.Groups) && (table.Numerator, table.Denominator) == (other.table.Numerator, other.table.Denominator) && rates.Count == 0;

    /// <summary>
    /// What somebody knows who saw all of them, oldest first, who knows each count that was not corrected from one release to the next, and who looked right before
    /// and after a correction that showed between releases, and knows its size. And what is true.
    /// </summary>
    public static (Facts Facts, IReadOnlyList<long> Truth) Facts(IReadOnlyList<DatedSight> sights)
    {
        var facts = Reading.Of([.. sights.Select(sight => sight.table)], (at, count) => sights[at].truth[count] == sights[at - 1].truth[count]);
        var size = sights[0].truth.Length;
        for (var at = 0; at < sights.Count; at++)
        {
            var (sight, first) = (sights[at], at * size);
            foreach (var count in Enumerable.Range(0, at > 0 && sight.Frozen ? size : 0))
            {
                var change = sight.truth[count] - sights[at - 1].truth[count];
                facts.Difference(first + count, first + count - size, change, change);
            }
            if (at > 0)
                sight.Totals(facts, sights[at - 1].table, first);
            foreach (var (rate, group) in sight.rates.Select(rate => (rate, Group: sight.measure.Groups.ToList().IndexOf(rate.Stratum ?? ""))).Where(told => told.Group >= 0))
                facts.Ratio(first + 2 * group, first + 2 * group + 1, (decimal)rate.Value, rate.Places);
        }
        return (facts, [.. sights.SelectMany(sight => sight.truth)]);
    }

    /// <summary>Totals of a revision say nothing where they are what stood, sums of what is shown, or hidden beside a star.</summary>
    private void Totals(Facts facts, SeenTable before, int first)
    {
        var places = Enumerable.Range(0, table.Groups.Count).Select(group => first + 2 * group).ToList();
        Total(places, group => group.Numerator, table.Numerator, before.Numerator);
        Total(places.ConvertAll(place => place + 1), group => group.Denominator, table.Denominator, before.Denominator);

        void Total(List<int> parts, Func<SeenGroup, SeenCount> count, SeenCount total, SeenCount stood)
        {
            var shown = table.Groups.Any(group => count(group).Hidden) ? null : table.Groups.Sum(group => count(group).Value);
            if (total != stood && total.Value != shown && total.Value is { } told)
                Reading.Told(facts, parts, told);
        }
    }

    private static SeenCount Seen(double? count) => new((long?)count);
}
