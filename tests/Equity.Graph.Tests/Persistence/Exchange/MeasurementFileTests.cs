using System.Text;
using Equity.Graph.Auth;
using Equity.Graph.Persistence;
using Equity.Graph.Persistence.Exchange;
using Equity.Graph.Persistence.Exchange.Reading;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Tests.Persistence.Exchange;

/// <summary>Measures and their figures from CSV files, as a spreadsheet writes them.</summary>
public class MeasurementFileTests
{
    private const string Team = "key,name,service,stage\nblue-door,Blue Door,Talking therapies,FORMING\n";
    private const string Measure = "team,key,name,measureKind,unit,better,countsPeople\nblue-door,missed,Missed visits,OUTCOME,missed of booked,LOWER,true\n";
    private const string Strata = "team,measure,name,dimension,order\nblue-door,missed,IMD 1,DEPRIVATION,1\nblue-door,missed,IMD 5,DEPRIVATION,5\n";
    private const string Figures = "team,measure,date,stratum,numerator,denominator\nblue-door,missed,2026-03-01,IMD 1,31,140\nblue-door,missed,2026-03-01,IMD 5,12,160\n";

    [Fact]
    public async Task A_folder_tells_of_teams_measures_groups_and_figures()
    {
        using var exchange = Exchange.WithoutDatabase();
        Assert.Empty((await FolderAsync(exchange, ("teams.csv", Team), ("measures.csv", Measure), ("strata.csv", Strata), ("measurements.csv", Figures))).Problems);
        Assert.Equal(["IMD 1 31/140", "IMD 5 12/160"], await PointsAsync(exchange));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Figures_come_alone_later_and_overwrite_those_that_are_there(bool asOneFile)
    {
        using var exchange = Exchange.WithoutDatabase();
        await FolderAsync(exchange, ("teams.csv", Team), ("measures.csv", Measure), ("strata.csv", Strata), ("measurements.csv", Figures));
        var file = exchange.Write("later/measurements.csv", "team,measure,date,stratum,numerator,denominator\nblue-door,missed,2026-03-01,IMD 1,30,139\nblue-door,missed,2026-04-01,IMD 5,11,150\n");
        Assert.Empty((await exchange.ImportAsync(ImportSource.At(asOneFile ? file : Path.GetDirectoryName(file)!))).Problems);
        Assert.Equal(["IMD 1 30/139", "IMD 5 12/160", "IMD 5 11/150"], await PointsAsync(exchange));
    }

    [Fact]
    public async Task A_file_as_Excel_writes_it_is_understood()
    {
        using var exchange = Exchange.WithoutDatabase();
        await FolderAsync(exchange, ("teams.csv", Team), ("measures.csv", Measure), ("strata.csv", Strata));
        var file = exchange.Write("excel/measurements.csv", Encoding.UTF8.GetString(Encoding.UTF8.Preamble) + Figures.Replace(',', ';').ReplaceLineEndings("\r\n"));
        Assert.Empty((await exchange.ImportAsync(ImportSource.At(file))).Problems);
        Assert.Equal(["IMD 1 31/140", "IMD 5 12/160"], await PointsAsync(exchange));
    }

    [Theory]
    [InlineData("2026-03-01,IMD 1,31", "01/03/2026,IMD 1,31", "measurements.csv:2: date: is \"01/03/2026\"; allowed is a day of the calendar, for example \"2026-03-31\" (in Excel: Format Cells, Custom, yyyy-mm-dd)")]
    [InlineData("IMD 5,12", "IMD 4,12", "measurements.csv:3: stratum: must be one of \"IMD 1\", \"IMD 5\"")]
    [InlineData("2026-03-01,IMD 5,12", "2026-03-01,,43", "measurements.csv:3: stratum: must be one of \"IMD 1\", \"IMD 5\"; everybody is worked out from the groups, since the measure counts people")]
    [InlineData("12,160", "12,\"16,5\"", "measurements.csv:3: denominator: is \"16,5\" and must be a number")]
    [InlineData("blue-door,missed,2026-03-01,IMD 5", "blue-door,late,2026-03-01,IMD 5", "measurements.csv:3: measure: is \"late\", which is the key of no measure of the team")]
    [InlineData("blue-door,missed,2026-03-01,IMD 5", "red-door,missed,2026-03-01,IMD 5", "measurements.csv:3: team: is \"red-door\", which is the key of no team")]
    [InlineData("numerator,denominator\n", "numerator,denominatr\n", "measurements.csv:1: denominatr: is no column of measurements.csv; did you mean denominator?")]
    public async Task A_row_that_is_wrong_is_refused_with_its_line_and_what_to_do(string right, string wrong, string problem)
    {
        using var exchange = Exchange.WithoutDatabase();
        await FolderAsync(exchange, ("teams.csv", Team), ("measures.csv", Measure), ("strata.csv", Strata));
        var report = await exchange.ImportAsync(ImportSource.At(exchange.Write("wrong/measurements.csv", Figures.Replace(right, wrong, StringComparison.Ordinal))));
        Assert.StartsWith(problem, report.Problems[0], StringComparison.Ordinal);
        Assert.Empty(await PointsAsync(exchange));
    }

    [Fact]
    public async Task Groups_of_people_do_not_come_to_figures_for_everybody()
    {
        using var exchange = Exchange.WithoutDatabase();
        Assert.Empty((await FolderAsync(exchange, ("teams.csv", Team), ("measures.csv", Measure), ("measurements.csv", "team,measure,date,numerator,denominator\nblue-door,missed,2026-03-01,43,300\n"))).Problems);
        var report = await FolderAsync(exchange, ("strata.csv", Strata), ("measurements.csv", Figures));
        Assert.Contains("strata: come to a measure with figures for everybody, and everybody is worked out from the groups", Assert.Single(report.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_export_writes_as_CSV_comes_in_again_as_it_was()
    {
        using var from = await Exchange.StartAsync();
        using var to = await Exchange.StartAsync();
        var lines = await StoreHostileAsync(from);
        await to.StoreAsync(string.Join('\n', lines.Split('\n').Where(line => !line.Contains("\"kind\":\"measure\"", StringComparison.Ordinal))));
        var folder = Path.Combine(from.Folder, "csv");
        Assert.Equal((3, 4), await new Exporter(from.Contexts).ExportMeasuresAsync(folder, CancellationToken.None));
        Assert.Empty((await to.ImportAsync(ImportSource.At(folder))).Problems);
        Assert.Equal(lines, await to.ExportAsync());
        Assert.Empty((await to.ImportAsync(ImportSource.At(folder))).Problems);
        Assert.Equal(lines, await to.ExportAsync());
    }

    [Fact]
    public async Task No_cell_of_an_export_is_a_formula()
    {
        using var exchange = await Exchange.StartAsync();
        await StoreHostileAsync(exchange);
        var folder = Path.Combine(exchange.Folder, "csv");
        await new Exporter(exchange.Contexts).ExportMeasuresAsync(folder, CancellationToken.None);
        var cells = Directory.GetFiles(folder).SelectMany(file => File.ReadAllText(file).Split(["\r\n", ","], StringSplitOptions.None)).Select(cell => cell.TrimStart('"')).ToList();
        Assert.Contains("'=1+1", cells);
        Assert.DoesNotContain(cells, cell => cell.Length > 0 && "=+-@".Contains(cell[0]));
    }

    private static async Task<string> StoreHostileAsync(Exchange exchange)
    {
        await exchange.StoreAsync(Exchange.Team + "\n" + """
            {"kind":"measure","team":"blue-door","key":"a","name":"=1+1","measureKind":"OUTCOME","unit":"\"missed\", of booked","better":"LOWER","countsPeople":true,"createdAt":"2026-01-02T10:00:00.5Z","recordedAt":"2026-05-02T10:00:00Z","strata":[{"name":"-Two","order":2},{"name":"'+One; \u0627\u0644","dimension":"DEPRIVATION","order":1}],"points":[{"date":"2026-03-01","stratum":"-Two","numerator":3,"denominator":7},{"date":"2026-03-01","stratum":"'+One; \u0627\u0644","numerator":0,"denominator":0}]}
            {"kind":"measure","team":"blue-door","key":"b","name":"''quoted","measureKind":"BALANCING","unit":"@","better":"HIGHER","countsPeople":false,"createdAt":"2026-01-02T10:00:00Z","points":[{"date":"2026-03-01","numerator":0.1,"denominator":3e-7},{"date":"2026-03-02","numerator":1e9,"denominator":123456.789012345}]}
            {"kind":"measure","team":"blue-door","key":"c","name":"'plain","measureKind":"PROCESS","unit":"u","better":"HIGHER","countsPeople":false,"createdAt":"2026-01-02T10:00:00Z"}
            """);
        return await exchange.ExportAsync();
    }

    private static Task<ImportReport> FolderAsync(Exchange exchange, params (string Name, string Text)[] files)
    {
        foreach (var (name, text) in files)
            exchange.Write($"folder/{name}", text);
        return exchange.ImportAsync(ImportSource.At(Path.Combine(exchange.Folder, "folder")));
    }

    private static async Task<List<string>> PointsAsync(Exchange exchange)
    {
        await using var db = await exchange.Contexts.OpenAsync(Viewer.System);
        return [.. (await db.MeasurePoints.Include(point => point.Stratum).OrderBy(point => point.Id).ToListAsync()).OrderBy(point => point.Date).ThenBy(point => point.Stratum!.Order).Select(point => $"{point.Stratum!.Name} {point.Numerator}/{point.Denominator}")];
    }
}
