namespace Equity.Matching;

/// <summary>Where vectors are kept between starts, by model and content hash. The matcher calls it from one writer at a time.</summary>
public interface IVectorStore
{
    /// <summary>The vectors it has of those asked for, each as long as the model's are; what it lacks is left out. Returned arrays are not changed.</summary>
    Task<IReadOnlyDictionary<ContentHash, float[]>> LoadAsync(string modelId, IReadOnlyCollection<ContentHash> hashes, CancellationToken cancel);

    /// <summary>Keeps these vectors; one that is there already was of no use, and is overwritten.</summary>
    Task SaveAsync(string modelId, IReadOnlyDictionary<ContentHash, float[]> vectors, CancellationToken cancel);
}

/// <summary>Keeps nothing.</summary>
internal sealed class NoStore : IVectorStore
{
    public Task<IReadOnlyDictionary<ContentHash, float[]>> LoadAsync(string modelId, IReadOnlyCollection<ContentHash> hashes, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyDictionary<ContentHash, float[]>>(new Dictionary<ContentHash, float[]>());

    public Task SaveAsync(string modelId, IReadOnlyDictionary<ContentHash, float[]> vectors, CancellationToken cancel) => Task.CompletedTask;
}
