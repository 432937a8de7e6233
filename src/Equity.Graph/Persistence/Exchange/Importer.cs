using Equity.Graph.Auth;
using Equity.Graph.Peers;
using Equity.Graph.Persistence.Blobs;
using Equity.Graph.Persistence.Exchange.Merging;
using Equity.Graph.Persistence.Exchange.Reading;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Persistence.Exchange;

/// <summary>
/// Brings teams into the database: all of an input or nothing. It reads and checks without a lock, encodes texts without a lock,
/// and then writes rows and vectors in one short transaction.
/// </summary>
/// <param name="contexts">Makes contexts over the database, which is made where it is missing, once the input is known to be right.</param>
/// <param name="time">When what is imported was recorded, where it does not say so itself.</param>
/// <param name="encoder">Encodes the texts of new and changed teams; null leaves that to the server.</param>
/// <param name="blobs">Keeps the files that lines name.</param>
internal sealed class Importer(IDbContextFactory<EquityDbContext> contexts, TimeProvider time, TeamEncoder? encoder, IBlobStore blobs)
{
    /// <summary>How often an import is tried when other processes change the same teams meanwhile.</summary>
    private const int Attempts = 2;

    /// <summary>Imports, or only checks.</summary>
    /// <param name="source">The input.</param>
    /// <param name="dryRun">Only checks: encodes nothing and writes nothing.</param>
    /// <param name="progress">Told what is being done and how far it is, from any thread.</param>
    /// <param name="cancel">Stops; until the transaction is complete the database stays as it was.</param>
    /// <exception cref="ChangedMeanwhileException">Other processes changed the same teams, again and again.</exception>
    public async Task<ImportReport> ImportAsync(ImportSource source, bool dryRun, IProgress<ImportProgress>? progress, CancellationToken cancel)
    {
        var target = new ImportTarget(contexts);
        for (var attempt = 1; ; attempt++)
        {
            await using var db = await contexts.OpenAsync(Viewer.Import, cancel);
            var exists = await target.ExistsAsync(db, upgrade: !dryRun, cancel);
            var (run, changed) = await InputMerge.RunAsync(db, exists && await ImportTarget.HoldsAnythingAsync(db, cancel), source, time.GetUtcNow().UtcDateTime, progress, cancel);
            if (run.Problems.Count > 0 || dryRun)
                return Report(run, stored: false);
            if (!db.ChangeTracker.HasChanges() && !run.HasMore && !run.HasContents)
                return Report(run, stored: true);
            await ImportTarget.ProbeAsync(db, exists, cancel);
            await run.StoreContentsAsync(blobs, cancel);
            if (encoder is not null && changed.Count > 0)
                run.Counts.TextsEncoded = await encoder.EncodeAsync(changed, exists, (done, total) => progress?.Report(new(ImportStep.Encoding, done, total)), cancel);
            try
            {
                await target.StoreAsync(db, exists, run, encoder, progress, cancel);
                return Report(run, stored: true);
            }
            catch (DbUpdateException fault) when (ImportTarget.IsConflict(fault))
            {
                if (attempt == Attempts)
                    throw new ChangedMeanwhileException(fault);
            }
        }
    }

    private static ImportReport Report(ImportRun run, bool stored) =>
        new(stored, run.Problems.Lines(), run.Problems.Count, run.Remarks.Lines(), run.Counts);
}

/// <summary>Other processes changed the same teams while an import ran, as often as it tried.</summary>
internal sealed class ChangedMeanwhileException(Exception cause) : Exception("Another process changed the same teams while the import ran, and again when it was tried once more.", cause);
