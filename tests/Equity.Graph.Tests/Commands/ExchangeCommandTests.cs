using System.CommandLine;
using System.Diagnostics;
using Equity.Graph.Commands;
using Equity.Graph.Tests.Posters;
using Exchange = Equity.Graph.Tests.Persistence.Exchange.Exchange;

namespace Equity.Graph.Tests.Commands;

/// <summary>What import and export print, and their exit codes.</summary>
public class ExchangeCommandTests
{
    [Fact]
    public async Task Import_prints_its_result_to_standard_output()
    {
        using var exchange = Exchange.WithoutDatabase();
        var path = exchange.Write("teams.jsonl", Exchange.Team);
        var first = await RunAsync("import", path, "--data", exchange.Data);
        Assert.Equal((0, "Imported 1 team: 1 new, 0 changed, 0 unchanged. 0 inequities, 0 asks, 0 offers, 0 pieces of learning, 0 members.\n"), (first.Code, first.Output));
        Assert.Contains("Encoding: 100 % (1 of 1 texts)", first.Error, StringComparison.Ordinal);
        var dry = await RunAsync("import", path, "--data", exchange.Data, "--dry-run");
        Assert.Equal((0, "Checked 1 team: 0 new, 0 changed, 1 unchanged. 0 inequities, 0 asks, 0 offers, 0 pieces of learning, 0 members. Nothing was stored (--dry-run).\n"), (dry.Code, dry.Output));
    }

    [Fact]
    public async Task Import_prints_problems_to_standard_error()
    {
        using var exchange = Exchange.WithoutDatabase();
        var (code, output, error) = await RunAsync("import", exchange.Write("teams.jsonl", "{}"), "--data", exchange.Data);
        Assert.Equal((1, ""), (code, output));
        Assert.Contains("teams.jsonl:1: name: is required\n", error, StringComparison.Ordinal);
        Assert.EndsWith("Nothing was stored: 4 problems in the input.\n", error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(exchange.Data));
    }

    [Fact]
    public async Task Import_into_what_is_no_database_says_so_in_one_sentence()
    {
        using var exchange = Exchange.WithoutDatabase();
        var database = exchange.Write("data/equity.db", new string('x', 5_000));
        var (code, _, error) = await RunAsync("import", exchange.Write("teams.jsonl", Exchange.Team), "--data", exchange.Data);
        Assert.Equal((1, $"The database {database} is no SQLite database. The database is as it was.\n"), (code, error));
    }

    [Fact]
    public async Task Export_writes_a_file_that_import_reads()
    {
        using var exchange = await Exchange.StartAsync();
        await exchange.StoreAsync(Exchange.Team);
        var path = Path.Combine(exchange.Folder, "out.jsonl");
        var (code, output, error) = await RunAsync("export", path, "--data", exchange.Data);
        Assert.Equal((0, $"Exported 1 team to {path}.\n", ""), (code, output, error));
        Assert.Equal(await exchange.ExportAsync(), await File.ReadAllTextAsync(path));
    }

    [Fact]
    public async Task Export_writes_measures_into_a_folder()
    {
        using var exchange = await Exchange.StartAsync();
        await exchange.StoreAsync(Exchange.Team + "\n" + """{"kind":"measure","team":"blue-door","key":"m","name":"M","measureKind":"OUTCOME","unit":"u","better":"LOWER","countsPeople":true,"points":[{"date":"2026-03-01","numerator":3,"denominator":7}]}""");
        var folder = Path.Combine(exchange.Folder, "measures");
        Assert.Equal((0, $"Exported 1 measure with 1 figure to {folder}.\n", ""), await RunAsync("export", "--measures", folder, "--data", exchange.Data));
        Assert.Equal("team,measure,date,stratum,numerator,denominator\r\nblue-door,m,2026-03-01,,3,7\r\n", await File.ReadAllTextAsync(Path.Combine(folder, "measurements.csv")));
        Assert.Equal((1, "", "With --measures three files are written; name a folder. Nothing was exported.\n"), await RunAsync("export", "--measures", "-", "--data", exchange.Data));
    }

    [Fact]
    public async Task Export_puts_the_pictures_of_posters_beside_the_file_and_import_finds_them_there()
    {
        using var exchange = await Exchange.StartAsync();
        using var other = Exchange.WithoutDatabase();
        var picture = exchange.Write("posters/our own.png", "");
        await File.WriteAllBytesAsync(picture, Pictures.Png());
        var lines = exchange.Write("teams.jsonl", Exchange.Team + "\n" + """{"kind":"poster","team":"blue-door","key":"walk","title":"Our walk","altText":"A map.","summary":"We walk.","image":"our own.png","publishedAt":"2026-03-10T10:00:00Z"}""");
        Assert.Equal((0, ""), await ErrorsAsync("import", lines, "--data", exchange.Data));
        var path = Path.Combine(other.Folder, "out.jsonl");
        var (code, output, error) = await RunAsync("export", path, "--data", exchange.Data);
        Assert.Equal((0, $"Exported 1 team, 1 poster to {path}.\n", ""), (code, output, error));
        var exported = Assert.Single(Directory.GetFiles(Path.Combine(other.Folder, "posters")));
        Assert.Equal(Pictures.Png(), await File.ReadAllBytesAsync(picture));
        Assert.Equal((0, ""), await ErrorsAsync("import", path, "--data", other.Data));
        Assert.Equal(await exchange.ExportAsync(), await other.ExportAsync());
        Assert.True(other.Blobs.Has(Path.GetFileNameWithoutExtension(exported)));
        Assert.StartsWith("Pictures and PDFs of posters (1) were not written; name a file", (await RunAsync("export", "-", "--data", other.Data)).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_without_a_database_makes_none()
    {
        using var exchange = Exchange.WithoutDatabase();
        var (code, _, error) = await RunAsync("export", Path.Combine(exchange.Folder, "out.jsonl"), "--data", exchange.Data);
        Assert.Equal(1, code);
        Assert.StartsWith($"There is no database at {exchange.Data}", error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(exchange.Folder));
    }

    [Fact]
    public async Task Export_to_where_nothing_can_be_written_says_so_in_one_sentence()
    {
        using var exchange = await Exchange.StartAsync();
        await exchange.StoreAsync(Exchange.Team);
        Assert.Equal((1, "", $"{exchange.Folder} is a folder; name a file. Nothing was exported.\n"), await RunAsync("export", exchange.Folder, "--data", exchange.Data));
        var missing = Path.Combine(exchange.Folder, "no", "out.jsonl");
        Assert.Equal((1, "", $"There is no folder {Path.GetDirectoryName(missing)}. Nothing was exported.\n"), await RunAsync("export", missing, "--data", exchange.Data));
        if (File.Exists("/dev/full"))
            Assert.EndsWith("No space left on device : '/dev/full'. Nothing was exported.\n", (await RunAsync("export", "/dev/full", "--data", exchange.Data)).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ctrl_C_stops_an_import_and_leaves_the_database_as_it_was()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var exchange = await Exchange.StartAsync();
        await exchange.StoreAsync(Exchange.Team);
        var path = exchange.Write("teams.jsonl", string.Join('\n', Enumerable.Range(0, 600).Select(i =>
            $$"""{"key":"t{{i}}","name":"T{{i}}","service":"S","stage":"FORMING","summary":"{{string.Concat(Enumerable.Repeat($"Words about team {i}. ", 40))}}"}""")));
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Equity.Graph.dll"), "import", path, "--data", exchange.Data])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        var line = await process.StandardError.ReadLineAsync();
        while (line is not null && !line.StartsWith("Encoding: 10 %", StringComparison.Ordinal))
            line = await process.StandardError.ReadLineAsync();
        var reading = process.StandardError.ReadToEndAsync();
        await SignalAsync(process, "INT");
        if (await Task.WhenAny(reading, Task.Delay(TimeSpan.FromSeconds(3))) != reading)
            await SignalAsync(process, "TERM"); // what a shell starts in the background never sees Ctrl-C; both end it alike
        var rest = await reading;
        await process.WaitForExitAsync();
        Assert.EndsWith("Stopped. The database is as it was.\n", rest, StringComparison.Ordinal);
        Assert.Equal((130, ""), (process.ExitCode, await process.StandardOutput.ReadToEndAsync()));
        Assert.Equal((1, 1, 0), await exchange.CountAsync());
    }

    private static async Task<(int Code, string Problems)> ErrorsAsync(params string[] args)
    {
        var (code, _, error) = await RunAsync(args);
        return (code, string.Concat(error.Split('\n').Where(line => line.Contains(".jsonl", StringComparison.Ordinal))));
    }

    private static async Task SignalAsync(Process process, string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{process.Id}"]);
        await kill.WaitForExitAsync();
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var root = CommandLine.Create((_, _) => Task.FromResult(0));
        var code = await root.Parse(args).InvokeAsync(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
        return (code, output.ToString(), error.ToString());
    }
}
