using Equity.Graph.Persistence;
using Microsoft.Data.Sqlite;

namespace Equity.Graph.Tests.Persistence;

public class DatabaseTests
{
    [Fact]
    public async Task A_migration_that_was_killed_does_not_stop_the_next_start()
    {
        var folder = Directory.CreateTempSubdirectory("equity-migration-").FullName;
        var file = $"Data Source={Path.Combine(folder, Database.FileName)}";
        await using (var killed = new SqliteConnection(file))
        {
            await killed.OpenAsync();
            await using var leave = killed.CreateCommand();
            leave.CommandText = """
                CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01 00:00:00.0000000+00:00');
                """;
            await leave.ExecuteNonQueryAsync();
        }
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await Database.MigrateAsync(folder, patience.Token);

        await using var next = new SqliteConnection(file);
        await next.OpenAsync();
        await using var count = next.CreateCommand();
        count.CommandText = """SELECT COUNT(*) FROM "Teams" """;
        Assert.Equal(0L, await count.ExecuteScalarAsync());
        await next.CloseAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
