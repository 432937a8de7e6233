using System.Globalization;

namespace Equity.Graph.Measures.Charts.Drawing;

/// <summary>A chart in words, for who cannot see it.</summary>
internal static class ChartWords
{
    /// <summary>Its verdict, its length, its lines and last value, and each signal with its dates.</summary>
    public static string Of(ProcessChart chart, double times)
    {
        if (chart.Points.Count == 0) return chart.Verdict;
        var gaps = chart.Points.Count(point => point.Value is null);
        string Bare(double? number) => Number(number!.Value * times);
        string Figure(double? number) => $"{Bare(number)} {Svg.Plain(chart.Unit)}".TrimEnd();
        var sentences = new List<string>
        {
            chart.Verdict,
            $"{chart.Points.Count} {(chart.Points.Count == 1 ? "point" : "points")} from {Day(chart, 0)} to {Day(chart, chart.Points.Count - 1)}{(gaps == 0 ? "" : $", {gaps} of them without a value")}.",
        };
        if (chart.Points.LastOrDefault(point => point.Value is not null) is { } last) sentences.Add($"Last value: {Figure(last.Value)}.");
        if (chart.Centre is { } centre) sentences.Add($"{(chart.Method == ChartMethod.Run ? "Median" : "Average")}: {Figure(centre)}.");
        if (chart.Points.LastOrDefault(point => point.Lower is not null && point.Phase == chart.Points[^1].Phase) is { } limited)
            sentences.Add($"Limits: {Bare(limited.Lower)} to {Figure(limited.Upper)}.");
        foreach (var signal in chart.Points.SelectMany(point => point.Signals).Distinct().Order())
            sentences.Add($"{Capital(SignalMark.Of(signal, chart.Method).Words)}: {string.Join(", ", Stretches(chart, signal))}.");
        return string.Join(' ', sentences);
    }

    /// <summary>With as many decimals as tell something.</summary>
    private static string Number(double number) =>
        number.ToString(Math.Abs(number) switch { >= 100 => "#,0", >= 1 => "0.#", >= 0.01 or 0 => "0.###", _ => "0.##E+0" }, CultureInfo.InvariantCulture);

    private static IEnumerable<string> Stretches(ProcessChart chart, Signal signal) =>
        Finding.Stretches([.. chart.Points.Select(point => point.Signals.Contains(signal) ? 1 : 0)])
            .Where(stretch => stretch.Key == 1)
            .Select(stretch => stretch.Count == 1 ? Day(chart, stretch.First) : $"{Day(chart, stretch.First)} to {Day(chart, stretch.First + stretch.Count - 1)}");

    /// <summary>The month, or the day where a month has several points.</summary>
    private static string Day(ProcessChart chart, int point) => chart.Points.DistinctBy(other => (other.Date.Year, other.Date.Month)).Count() == chart.Points.Count
        ? Scale.IsoMonth(chart.Points[point].Date)
        : Scale.Iso(chart.Points[point].Date);

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
