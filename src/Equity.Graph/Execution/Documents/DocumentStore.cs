using Equity.Graph.Execution.Limits;
using Microsoft.Extensions.Caching.Memory;

namespace Equity.Graph.Execution.Documents;

/// <summary>Keeps what belongs to documents' texts, the most recently used ones, bounded by how many and by how long they are together.</summary>
internal sealed class DocumentStore<T>(EquityLimits limits) : IDisposable where T : class
{
    private readonly MemoryCache cache = new(new MemoryCacheOptions { SizeLimit = limits.StoredDocumentCharacters });

    /// <summary>What is kept under the key; null where nothing is.</summary>
    public T? Find(string key) => cache.Get<T>(key);

    /// <summary>Keeps a value.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    /// <param name="length">The length of the document's text.</param>
    public void Keep(string key, T value, int length)
    {
        // A short text counts as much as the average one may: so the bound of the sum bounds the number too.
        var size = Math.Max(length, limits.StoredDocumentCharacters / Math.Max(1, limits.StoredDocuments));
        cache.Set(key, value, new MemoryCacheEntryOptions { Size = size });
    }

    public void Dispose() => cache.Dispose();
}
