using Equity.Graph.Peers;
using Equity.Graph.Persistence.Exchange.Merging;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Persistence.Exchange;

/// <summary>The database that an import writes to: whether it is there, whether it can be written, and the one transaction.</summary>
internal sealed class ImportTarget(IDbContextFactory<EquityDbContext> contexts)
{
    // SQLite's extended result codes for a row that another process has added or deleted meanwhile.
    private const int UniqueViolated = 2067, PrimaryKeyViolated = 1555, ForeignKeyViolated = 787;

    /// <summary>Whether the database has been made. One of an older version is brought to the newest where that is allowed.</summary>
    public async Task<bool> ExistsAsync(EquityDbContext db, bool upgrade, CancellationToken cancel)
    {
        if (!(await db.Database.GetAppliedMigrationsAsync(cancel)).Any())
            return false;
        if (upgrade)
            await contexts.MigrateAsync(cancel);
        return true;
    }

    /// <summary>Whether there are rows that an input may meet. A first start, which brings the demo in, is spared the look-ups.</summary>
    public static Task<bool> HoldsAnythingAsync(EquityDbContext db, CancellationToken cancel) =>
        db.Teams.IgnoreQueryFilters().Select(team => team.Id).Concat(db.Programmes.Select(programme => programme.Id)).Concat(db.Organisations.Select(organisation => organisation.Id)).Concat(db.Events.Select(gathering => gathering.Id)).AnyAsync(cancel);

    /// <summary>Throws what a write would throw (locked, read-only), before minutes are spent on encoding. Changes nothing.</summary>
    public static async Task ProbeAsync(EquityDbContext db, bool exists, CancellationToken cancel)
    {
        if (exists)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            return;
        }
        var folder = Path.GetDirectoryName(db.Database.GetDbConnection().DataSource)!;
        await using var probe = new FileStream(
            Path.Combine(Directory.CreateDirectory(folder).FullName, ".import-probe"), FileMode.Create, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
    }

    /// <summary>Writes the changed rows and the vectors, all or nothing.</summary>
    public async Task StoreAsync(EquityDbContext db, bool exists, ImportRun run, TeamEncoder? encoder, IProgress<ImportProgress>? progress, CancellationToken cancel)
    {
        progress?.Report(new(ImportStep.Storing, 0, 1));
        if (!exists)
            await contexts.MigrateAsync(cancel);
        // Begun without a lock, which is then taken by the first row that is written: finding and folding what changed takes no part of it.
        await db.Database.OpenConnectionAsync(cancel);
        await using var transaction = ((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true);
        await db.Database.UseTransactionAsync(transaction, cancel);
        await db.SaveChangesAsync(cancel);
        run.AddMore();
        await db.SaveChangesAsync(cancel);
        if (encoder is not null)
            await encoder.StoreAsync(db, cancel);
        await transaction.CommitAsync(CancellationToken.None);
        progress?.Report(new(ImportStep.Storing, 1, 1));
    }

    /// <summary>Whether another process changed the same rows meanwhile.</summary>
    public static bool IsConflict(DbUpdateException fault) =>
        fault is DbUpdateConcurrencyException
        || fault.InnerException is SqliteException { SqliteExtendedErrorCode: UniqueViolated or PrimaryKeyViolated or ForeignKeyViolated };
}
