using System.Data.Common;
using Equity.Graph.Auth;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Equity.Graph.Persistence;

/// <summary>Where the community's database lives and how it is opened: one SQLite file in the data folder, in WAL mode.</summary>
internal static class Database
{
    /// <summary>The database's file name within the data folder.</summary>
    public const string FileName = "equity.db";

    /// <summary>How long a writer waits for another one.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>How often emptying the log is tried.</summary>
    private const int LogAttempts = 10;

    /// <summary>How long one try waits for others, and how long it lets them work before the next.</summary>
    private static readonly TimeSpan LogPause = TimeSpan.FromMilliseconds(100);

    /// <summary>Adds the pooled context factory over the database of a data folder.</summary>
    public static IServiceCollection AddEquityDatabase(this IServiceCollection services, string dataFolder) => services
        .AddSingleton<ChangeRecorder>()
        .AddPooledDbContextFactory<EquityDbContext>((provider, options) => options
            .UseSqlite(ConnectionString(dataFolder), sqlite => sqlite.CommandTimeout((int)Patience.TotalSeconds).UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
            // That the migrations hold the whole model is tested; looking at every start makes each a third of a second longer.
            .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning))
            .AddInterceptors(provider.GetRequiredService<ChangeRecorder>(), new ConnectionSettings(), new StatementInterrupt()));

    /// <summary>Brings the database of a data folder to the newest migration: a start can do this beside building the host.</summary>
    public static async Task MigrateAsync(string dataFolder, CancellationToken cancel)
    {
        await using var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddEquityDatabase(dataFolder).BuildServiceProvider();
        await services.GetRequiredService<IDbContextFactory<EquityDbContext>>().MigrateAsync(cancel);
    }

    /// <summary>Brings the database to the newest migration, creating it and its folder where they are missing.</summary>
    public static async Task MigrateAsync(this IDbContextFactory<EquityDbContext> factory, CancellationToken cancel)
    {
        await using var db = await factory.OpenAsync(Viewer.System, cancel);
        Directory.CreateDirectory(Path.GetDirectoryName(db.Database.GetDbConnection().DataSource)!);
        // Asking first spares every ordinary start the lock that migrating takes.
        if (!(await db.Database.GetPendingMigrationsAsync(cancel)).Any())
            return;
        await ReleaseAbandonedLockAsync(db, cancel);
        await db.Database.MigrateAsync(cancel);
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancel);
    }

    /// <summary>A process that was killed while it migrated leaves EF Core's lock behind, for which every later start would wait without end.</summary>
    private static async Task ReleaseAbandonedLockAsync(EquityDbContext db, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM sqlite_master WHERE name = '__EFMigrationsLock'";
        if (await command.ExecuteScalarAsync(cancel) is > 0L)
            await db.Database.ExecuteSqlRawAsync("""DELETE FROM "__EFMigrationsLock" WHERE datetime("Timestamp") < datetime('now', '-1 minute')""", cancel);
    }

    private static string ConnectionString(string dataFolder) => new SqliteConnectionStringBuilder
    {
        DataSource = Path.GetFullPath(Path.Combine(dataFolder, FileName)),
        ForeignKeys = true,
        DefaultTimeout = (int)Patience.TotalSeconds,
    }.ToString();

    /// <summary>
    /// Moves what the write-ahead log holds into the database file and empties the log, so that what was forgotten is in neither.
    /// Best effort: it waits two seconds for those who read what was; the next round of <see cref="Retention"/> tries again.
    /// </summary>
    /// <returns>Whether the log is empty.</returns>
    public static async Task<bool> EmptyLogAsync(this IDbContextFactory<EquityDbContext> factory, CancellationToken cancel)
    {
        await using var db = await factory.OpenAsync(Viewer.System, cancel);
        await db.Database.OpenConnectionAsync(cancel);
        for (var attempt = 0; attempt < LogAttempts; attempt++)
        {
            // Its first column says whether somebody was in the way. The short time-out is for others: nobody can write meanwhile.
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"PRAGMA busy_timeout = {LogPause.TotalMilliseconds:0}; PRAGMA wal_checkpoint(TRUNCATE)";
            await using var reader = await command.ExecuteReaderAsync(cancel);
            if (await reader.NextResultAsync(cancel) && await reader.ReadAsync(cancel) && reader.GetInt32(0) == 0)
                return true;
            await reader.CloseAsync();
            await Task.Delay(LogPause, cancel);
        }
        return false;
    }

    /// <summary>
    /// Lets SQLite itself wait for a lock, which is prompter than asking again from outside, and overwrites what is deleted with zeros:
    /// what was forgotten must not be left in the file's free space.
    /// </summary>
    private sealed class ConnectionSettings : DbConnectionInterceptor
    {
        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"PRAGMA busy_timeout = {Patience.TotalMilliseconds:0}; PRAGMA secure_delete = ON";
            command.ExecuteNonQuery();
        }

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            ConnectionOpened(connection, eventData);
            return Task.CompletedTask;
        }
    }
}
