namespace Equity.Matching;

/// <summary>Where vectors are kept between starts, by model and content hash. The matcher calls it from one writer at a time.</summary>
public interface IVectorStore
{
    /// <summary>The vectors it has of those asked for, each <c>float[384]</c>, unit length; what it lacks is left out. Returned arrays are not changed.</summary>
    Task<IReadOnlyDictionary<ContentHash, float[]>> LoadAsync(string modelId, IReadOnlyCollection<ContentHash> hashes, CancellationToken cancel);

    /// <summary>Keeps these vectors; one that is there already may be overwritten or left, the two are equal.</summary>
    Task SaveAsync(string modelId, IReadOnlyDictionary<ContentHash, float[]> vectors, CancellationToken cancel);
}
