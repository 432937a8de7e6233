using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Equity.Graph.Auth.Development;

namespace Equity.Graph.Tests.Reports;

/// <summary>The tools that people pull reports with, as docs/reports.md tells them to, against the real server.</summary>
public partial class ReportToolTests(ReportHost host) : IClassFixture<ReportHost>
{
    private const string Address = "https://equity.example";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [ToolFact("sqlite3")]
    public async Task SQLite_imports_a_report()
    {
        var file = Path.Combine(host.Data, "measures.csv");
        await File.WriteAllTextAsync(file, await host.FileAsync("/reports/measures.csv"));
        var said = await RunAsync("sqlite3", ["-json", ":memory:", $".import --csv {file} measures", "SELECT team, teamName, stratum, date, numerator, suppressed FROM measures"]);
        Assert.Equal(
            (await host.CsvAsync("/reports/measures.csv")).Skip(1).Select(row => string.Join('|', row[0], row[1], row[10], row[12], row[13], row[16])),
            JsonDocument.Parse(said).RootElement.EnumerateArray().Select(row => string.Join('|', row.EnumerateObject().Select(cell => cell.Value.GetString()))));
    }

    [ToolFact("python3")]
    public async Task Python_reads_the_rows_by_the_lines_of_the_manual()
    {
        var said = await RunAsync("python3", ["-c", Block("python") + "print(json.dumps([[row['team'], row['teamName'], row['numerator'], row['suppressed']] for row in measures]))"]);
        Assert.Equal(
            (await host.JsonAsync("/reports/measures.json")).Select(row => string.Join('|', row.Text("team"), row.Text("teamName"), row.GetProperty("numerator").GetRawText(), row.GetProperty("suppressed").GetRawText())),
            JsonDocument.Parse(said).RootElement.EnumerateArray().Select(row => string.Join('|', row[0].GetString(), row[1].GetString(), row[2].GetRawText(), row[3].GetRawText())));
    }

    [ToolFact("python3")]
    public async Task Pythons_csv_module_reads_every_cell()
    {
        var script = $"import csv, io, json, urllib.request\nfile = io.TextIOWrapper(urllib.request.urlopen('{Base}/reports/gaps.csv'), 'utf-8', newline='')\nprint(json.dumps(list(csv.reader(file, strict=True))))";
        var rows = JsonSerializer.Deserialize<string[][]>(await RunAsync("python3", ["-c", script]))!;
        Assert.Equal(await host.CsvAsync("/reports/gaps.csv"), rows);
    }

    [ToolFact("Rscript")]
    public async Task R_reads_numbers_dates_and_texts_by_the_lines_of_the_manual()
    {
        var said = await RunAsync("Rscript", ["-e", Block("r") + "cat(nrow(measures), sum(is.na(measures$numerator)), sum(measures$denominator, na.rm = TRUE), class(measures$numerator), class(measures$date), length(unique(measures$teamName)))"]);
        var rows = await host.JsonAsync("/reports/measures.json");
        var shown = rows.Select(row => row.GetProperty("denominator")).Where(denominator => denominator.ValueKind == JsonValueKind.Number).Sum(denominator => denominator.GetDouble());
        Assert.Equal(
            string.Create(CultureInfo.InvariantCulture, $"{rows.Count} {rows.Count(row => row.GetProperty("numerator").ValueKind == JsonValueKind.Null)} {shown} {{numeric|integer}} Date {ReportHost.Names.Count}"),
            NumberClass().Replace(said, "{numeric|integer}"));
    }

    [Fact]
    public async Task Power_Query_keeps_the_first_part_of_the_address_and_asks_for_what_is_there()
    {
        var block = Block("powerquery");
        Assert.Equal($"\"{Base}\"", Assert.Single(WebContents().Matches(block)).Groups[1].Value);
        var relative = RelativePath().Match(block).Groups[1].Value;
        var report = await IndexedAsync(relative);
        var query = QueryPart().Match(block).Groups[1].Value;
        var parameters = Assignment().Matches(query).ToDictionary(one => one.Groups[1].Value, one => one.Groups[2].Value);
        Assert.Subset(NamesOf(report, "parameters"), parameters.Keys.ToHashSet());
        Assert.Subset(NamesOf(report, "columns"), Columns().Matches(block[block.IndexOf("Shown", StringComparison.Ordinal)..]).Select(one => one.Groups[1].Value).ToHashSet());
        await AnswersAtOnceAsync(relative, parameters);
    }

    [Fact]
    public async Task Grafana_asks_for_columns_and_parameters_that_are_there()
    {
        var query = JsonDocument.Parse(Block("json")).RootElement;
        var report = await IndexedAsync(query.Text("url").TrimStart('/'));
        Assert.Subset(NamesOf(report, "columns"), query.At("columns").EnumerateArray().Select(column => column.Text("selector")).ToHashSet());
        var parameters = query.At("url_options", "params").EnumerateArray().ToDictionary(one => one.Text("key"), one => one.Text("value").StartsWith("${", StringComparison.Ordinal) ? "2025-01-01" : one.Text("value"));
        Assert.Subset(NamesOf(report, "parameters"), parameters.Keys.ToHashSet());
        await AnswersAtOnceAsync(query.Text("url").TrimStart('/'), parameters);
    }

    /// <summary>Where the server listens, without the slash.</summary>
    private string Base => host.CreateClient().BaseAddress!.GetLeftPart(UriPartial.Authority);

    /// <summary>A relative path and parameters below a fixed address answer with the token in a header, without redirect and without cookies.</summary>
    private async Task AnswersAtOnceAsync(string relative, Dictionary<string, string> parameters)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        client.DefaultRequestHeaders.Authorization = new("Bearer", Token());
        var address = new Uri(new Uri(Base + "/"), $"{relative}?{string.Join('&', parameters.Select(one => $"{one.Key}={Uri.EscapeDataString(one.Value)}"))}");
        using var response = await client.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    private async Task<JsonElement> IndexedAsync(string relative) => JsonDocument.Parse(await host.FileAsync("/reports")).RootElement.At("reports").EnumerateArray()
        .Single(report => report.Text("csv") == relative || report.Text("json") == relative);

    private static HashSet<string> NamesOf(JsonElement report, string parts) => [.. report.At(parts).EnumerateArray().Select(part => part.Text("name"))];

    /// <summary>The block of docs/reports.md in a language, with this server's address.</summary>
    private string Block(string language)
    {
        var manual = File.ReadAllText(Repository.Path("docs", "reports.md"));
        return Regex.Match(manual, $"^```{language}\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline).Groups[1].Value.Replace(Address, Base, StringComparison.Ordinal);
    }

    private string Token() => new DevelopmentTokens(host.Data).Create(Persona.All.Single(persona => persona.Name == "analyst"), host.Clock.GetUtcNow().UtcDateTime);

    /// <summary>What a program says; it must succeed.</summary>
    private async Task<string> RunAsync(string program, string[] args)
    {
        var start = new ProcessStartInfo(program, args) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["EQUITY_TOKEN"] = Token();
        start.Environment["LC_ALL"] = "C.UTF-8";
        start.Environment["no_proxy"] = "*";
        using var process = Process.Start(start)!;
        using var late = new CancellationTokenSource(Patience);
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(late.Token), process.StandardError.ReadToEndAsync(late.Token));
        await process.WaitForExitAsync(late.Token);
        Assert.True(process.ExitCode == 0, said[1]);
        return said[0];
    }

    [GeneratedRegex(@"\b(numeric|integer)\b")]
    private static partial Regex NumberClass();

    [GeneratedRegex(@"Web\.Contents\(([^,]*),")]
    private static partial Regex WebContents();

    [GeneratedRegex("RelativePath = \"([^\"]*)\"")]
    private static partial Regex RelativePath();

    [GeneratedRegex(@"Query = \[([^\]]*)\]")]
    private static partial Regex QueryPart();

    [GeneratedRegex("(\\w+) = \"([^\"]*)\"")]
    private static partial Regex Assignment();

    [GeneratedRegex("\"([a-z]\\w*)\"")]
    private static partial Regex Columns();
}
