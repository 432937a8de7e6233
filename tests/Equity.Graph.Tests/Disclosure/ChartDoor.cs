using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using Equity.Graph.Measures;
using Equity.Graph.Measures.Charts;
using Equity.Graph.Rules;

namespace Equity.Graph.Tests.Disclosure;

/// <summary>Charts by every method of every group, anew from every date, with baselines (of everybody and one group, as the rest is the same); their words and pictures too.</summary>
internal sealed class ChartDoor : GraphDoor
{
    protected override IEnumerable<(string, Func<IReadOnlyList<Figure>, object?>, Func<JsonElement, IEnumerable<SeenRate>>)> Fields(AttackedMeasure measure, bool thorough)
    {
        foreach (var stratum in thorough ? measure.Choices.Append("Nobody") : [null, measure.Choices.Last()])
        {
            foreach (var method in thorough ? Enum.GetValues<ChartMethod>() : [ChartMethod.Xmr])
                yield return Ask(measure, stratum, method, null, null);
        }
        foreach (var stratum in thorough ? measure.Choices.Take(2) : [])
        {
            foreach (var day in measure.Recorded.Keys)
                yield return Ask(measure, stratum, ChartMethod.Xmr, day, null);
            foreach (var baseline in new[] { 1, 6, 12 })
                yield return Ask(measure, stratum, ChartMethod.P, null, baseline);
        }
    }

    private static (string, Func<IReadOnlyList<Figure>, object?>, Func<JsonElement, IEnumerable<SeenRate>>) Ask(
        AttackedMeasure measure, string? stratum, ChartMethod method, DateOnly? rebase, int? baseline)
    {
        var order = new ChartOrder(method, measure.Public.Better, measure.Public.Unit) { Rebases = rebase is { } day ? [day] : [], BaselinePoints = baseline };
        var arguments = Arguments(("stratum", Written(stratum)), ("method", ConstantCase.Of($"{method}")), ("rebase", Written(rebase)), ("baseline", baseline?.ToString(CultureInfo.InvariantCulture)));
        return ($"chart{arguments} {{ method rules centre points {{ date value centre lower upper signals suppressed }} verdict svg }}",
            figures => Shown(MeasureChart.Of(measure.Public, figures, stratum, order)), chart => Rates(chart, stratum));
    }

    private static object Shown(MeasureChart made) => new
    {
        method = ConstantCase.Of($"{made.Chart.Method}"),
        rules = made.Chart.Rules,
        centre = made.Chart.Centre,
        points = made.Chart.Points.Select(point => new
        {
            date = point.Date,
            value = point.Value,
            centre = point.Centre,
            lower = point.Lower,
            upper = point.Upper,
            signals = point.Signals.Select(signal => ConstantCase.Of($"{signal}")),
            suppressed = made.Hidden.Contains(point.Date),
        }),
        verdict = made.Chart.Verdict,
        svg = ChartPicture.Of(made.Title, made.Chart),
    };

    /// <summary>Values as they are told, and as they are drawn: where a dot is between two lines of the grid.</summary>
    private static IEnumerable<SeenRate> Rates(JsonElement chart, string? stratum)
    {
        var known = chart.At("points").EnumerateArray().Where(point => PointsDoor.Number(point, "value") is not null)
            .Select(point => (Date: DateOnly.Parse(point.Text("date"), CultureInfo.InvariantCulture), Value: PointsDoor.Number(point, "value")!.Value)).ToList();
        var drawn = Drawn(XDocument.Parse(chart.Text("svg")));
        return known.Select(point => new SeenRate(point.Date, stratum, point.Value, Places: 6)).Concat(known.Zip(drawn, (point, value) => new SeenRate(point.Date, stratum, value, Places: 4)));
    }

    /// <summary>The values of the dots of a picture, from left to right.</summary>
    internal static IReadOnlyList<double> Drawn(XDocument picture)
    {
        var labels = picture.Descendants().Where(element => element.Name.LocalName == "text" && element.Attribute("text-anchor")?.Value == "end" && double.TryParse(element.Value, CultureInfo.InvariantCulture, out _))
            .Select(label => (At: Of(label, "y") - 4, Value: double.Parse(label.Value, CultureInfo.InvariantCulture))).ToList();
        var (first, last) = (labels[0], labels[^1]);
        return [.. picture.Descendants().Where(element => element.Name.LocalName == "circle" && element.Attribute("r")!.Value == "2.6")
            .Select(dot => first.Value + (Of(dot, "cy") - first.At) / (last.At - first.At) * (last.Value - first.Value))];

        static double Of(XElement element, string name) => double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);
    }
}
