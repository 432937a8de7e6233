namespace Equity.Graph.Measures.Charts;

/// <summary>A measure over time, with what is more than the usual ups and downs. The same values and order give the same chart.</summary>
/// <param name="Name">Of what is charted.</param>
/// <param name="Unit">A word for the axis.</param>
/// <param name="Method">How it is charted.</param>
/// <param name="Points">In the order of their dates.</param>
/// <param name="Verdict">One plain sentence: what changed, whether for the better, and how that is seen; or that nothing did; or why that cannot be told.</param>
internal sealed record ProcessChart(string Name, string Unit, ChartMethod Method, IReadOnlyList<ChartPoint> Points, string Verdict)
{
    /// <summary>One plain sentence that names the rules and the version of their source.</summary>
    public string Rules => Method switch
    {
        ChartMethod.Xmr => MakingDataCount.Rules,
        ChartMethod.Run => AnhoejRules.Rules,
        ChartMethod.P => Proportions.Rules,
        _ => Proportions.PrimeRules,
    };

    /// <summary>The average or median of the last phase; null when that is too short.</summary>
    public double? Centre => Points.Count == 0 ? null : Points[^1].Centre;

    /// <summary>Charts values.</summary>
    /// <param name="values">In any order, none or more; no two of a date.</param>
    /// <param name="order">How.</param>
    /// <param name="name">What they are of, as a sentence begins: "Missed appointments".</param>
    /// <exception cref="ArgumentException">Two values are of the same date.</exception>
    public static ProcessChart Of(IReadOnlyList<ChartValue> values, ChartOrder order, string name)
    {
        ChartValue[] sorted = [.. values.OrderBy(value => value.Date)];
        if (sorted.DistinctBy(value => value.Date).Count() < sorted.Length) throw new ArgumentException("Two values are of the same date.", nameof(values));
        var points = new List<ChartPoint>();
        var verdict = ChartVerdict.OfNothing(name, order);
        foreach (var (number, phase) in Phase.Of(sorted, order).Index())
        {
            var lines = phase.Known < order.LeastPoints ? ChartLines.Only(null, phase.Points.Count) : Lines(phase, order.Method);
            Finding[] findings = lines.Centre is null ? [] : [.. Findings(phase, lines, order.Method)];
            points.AddRange(phase.Points.Select((point, i) => new ChartPoint(point.Date, number, point.Value, lines.Centre, lines.Lower[i], lines.Upper[i],
                [.. findings.Where(finding => finding.Points.Contains(i)).Select(finding => finding.Signal).Distinct().Order()])));
            verdict = ChartVerdict.Of(name, order, phase, lines, findings, isFirst: number == 0);
        }
        return new ProcessChart(name, order.Unit, order.Method, points, verdict);
    }

    private static ChartLines Lines(Phase phase, ChartMethod method) => method switch
    {
        ChartMethod.Xmr => MakingDataCount.Lines(phase),
        ChartMethod.Run => AnhoejRules.Lines(phase),
        ChartMethod.P => Proportions.Lines(phase),
        _ => Proportions.PrimeLines(phase),
    };

    private static IEnumerable<Finding> Findings(Phase phase, ChartLines lines, ChartMethod method) =>
        method == ChartMethod.Xmr ? MakingDataCount.Findings(phase, lines) : [.. Finding.Outside(phase, lines), .. AnhoejRules.Findings(phase, lines)];
}
