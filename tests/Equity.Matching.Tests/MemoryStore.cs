using System.Collections.Concurrent;

namespace Equity.Matching.Tests;

/// <summary>Keeps vectors in memory and counts what it is given.</summary>
internal sealed class MemoryStore : IVectorStore
{
    private readonly ConcurrentDictionary<ContentHash, float[]> vectors = new();

    public ConcurrentQueue<ContentHash> Saved { get; } = new();

    public Task<IReadOnlyDictionary<ContentHash, float[]>> LoadAsync(string modelId, IReadOnlyCollection<ContentHash> hashes, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyDictionary<ContentHash, float[]>>(hashes.Where(vectors.ContainsKey).ToDictionary(h => h, h => vectors[h]));

    public Task SaveAsync(string modelId, IReadOnlyDictionary<ContentHash, float[]> vectors, CancellationToken cancel)
    {
        foreach (var (hash, vector) in vectors)
        {
            Saved.Enqueue(hash);
            this.vectors[hash] = vector;
        }
        return Task.CompletedTask;
    }
}
