using System.Globalization;
using System.Text.Json;
using Equity.Graph.Tests.Reports;

namespace Equity.Graph.Tests.Disclosure;

/// <summary>Files for reporting tools, in both forms, whole and filtered.</summary>
internal sealed class ReportDoor : IFigureDoor
{
    public async Task<IReadOnlyList<Answer>> AskAsync(EquityHost host, string persona, AttackedMeasure measure, bool thorough)
    {
        using var client = host.ClientFor(persona);
        var answers = new List<Answer>();
        foreach (var day in thorough ? measure.Recorded.Keys.Select(day => (DateOnly?)day).Prepend(null) : [null])
        {
            var filter = string.Create(CultureInfo.InvariantCulture, $"?team={measure.Team.Key}{(day is { } one ? $"&from={one:yyyy-MM-dd}&to={one:yyyy-MM-dd}" : "")}");
            var json = JsonDocument.Parse(await client.GetStringAsync($"/reports/measures.json{filter}")).RootElement.EnumerateArray().Select(row => row.EnumerateObject().ToDictionary(cell => cell.Name, cell => cell.Value.ValueKind == JsonValueKind.Null ? null : cell.Value.ToString()));
            var csv = Rfc4180.Read(await client.GetStringAsync($"/reports/measures.csv{filter}"));
            var rows = csv.Skip(1).Select(cells => csv[0].Zip(cells).ToDictionary(cell => cell.First, cell => cell.Second.Length == 0 || cell.Second == "*" ? null : cell.Second));
            answers.Add(Answer("json", json));
            answers.Add(Answer("csv", rows));

            Answer Answer(string form, IEnumerable<Dictionary<string, string?>> found) => new($"/reports/measures.{form}{filter}",
                JsonSerializer.SerializeToElement(found.Where(row => row["measureName"] == measure.Public.Name).Select(row => new { date = row["date"], stratum = row["stratum"], numerator = Number(row["numerator"]), denominator = Number(row["denominator"]), value = Number(row["value"]) })),
                figures => figures.Where(figure => day is null || figure.Date == day).Select(figure => new
                {
                    date = figure.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    stratum = figure.Stratum?.Name,
                    numerator = figure.Numerator,
                    denominator = figure.Denominator,
                    value = figure.Value,
                }), _ => []);
        }
        return answers;
    }

    private static double? Number(string? text) => text is null ? null : double.Parse(text, CultureInfo.InvariantCulture);
}
