using System.Text.Json;
using Equity.Graph.Measures.Charts;
using Equity.Graph.Rules;

namespace Equity.Graph.Tests.Disclosure;

/// <summary>Charts as files, of each group by each method, and of all groups side by side.</summary>
internal sealed class PictureDoor : IFigureDoor
{
    public async Task<IReadOnlyList<Answer>> AskAsync(EquityHost host, string persona, AttackedMeasure measure, bool thorough)
    {
        using var client = host.ClientFor(persona);
        var answers = new List<Answer>();
        foreach (var method in thorough ? Enum.GetValues<ChartMethod>() : [ChartMethod.Xmr])
        {
            var order = new ChartOrder(method, measure.Public.Better, measure.Public.Unit);
            foreach (var stratum in thorough ? measure.Choices : [null])
            {
                var question = $"/measures/{measure.Id}/chart.svg?method={ConstantCase.Of($"{method}")}{(stratum is null ? "" : $"&stratum={Uri.EscapeDataString(stratum)}")}";
                answers.Add(new(question, JsonSerializer.SerializeToElement(await client.GetStringAsync(question)), figures => MeasureChart.Of(measure.Public, figures, stratum, order) is var made ? ChartPicture.Of(made.Title, made.Chart) : null, _ => []));
            }
            var all = $"/measures/{measure.Id}/chart.svg?multiples=true&method={ConstantCase.Of($"{method}")}";
            answers.Add(new(all, JsonSerializer.SerializeToElement(await client.GetStringAsync(all)),
                figures => ChartPicture.Multiples(measure.Public.Name, [.. MeasureChart.OfEach(figures, measure.Strata, order).Select(chart => (chart.Title, chart.Chart))]), _ => []));
        }
        return answers;
    }
}
