using System.Globalization;
using System.Text.Json;
using Equity.Graph.Measures;
using Equity.Graph.Measures.Gaps;
using Equity.Graph.Rules;

namespace Equity.Graph.Tests.Disclosure;

/// <summary>Gaps, beside every group, at every date.</summary>
internal sealed class GapDoor : GraphDoor
{
    protected override IEnumerable<(string, Func<IReadOnlyList<Figure>, object?>, Func<JsonElement, IEnumerable<SeenRate>>)> Fields(AttackedMeasure measure, bool thorough)
    {
        foreach (var reference in thorough ? measure.Choices : [null])
        {
            foreach (var at in thorough ? measure.Recorded.Keys.Select(day => (DateOnly?)day).Prepend(null) : [null])
            {
                yield return ($"gap{Arguments(("reference", Written(reference)), ("at", Written(at)))} {{ at reference groups {{ stratum rate difference differenceInterval ratio ratioInterval suppressed }} slopeIndex slopeIndexInterval relativeIndex relativeIndexInterval disparityIndex why narrowing trend verdict }}",
                    figures => Shown(MeasureGap.Of([.. measure.Strata.OrderBy(stratum => stratum.Order).ThenBy(stratum => stratum.Id)], figures, reference, at)), Rates);
            }
        }
    }

    private static object Shown(MeasureGap made) => new
    {
        at = made.At,
        reference = made.Gap.Reference,
        groups = made.Gap.Groups.Select(group => new
        {
            stratum = group.Stratum,
            rate = group.Rate,
            difference = group.Difference,
            differenceInterval = GapGroupType.EndsOf(group.DifferenceInterval),
            ratio = group.Ratio,
            ratioInterval = GapGroupType.EndsOf(group.RatioInterval),
            suppressed = made.Hidden.Contains(group.Stratum),
        }),
        slopeIndex = made.Gap.SlopeIndex,
        slopeIndexInterval = GapGroupType.EndsOf(made.Gap.SlopeIndexInterval),
        relativeIndex = made.Gap.RelativeIndex,
        relativeIndexInterval = GapGroupType.EndsOf(made.Gap.RelativeIndexInterval),
        disparityIndex = made.Gap.DisparityIndex,
        why = made.Gap.Why.Select(note => note.Words).Distinct(),
        narrowing = made.Trend.Narrowing,
        trend = ConstantCase.Of($"{made.Trend.Verdict}"),
        verdict = made.Trend.Words,
    };

    private static IEnumerable<SeenRate> Rates(JsonElement gap) => gap.GetProperty("at").GetString() is not { } at ? [] : gap.At("groups").EnumerateArray()
        .Where(group => PointsDoor.Number(group, "rate") is not null)
        .Select(group => new SeenRate(DateOnly.Parse(at, CultureInfo.InvariantCulture), group.Text("stratum"), PointsDoor.Number(group, "rate")!.Value, Places: 6));
}
