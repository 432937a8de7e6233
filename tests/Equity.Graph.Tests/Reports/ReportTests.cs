using System.Globalization;
using System.Text.Json;

namespace Equity.Graph.Tests.Reports;

/// <summary>What reporting tools pull, over HTTP.</summary>
public class ReportTests(ReportHost host) : IClassFixture<ReportHost>
{
    [Fact]
    public async Task Every_address_of_the_index_answers_with_its_columns()
    {
        var reports = (await IndexAsync()).ToList();
        Assert.Empty(((string[])["gaps", "measures"]).Except(reports.Select(report => report.Text("name"))));
        foreach (var report in reports)
        {
            var columns = report.At("columns").EnumerateArray().Select(column => column.Text("name")).ToList();
            Assert.Equal(columns, (await host.CsvAsync(report.Text("csv")))[0]);
            Assert.All(await host.JsonAsync(report.Text("json")), row => Assert.Equal(columns, row.EnumerateObject().Select(property => property.Name)));
        }
    }

    [Theory]
    [InlineData("measures")]
    [InlineData("gaps")]
    [InlineData("metrics")]
    [InlineData("catalogue")]
    public async Task Both_forms_of_a_report_hold_the_same_rows(string report)
    {
        var types = (await IndexAsync()).Single(one => one.Text("name") == report).At("columns").EnumerateArray().Select(column => column.Text("type")).ToList();
        var (csv, json) = (await host.CsvAsync($"/reports/{report}.csv"), await host.JsonAsync($"/reports/{report}.json"));
        Assert.Equal(json.Count, csv.Count - 1);
        Assert.All(csv.Skip(1).Zip(json), pair => Assert.Equal(pair.First.Select(Told), pair.Second.EnumerateObject().Zip(types, (cell, type) => Told(Cell(cell, type, pair.Second)))));

        // A row of metrics that hides one number may have others that there are none of: JSON has no word for the difference.
        string Told(string cell) => report == "metrics" && cell == "*" ? "" : cell;
    }

    [Fact]
    public async Task Rows_come_by_team_measure_date_and_group_and_none_comes_twice()
    {
        var rows = await host.CsvAsync("/reports/measures.csv");
        var keys = rows.Skip(1).Select(row => (Team: row[0], Measure: row[3], Date: row[12], Total: row[10].Length == 0, Order: row[11].Length == 0 ? 0 : int.Parse(row[11], CultureInfo.InvariantCulture), Stratum: row[10])).ToList();
        Assert.Equal(keys.OrderBy(key => key.Team, StringComparer.Ordinal).ThenBy(key => key.Measure, StringComparer.Ordinal).ThenBy(key => key.Date, StringComparer.Ordinal).ThenBy(key => key.Total).ThenBy(key => key.Order), keys);
        Assert.Equal(keys.Count, keys.Distinct().Count());
    }

    [Theory]
    [InlineData(EquityHost.Visitor)]
    [InlineData("amina")]
    [InlineData("lead")]
    [InlineData("administrator")]
    public async Task Nothing_small_about_people_is_in_a_file_whoever_asks(string persona)
    {
        var rows = (await host.JsonAsync("/reports/measures.json", persona)).Where(row => row.GetProperty("countsPeople").GetBoolean()).ToList();
        Assert.NotEmpty(rows);
        foreach (var row in rows)
        {
            var (numerator, denominator) = (Number(row, "numerator"), Number(row, "denominator"));
            Assert.All(new[] { numerator, denominator }.OfType<double>(), figure => Assert.True(figure == 0 || (figure >= 10 && figure % 5 == 0), row.GetRawText()));
            Assert.Equal(numerator is null || denominator is null, row.GetProperty("suppressed").GetBoolean());
            Assert.Equal(denominator > 0 ? numerator / denominator : null, Number(row, "value"));
            Assert.False(row.GetProperty("exact").GetBoolean());
        }
        Assert.Contains(rows, row => row.GetProperty("suppressed").GetBoolean());
    }

    [Fact]
    public async Task Everybody_gets_the_same_file()
    {
        foreach (var file in (string[])["measures.csv", "measures.json", "gaps.csv", "gaps.json"])
        {
            var body = await host.FileAsync($"/reports/{file}");
            foreach (var persona in (string[])["amina", "newcomer", "lead", "coach", "analyst", "administrator"])
                Assert.Equal(body, await host.FileAsync($"/reports/{file}", persona));
        }
    }

    [Fact]
    public async Task A_draft_is_in_no_file() => Assert.DoesNotContain(await host.CsvAsync("/reports/measures.csv", "amina"), row => row[0] == host.Keys[^1]);

    [Fact]
    public async Task Figures_about_things_are_exact_for_everybody()
    {
        var rows = (await host.JsonAsync($"/reports/measures.json?team={host.Led}")).Where(row => !row.GetProperty("countsPeople").GetBoolean()).ToList();
        Assert.All(rows, row => Assert.True(row.GetProperty("exact").GetBoolean()));
        Assert.Contains(rows, row => Number(row, "numerator") is > 0 and < 8);
    }

    [Fact]
    public async Task Texts_come_back_as_they_were_written()
    {
        var names = (await host.JsonAsync("/reports/measures.json")).Select(row => row.Text("teamName"));
        Assert.Empty(ReportHost.Names.Except(names));
    }

    [Fact]
    public async Task What_a_spreadsheet_would_run_as_a_formula_gets_an_apostrophe_and_a_number_never_does()
    {
        var rows = (await host.CsvAsync("/reports/measures.csv")).Concat(await host.CsvAsync("/reports/gaps.csv")).ToList();
        Assert.Contains(rows, row => row[1] == "'" + ReportHost.Names[0]);
        Assert.Contains(rows, row => row[1] == "'" + ReportHost.Names[3]);
        Assert.Contains(rows, row => row[4] == "'-1 Leaflets\tprinted");
        var cells = rows.SelectMany(row => row).Where(cell => cell.Length > 0 && "=+-@\t\r".Contains(cell[0], StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(cells);
        Assert.All(cells, cell => Assert.True(double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _), cell));
    }

    [Fact]
    public async Task A_gap_is_that_of_the_graph()
    {
        var row = (await host.JsonAsync($"/reports/gaps.json?team={host.Keys[0]}&measure=missed-visits")).First(row => Number(row, "difference") is not null);
        const string query = "query($team: String!, $at: Date!, $reference: String!) { team(key: $team) { measures { name gap(at: $at, reference: $reference) { groups { stratum rate difference differenceInterval ratio ratioInterval } disparityIndex } } } }";
        var data = await host.DataAsync(query, new { team = row.Text("team"), at = row.Text("date"), reference = row.Text("reference") }, EquityHost.Visitor);
        var gap = data.At("team", "measures").EnumerateArray().Single(measure => measure.Text("name") == "Missed visits").At("gap");
        var group = gap.At("groups").EnumerateArray().Single(group => group.Text("stratum") == row.Text("stratum"));
        Assert.Equal(
            [Number(group, "rate"), Number(group, "difference"), group.At("differenceInterval")[0].GetDouble(), group.At("differenceInterval")[1].GetDouble(), Number(group, "ratio"), Number(gap, "disparityIndex")],
            ((string[])["rate", "difference", "differenceLower", "differenceUpper", "ratio", "disparityIndex"]).Select(name => Number(row, name)));
    }

    [Fact]
    public async Task Filters_keep_what_they_name_days_included()
    {
        var all = await host.JsonAsync("/reports/measures.json");
        await KeepsAsync($"team={host.Keys[1]}", row => row.Text("team") == host.Keys[1]);
        await KeepsAsync("programme=pursuing-equity", row => row.GetProperty("programme").GetString() == "pursuing-equity");
        await KeepsAsync("measure=missed-visits", row => row.Text("measure") == "missed-visits");
        await KeepsAsync("dimension=DEPRIVATION", row => row.GetProperty("dimension").GetString() == "DEPRIVATION");
        await KeepsAsync("from=2025-03-01&to=2025-05-01", row => row.Text("date") is "2025-03-01" or "2025-04-01" or "2025-05-01");
        Assert.Equal(7, (await host.JsonAsync("/reports/measures.json?limit=7")).Count);
        Assert.Empty(await host.JsonAsync("/reports/gaps.json?team=nobody"));

        async Task KeepsAsync(string filter, Func<JsonElement, bool> keeps)
        {
            var kept = await host.JsonAsync($"/reports/measures.json?{filter}");
            Assert.NotEmpty(kept);
            Assert.Equal(all.Where(keeps).Select(row => row.GetRawText()), kept.Select(row => row.GetRawText()));
        }
    }

    /// <summary>A JSON cell as CSV has it.</summary>
    private static string Cell(JsonProperty cell, string type, JsonElement row) => cell.Value.ValueKind switch
    {
        JsonValueKind.Null => type == "number" && row.GetProperty("suppressed").GetBoolean() && IsHidden(cell.Name, row) ? "*" : "",
        JsonValueKind.String when cell.Value.GetString() is { Length: > 0 } text && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal) => "'" + text,
        JsonValueKind.String => cell.Value.GetString()!,
        _ => cell.Value.GetRawText(),
    };

    /// <summary>What belongs to the whole date, and what the reference would be beside itself, is missing and not hidden.</summary>
    private static bool IsHidden(string column, JsonElement row) =>
        !column.Contains("Index", StringComparison.Ordinal) && (column is "numerator" or "denominator" or "value" or "rate" || row.Text("stratum") != row.Text("reference"));

    private static double? Number(JsonElement row, string property) => row.GetProperty(property).ValueKind == JsonValueKind.Null ? null : row.GetProperty(property).GetDouble();

    private async Task<IEnumerable<JsonElement>> IndexAsync() => JsonDocument.Parse(await host.FileAsync("/reports")).RootElement.At("reports").EnumerateArray();
}
