namespace Equity.Graph.Tests.Disclosure;

/// <summary>
/// What somebody knows of counts of people, however it came to be known: each count's range, and sums of them. Plain data, so that figures read from anywhere
/// can be attacked.
/// </summary>
internal sealed class Facts
{
    private readonly List<CountFact> counts = [];
    private readonly List<SumFact> sums = [];

    public IReadOnlyList<CountFact> Counts => counts;

    public IReadOnlyList<SumFact> Sums => sums;

    /// <summary>A count that is a whole number in a range; its place in <see cref="Counts"/>.</summary>
    public int Count(string name, long low, long high, bool hidden)
    {
        counts.Add(new CountFact(name, low, high, hidden));
        return counts.Count - 1;
    }

    /// <summary>The counts together are in a range.</summary>
    public void Sum(IEnumerable<int> of, long low, long high) => sums.Add(new SumFact([.. of.Select(count => (count, 1L))], low, high));

    /// <summary>One count is higher than another by something in a range.</summary>
    public void Difference(int count, int other, long low, long high) => sums.Add(new SumFact([(count, 1), (other, -1)], low, high));

    /// <summary>One count is not above another.</summary>
    public void AtMost(int count, int other) => Difference(other, count, 0, int.MaxValue);

    /// <summary>One count divided by another was shown as a decimal number with this many places.</summary>
    public void Ratio(int count, int other, decimal shown, int places)
    {
        var scale = (long)Math.Pow(10, places);
        var value = (long)Math.Round(shown * scale);
        sums.Add(new SumFact([(count, 2 * scale), (other, -2 * value + 1)], 0, int.MaxValue));
        sums.Add(new SumFact([(count, 2 * scale), (other, -2 * value - 1)], int.MinValue, 0));
    }

    /// <summary>Whether all of it is so: an attack that starts from what is not so proves nothing.</summary>
    public bool Hold(IReadOnlyList<long> truth) =>
        counts.Zip(truth).All(pair => pair.Second >= pair.First.Low && pair.Second <= pair.First.High)
        && sums.TrueForAll(sum => sum.Terms.Sum(term => term.Times * truth[term.Count]) is var total && total >= sum.Low && total <= sum.High);
}

/// <summary>A whole number from <paramref name="Low"/> to <paramref name="High"/>; <paramref name="Hidden"/> when it must stay unknown.</summary>
internal sealed record CountFact(string Name, long Low, long High, bool Hidden);

/// <summary>Counts, each as many times as said, are together from <paramref name="Low"/> to <paramref name="High"/>.</summary>
internal sealed record SumFact(IReadOnlyList<(int Count, long Times)> Terms, long Low, long High);
