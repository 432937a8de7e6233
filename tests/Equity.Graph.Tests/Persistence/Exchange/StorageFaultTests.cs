using System.Data.Common;
using Equity.Graph.Persistence;
using Equity.Graph.Persistence.Exchange;
using Equity.Graph.Persistence.Exchange.Reading;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Equity.Graph.Tests.Persistence.Exchange;

/// <summary>Databases that cannot be written: one clear sentence each, and nothing stored.</summary>
public class StorageFaultTests
{
    [Fact]
    public async Task A_locked_database_is_told()
    {
        using var exchange = await Exchange.StartAsync();
        await using var other = new SqliteConnection($"Data Source={DatabaseOf(exchange)}");
        await other.OpenAsync();
        await using (await other.BeginTransactionAsync())
            Assert.Equal("The database x is locked: another process is writing to it and did not finish in time. Try again when it is done.", await SentenceAsync(exchange, ";Default Timeout=1"));
        Assert.Equal(0, (await exchange.CountAsync()).Teams);
    }

    [Fact]
    public async Task A_read_only_database_is_told()
    {
        using var exchange = await Exchange.StartAsync();
        Assert.Equal("The database x is read-only, or lies in a folder that is.", await SentenceAsync(exchange, ";Mode=ReadOnly"));
    }

    [Fact]
    public async Task A_full_disk_is_told_and_leaves_nothing_behind()
    {
        using var exchange = await Exchange.StartAsync();
        Assert.Equal("The database x cannot grow: the disk is full.", await SentenceAsync(exchange, "", "PRAGMA max_page_count = 1"));
        Assert.Equal((0, 0, 0), await exchange.CountAsync());
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_told()
    {
        using var exchange = await Exchange.StartAsync();
        await File.WriteAllTextAsync(DatabaseOf(exchange), new string('x', 10_000));
        Assert.Equal("The database x is no SQLite database.", await SentenceAsync(exchange, ""));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_told()
    {
        using var exchange = Exchange.WithoutDatabase();
        exchange.Write("data", "a file where the folder should be");
        var fault = await Record.ExceptionAsync(() => exchange.ImportAsync(Exchange.Team));
        Assert.Contains("data", StorageFault.Sentence(fault!, "x"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_bug_is_no_fault_of_the_machine() => Assert.Null(StorageFault.Sentence(new InvalidOperationException("bug"), "x"));

    private static string Teams { get; } = string.Join('\n', Enumerable.Range(0, 300).Select(i => $$"""{"key":"t{{i}}","name":"T","service":"S","stage":"FORMING"}"""));

    private static string DatabaseOf(Exchange exchange) => Path.Combine(exchange.Data, Database.FileName);

    private static async Task<string?> SentenceAsync(Exchange exchange, string options, string pragma = "SELECT 1")
    {
        await using var services = new ServiceCollection().AddSingleton<TimeProvider>(exchange.Time).AddSingleton<ChangeRecorder>()
            .AddPooledDbContextFactory<EquityDbContext>((provider, db) => db
                .UseSqlite($"Data Source={DatabaseOf(exchange)};Pooling=False{options}", sqlite => sqlite.CommandTimeout(1))
                .AddInterceptors(provider.GetRequiredService<ChangeRecorder>(), new OnOpening(pragma)))
            .BuildServiceProvider();
        var importer = new Importer(services.GetRequiredService<IDbContextFactory<EquityDbContext>>(), exchange.Time, encoder: null, exchange.Blobs);
        var lines = ImportSource.JsonLines("teams.jsonl", () => new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Teams)));
        var fault = await Record.ExceptionAsync(() => importer.ImportAsync(lines, dryRun: false, progress: null, CancellationToken.None));
        return StorageFault.Sentence(fault!, "x");
    }

    private sealed class OnOpening(string sql) : DbConnectionInterceptor
    {
        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
            return Task.CompletedTask;
        }
    }
}
