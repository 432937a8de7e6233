using System.Runtime.InteropServices;
using Equity.Matching;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Equity.Graph.Persistence.Exchange;

/// <summary>The vectors of one import: encoded before the transaction, kept over a second try, written within the transaction.</summary>
internal sealed class ImportVectors(IDbContextFactory<EquityDbContext> contexts, ImportTarget target, TimeProvider time, SentenceEncoder? encoder) : IVectorStore
{
    /// <summary>How many are looked up at once.</summary>
    private const int BatchSize = 1_000;

    private readonly Dictionary<ContentHash, float[]> encoded = [];

    /// <summary>Encodes the texts that have no vector yet. Returns how many there were.</summary>
    public async Task<int> EncodeAsync(IReadOnlyCollection<TeamProfile> profiles, IProgress<ImportProgress>? progress, CancellationToken cancel)
    {
        if (encoder is null || profiles.Count == 0)
            return 0;
        using var matcher = new PeerMatcher(encoder, this, time);
        var vectors = await matcher.EncodeAsync(profiles, progress is null ? null : new Relay(progress), cancel);
        foreach (var (hash, vector) in vectors)
            encoded[hash] = vector;
        return encoded.Count;
    }

    /// <summary>Writes the new ones, within the transaction that the context is in.</summary>
    public async Task StoreAsync(EquityDbContext db, CancellationToken cancel)
    {
        if (encoded.Count == 0)
            return;
        await using var insert = (SqliteCommand)db.Database.GetDbConnection().CreateCommand();
        insert.Transaction = (SqliteTransaction)db.Database.CurrentTransaction!.GetDbTransaction();
        insert.CommandText = "INSERT INTO \"Vectors\" (\"Model\", \"Hash\", \"Values\") VALUES ($model, $hash, $values) ON CONFLICT DO NOTHING";
        insert.Parameters.AddWithValue("$model", encoder!.ModelId);
        var hash = insert.Parameters.Add("$hash", SqliteType.Blob);
        var values = insert.Parameters.Add("$values", SqliteType.Blob);
        foreach (var (key, vector) in encoded)
        {
            (hash.Value, values.Value) = (key.ToArray(), MemoryMarshal.AsBytes(vector.AsSpan()).ToArray());
            await insert.ExecuteNonQueryAsync(cancel);
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<ContentHash, float[]>> LoadAsync(string modelId, IReadOnlyCollection<ContentHash> hashes, CancellationToken cancel)
    {
        var found = hashes.Where(encoded.ContainsKey).ToDictionary(hash => hash, hash => encoded[hash]);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (!await target.ExistsAsync(db, cancel))
            return found;
        foreach (var batch in hashes.Where(hash => !found.ContainsKey(hash)).Select(hash => hash.ToArray()).Chunk(BatchSize))
        {
            foreach (var one in await db.Vectors.AsNoTracking().Where(v => v.Model == modelId && batch.Contains(v.Hash)).ToListAsync(cancel))
                found[ContentHash.FromArray(one.Hash)] = MemoryMarshal.Cast<byte, float>(one.Values).ToArray();
        }
        return found;
    }

    /// <inheritdoc/>
    public Task SaveAsync(string modelId, IReadOnlyDictionary<ContentHash, float[]> vectors, CancellationToken cancel) =>
        throw new NotSupportedException("An import stores vectors in its own transaction.");

    private sealed class Relay(IProgress<ImportProgress> progress) : IProgress<EncodingProgress>
    {
        public void Report(EncodingProgress value) => progress.Report(new(ImportStep.Encoding, value.Done, value.Total));
    }
}
