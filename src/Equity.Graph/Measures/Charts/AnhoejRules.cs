using System.Numerics;

namespace Equity.Graph.Measures.Charts;

/// <summary>
/// Anhøj's run chart and rules, as qicharts2 0.8.1 applies them (qic.run and runs.analysis). Points on the centre line and gaps are left out first; a run goes
/// on over them. The package says only that a phase has a signal; here a long run flags its own points, and few crossings all useful points of the phase.
/// Source of the rules: Anhøj and Olesen, Run charts revisited, PLoS ONE 9 (2014) e113825.
/// </summary>
internal static class AnhoejRules
{
    /// <summary>Named in every chart by them.</summary>
    public const string Rules = "Anhøj's rules for a run chart, as the package qicharts2 0.8.1 applies them: an unusually long run on one side of the median, or unusually few crossings of it.";

    /// <summary>With fewer points off the line the rules tell nothing; the package computes all the same.</summary>
    private const int LeastUseful = 10;

    /// <summary>The median of the baseline, the mean of the middle two of an even number; no limits.</summary>
    public static ChartLines Lines(Phase phase)
    {
        double[] known = [.. phase.Values.Take(phase.Baseline).OfType<double>().Order()];
        if (known.Length == 0) return ChartLines.Only(null, phase.Points.Count, ChartLines.NoBaseline);
        var median = (known[(known.Length - 1) / 2] / 2) + (known[known.Length / 2] / 2);
        return ChartLines.Only(median, phase.Points.Count, Useful(phase, median).Length < LeastUseful ? ChartLines.TooManyOnTheLine : null);
    }

    /// <summary>Every run longer than round(log2 n) + 3, and the whole when it crosses less often than the 5 % point of Binomial(n − 1, ½); n is of the useful points.</summary>
    public static IEnumerable<Finding> Findings(Phase phase, ChartLines lines)
    {
        var useful = Useful(phase, lines.Centre);
        if (useful.Length < LeastUseful) yield break;
        (int First, int Count, int Side)[] runs = [.. Finding.Stretches([.. useful.Select(i => phase.Side(phase.Values[i], lines.Centre))])];
        foreach (var (first, count, side) in runs.Where(run => run.Count > LongestUsualRun(useful.Length)))
            yield return new Finding(Signal.LongRun, side, useful[first..(first + count)]);
        if (runs.Length - 1 < FewestUsualCrossings(useful.Length)) yield return new Finding(Signal.FewCrossings, runs[^1].Side, useful);
    }

    /// <summary>Source: Schilling, The surprising predictability of long runs, Mathematics Magazine 85 (2012).</summary>
    private static int LongestUsualRun(int useful) => (int)Math.Round(Math.Log2(useful)) + 3;

    /// <summary>The least k to which Binomial(n − 1, ½) comes with a chance of 5 % or more. Exact: in whole numbers. Source: Chen, Communications in Statistics 39 (2010).</summary>
    private static int FewestUsualCrossings(int useful)
    {
        BigInteger all = BigInteger.One << (useful - 1), ways = 1, sum = 1;
        var crossings = 0;
        for (; sum * 20 < all; sum += ways)
            ways = ways * (useful - 1 - crossings) / ++crossings;
        return crossings;
    }

    private static int[] Useful(Phase phase, double? centre) =>
        [.. Enumerable.Range(0, phase.Values.Count).Where(i => phase.Side(phase.Values[i], centre) != 0)];
}
