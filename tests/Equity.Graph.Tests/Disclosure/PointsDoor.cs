using System.Globalization;
using System.Text.Json;
using Equity.Graph.Measures;

namespace Equity.Graph.Tests.Disclosure;

/// <summary>Figures, of every group, from every day to every day.</summary>
internal sealed class PointsDoor : GraphDoor
{
    /// <summary>What is read of a figure.</summary>
    public const string Selection = "{ date stratum numerator denominator value suppressed }";

    protected override IEnumerable<(string, Func<IReadOnlyList<Figure>, object?>, Func<JsonElement, IEnumerable<SeenRate>>)> Fields(AttackedMeasure measure, bool thorough)
    {
        var days = measure.Recorded.Keys.Select(day => (DateOnly?)day).Prepend(null).ToList();
        foreach (var stratum in measure.Choices.Append("Nobody"))
        {
            foreach (var (from, to) in thorough ? days.SelectMany(from => days.Where(to => stratum is null || to is null || to == from).Select(to => (from, to))) : [(null, null)])
            {
                yield return ($"points{Arguments(("stratum", Written(stratum)), ("from", Written(from)), ("to", Written(to)))} {Selection}",
                    figures => figures.Where(figure => (stratum is null || figure.Stratum?.Name == stratum) && !(figure.Date < from) && !(figure.Date > to)).Select(Shown),
                    _ => []);
            }
        }
    }

    /// <summary>A figure as the graph answers it.</summary>
    public static object Shown(Figure figure) => new
    {
        date = figure.Date,
        stratum = figure.Stratum?.Name,
        numerator = figure.Numerator,
        denominator = figure.Denominator,
        value = figure.Denominator > 0 ? figure.Numerator / figure.Denominator : null,
        suppressed = figure.Numerator is null || figure.Denominator is null,
    };

    /// <summary>The figure that an answer shows.</summary>
    public static Figure Read(JsonElement point, AttackedMeasure measure) => new(
        DateOnly.Parse(point.Text("date"), CultureInfo.InvariantCulture),
        measure.Strata.SingleOrDefault(stratum => stratum.Name == point.GetProperty("stratum").GetString()),
        Number(point, "numerator"), Number(point, "denominator"));

    internal static double? Number(JsonElement of, string field) => of.GetProperty(field) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;
}
