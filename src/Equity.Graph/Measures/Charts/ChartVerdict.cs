namespace Equity.Graph.Measures.Charts;

/// <summary>
/// What a phase tells, as one plain sentence without figures of the measure, in words that fit a name in the singular and in the plural. The finding that
/// reaches furthest is told; of several that reach as far the one with the most points, as it tells most, and then the weightiest; few crossings, which are of
/// the whole phase, only when there is nothing else.
/// </summary>
internal static class ChartVerdict
{
    /// <summary>The verdict on no points.</summary>
    public static string OfNothing(string name, ChartOrder order) => $"{Subject(name)}: no known points yet, and {Needs(order)}.";

    /// <summary>The verdict on a phase, the last one of a chart.</summary>
    public static string Of(string name, ChartOrder order, Phase phase, ChartLines lines, IReadOnlyList<Finding> findings, bool isFirst)
    {
        var dates = ChartDates.Of(phase);
        var since = isFirst ? "" : $" since the new start {dates.In(0)}";
        if (phase.Known < order.LeastPoints)
            return $"{Subject(name)}: {(phase.Known == 0 ? "no" : ChartDates.Number(phase.Known))} known {(phase.Known == 1 ? "point" : "points")}{(isFirst ? " so far" : since)}, and {Needs(order)}.";
        if (Latest(findings) is not { } latest)
            return lines.Why is { } why ? $"{Subject(name)}: {why}." : $"{Subject(name)}: no sign of change beyond the usual ups and downs{since}.";
        var isNews = phase.Values.Skip(latest.Points[^1] + 1).All(value => value is null);
        var worth = latest.Way > 0 == (order.Better == Direction.Higher) ? "which is better" : "which is worse";
        var (what, how) = Told(latest, dates, order.Method);
        return $"{Subject(name)} {what}, {worth}: {how}{(isNews ? "" : ", and there is no sign of change since then")}.";
    }

    private static Finding? Latest(IReadOnlyList<Finding> findings) => findings
        .OrderBy(finding => finding.Signal == Signal.FewCrossings)
        .ThenByDescending(finding => finding.Points[^1])
        .ThenByDescending(finding => finding.Points.Count)
        .ThenBy(finding => finding.Signal)
        .FirstOrDefault();

    /// <summary>What changed, and how it is seen.</summary>
    private static (string What, string How) Told(Finding finding, ChartDates dates, ChartMethod method)
    {
        var (first, last) = (finding.Points[0], finding.Points[^1]);
        var (isUp, count, when) = (finding.Way > 0, $"{ChartDates.Number(finding.Points.Count)} {dates.Word}", dates.From(first, last));
        var (moved, high, side, limit) = isUp ? ("rose", "high", "above", "upper") : ("fell", "low", "below", "lower");
        var centre = method == ChartMethod.Run ? "median" : "average";
        return finding.Signal switch
        {
            Signal.OutsideLimits => ($"went unusually {high} {dates.In(last)}", $"{side} the {limit} limit"),
            Signal.Trend => ($"kept {(isUp ? "rising" : "falling")}", $"{count} in a row, each {(isUp ? "higher" : "lower")} than the one before, {when}"),
            Signal.TwoOfThree => ($"went {(isUp ? "higher" : "lower")} than usual", $"two or more of three {dates.Word} in a row close to the {limit} limit, {when}"),
            Signal.Shift => (moved, $"{count} in a row {side} the {centre}, {when}"),
            Signal.LongRun => (moved, $"{count} {side} the {centre} with none {(isUp ? "below" : "above")} it between them, {when}"),
            _ => ($"did not stay level, and ended {high}", $"the line crossed the {centre} less often than it would by chance"),
        };
    }

    private static string Needs(ChartOrder order) => $"it takes {ChartDates.Number(order.LeastPoints)} to tell a change from the usual ups and downs";

    private static string Subject(string name) => string.IsNullOrWhiteSpace(name) ? "The measure" : name.Trim();
}
