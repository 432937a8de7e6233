using MathNet.Numerics.RootFinding;

namespace Equity.Graph.Measures.Gaps;

/// <summary>
/// The relative index of inequality: the rate at the most deprived end of the population by the rate at the least deprived end (<see cref="SlopeLine"/>).
/// Source: Kunst and Mackenbach, "Measuring socioeconomic inequalities in health", WHO Regional Office for Europe (1994); <c>phe_sii</c> of the R package PHEindicatormethods.
/// Its interval holds every ratio θ for which "most deprived end − θ × least deprived end" may be 0 (Fieller, "Some problems in interval estimation", Journal of the Royal Statistical
/// Society B 16 (1954), 175–185), which is again a sum of rates with fixed weights (<see cref="WeightedSum.IntervalOf"/>).
/// </summary>
internal static class RelativeIndex
{
    private const double Accuracy = 1e-12;
    private const int MostSteps = 200;

    /// <summary>From 0; above 1 when the rate is higher at the most deprived end. None where the line reaches zero, no interval where the least deprived end may be zero.</summary>
    public static Estimate Of(SlopeLine line, bool proportions)
    {
        var (most, least) = (WeightedSum.Of(line.Most), WeightedSum.Of(line.Least));
        if (most < 0 || least <= 0) return Estimate.None(GapWords.EndAtZero);
        var ratio = most / least;
        if (!proportions) return Estimate.Without(ratio, GapWords.NoProportion);
        if (WeightedSum.IntervalOf(line.Least).Lower <= 0) return Estimate.Without(ratio, GapWords.EndNearZero);
        return IntervalAround(ratio, line) is { } interval ? Estimate.Of(ratio, interval) : Estimate.Without(ratio, GapWords.EndNearZero);
    }

    private static Interval? IntervalAround(double ratio, SlopeLine line)
    {
        var lower = WeightedSum.IntervalOf(line.Most).Lower <= 0 ? 0 : Root(theta => Remainder(theta).Lower, 0, ratio);
        var beyond = 2 * ratio + 1;
        for (var step = 0; step < MostSteps && Remainder(beyond).Upper >= 0; step++) beyond *= 2;
        return lower is { } low && Root(theta => Remainder(theta).Upper, ratio, beyond) is { } high ? new(low, high) : null;

        Interval Remainder(double theta) =>
            WeightedSum.IntervalOf([.. line.Most.Zip(line.Least, (most, least) => most with { Weight = most.Weight - theta * least.Weight })]);
    }

    private static double? Root(Func<double, double> of, double from, double to) => Brent.TryFindRoot(of, from, to, Accuracy, MostSteps, out var root) ? root : null;
}
