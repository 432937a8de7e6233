namespace Equity.Graph.Measures.Charts;

/// <summary>One sign of change.</summary>
/// <param name="Signal">By which rule.</param>
/// <param name="Way">Up (1) or down (−1): where the points are, or which way they go.</param>
/// <param name="Points">The points that it flags, one or more, by their number in the phase, ascending.</param>
internal sealed record Finding(Signal Signal, int Way, IReadOnlyList<int> Points)
{
    /// <summary>The points beyond their limits, each a finding of its own.</summary>
    public static IEnumerable<Finding> Outside(Phase phase, ChartLines lines)
    {
        foreach (var (i, value) in phase.Values.Index())
        {
            if (phase.Side(value, lines.Upper[i]) > 0) yield return new Finding(Signal.OutsideLimits, 1, [i]);
            else if (phase.Side(value, lines.Lower[i]) < 0) yield return new Finding(Signal.OutsideLimits, -1, [i]);
        }
    }

    /// <summary>Neighbours that have the same key, as (first, how many, key), from left to right.</summary>
    public static IEnumerable<(int First, int Count, int Key)> Stretches(IReadOnlyList<int> keys)
    {
        for (int first = 0, next; first < keys.Count; first = next)
        {
            for (next = first + 1; next < keys.Count && keys[next] == keys[first];) next++;
            yield return (first, next - first, keys[first]);
        }
    }
}
