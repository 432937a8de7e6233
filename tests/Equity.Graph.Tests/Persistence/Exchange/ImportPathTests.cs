using Equity.Graph.Persistence.Exchange.Reading;

namespace Equity.Graph.Tests.Persistence.Exchange;

public class ImportPathTests
{
    [Fact]
    public async Task A_missing_file_is_told() => await RefusedAsync(_ => "nowhere.jsonl", "nowhere.jsonl: there is no such file");

    [Fact]
    public async Task A_file_in_a_missing_folder_is_told() => await RefusedAsync(_ => "no/where.jsonl", "where.jsonl: there is no such file");

    [Fact]
    public async Task A_folder_without_teams_is_told() => await RefusedAsync(exchange => Path.GetDirectoryName(exchange.Write("north/notes.txt", "x"))!, "north: is a folder without teams.csv");

    [Fact]
    public async Task An_empty_file_is_told() => await RefusedAsync(exchange => exchange.Write("a.jsonl", ""), "a.jsonl: is empty; a file of teams has one JSON object a line");

    [Fact]
    public async Task A_blank_file_is_told() => await RefusedAsync(exchange => exchange.Write("a.jsonl", "\ufeff\n  \r\n\n"), "a.jsonl: is empty; a file of teams has one JSON object a line");

    [Fact]
    public async Task A_single_CSV_file_is_told() => await RefusedAsync(
        exchange => exchange.Write("teams.csv", "key\n"), "teams.csv: is one CSV file; name the folder that holds teams.csv, inequities.csv and the others");

    [Fact]
    public async Task A_byte_order_mark_and_Windows_line_ends_are_accepted()
    {
        using var exchange = await Exchange.StartAsync();
        await exchange.StoreAsync($"\ufeff{Exchange.Team}\r\n\r\n");
        Assert.Equal("Blue Door", (await exchange.ReadTeamAsync()).Name);
    }

    [Fact]
    public async Task A_dry_run_without_a_database_makes_none()
    {
        using var exchange = Exchange.WithoutDatabase();
        var report = await exchange.ImportAsync(Exchange.Team, dryRun: true);
        Assert.Equal((false, 1), (report.Stored, report.Counts.TeamsNew));
        Assert.False(Directory.Exists(exchange.Data));
    }

    [Fact]
    public async Task A_wrong_input_without_a_database_makes_none()
    {
        using var exchange = Exchange.WithoutDatabase();
        Assert.NotEmpty((await exchange.ImportAsync("x")).Problems);
        Assert.False(Directory.Exists(exchange.Data));
    }

    [Fact]
    public async Task The_first_import_makes_the_database()
    {
        using var exchange = Exchange.WithoutDatabase();
        await exchange.StoreAsync(Exchange.Team);
        Assert.Equal(1, (await exchange.CountAsync()).Teams);
    }

    private static async Task RefusedAsync(Func<Exchange, string> path, string expected)
    {
        using var exchange = Exchange.WithoutDatabase();
        var report = await exchange.ImportAsync(ImportSource.At(Path.Combine(exchange.Folder, path(exchange))));
        Assert.Equal(expected, Assert.Single(report.Problems));
    }
}
