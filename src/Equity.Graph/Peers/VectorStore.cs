using System.Runtime.InteropServices;
using Equity.Graph.Auth;
using Equity.Graph.Persistence;
using Equity.Matching;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Peers;

/// <summary>Keeps vectors in the database, so that a restart encodes nothing.</summary>
internal sealed class VectorStore(IDbContextFactory<EquityDbContext> factory) : IVectorStore
{
    private const int ReadAtOnce = 500;

    public async Task<IReadOnlyDictionary<ContentHash, float[]>> LoadAsync(string modelId, IReadOnlyCollection<ContentHash> hashes, CancellationToken cancel)
    {
        await using var db = await factory.OpenAsync(Viewer.System, cancel);
        var found = new Dictionary<ContentHash, float[]>(hashes.Count);
        foreach (var some in hashes.Select(hash => hash.ToArray()).Chunk(ReadAtOnce))
        {
            var stored = await db.Vectors.AsNoTracking().Where(vector => vector.Model == modelId && some.Contains(vector.Hash)).ToListAsync(cancel);
            foreach (var vector in stored)
                found[ContentHash.FromArray(vector.Hash)] = MemoryMarshal.Cast<byte, float>(vector.Values).ToArray();
        }
        return found;
    }

    public async Task SaveAsync(string modelId, IReadOnlyDictionary<ContentHash, float[]> vectors, CancellationToken cancel)
    {
        await using var db = await factory.OpenAsync(Viewer.System, cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await InsertAsync(db, modelId, vectors, cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>Adds vectors within the caller's transaction; one that is there is overwritten: another process has stored the same meanwhile, or it was of no use.</summary>
    public static async Task InsertAsync(EquityDbContext db, string modelId, IReadOnlyDictionary<ContentHash, float[]> vectors, CancellationToken cancel)
    {
        foreach (var (hash, vector) in vectors)
        {
            var key = hash.ToArray();
            var values = MemoryMarshal.AsBytes<float>(vector).ToArray();
            await db.Database.ExecuteSqlAsync(
                $"""INSERT INTO "Vectors" ("Model", "Hash", "Values") VALUES ({modelId}, {key}, {values}) ON CONFLICT ("Model", "Hash") DO UPDATE SET "Values" = excluded."Values" """, cancel);
        }
    }
}
