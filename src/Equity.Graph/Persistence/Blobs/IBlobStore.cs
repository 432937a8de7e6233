using System.Security.Cryptography;

namespace Equity.Graph.Persistence.Blobs;

/// <summary>Keeps contents too large for the database under their hash. A content is written once, and never changes.</summary>
internal interface IBlobStore
{
    /// <summary>Stores a content, unless it is there already; then it counts as written now. When this answers, it survives the machine's fall.</summary>
    /// <returns>Its hash.</returns>
    Task<string> PutAsync(ReadOnlyMemory<byte> content, CancellationToken cancel);

    /// <summary>The content of a hash, from its start, in which can be sought; null when there is none.</summary>
    Stream? Open(string hash);

    /// <summary>Whether there is a content of this hash.</summary>
    bool Has(string hash);

    /// <summary>The hashes of all that was written before an instant (UTC), in order; what was begun before and never finished goes.</summary>
    IReadOnlyList<string> WrittenBefore(DateTime instant);

    /// <summary>Removes a content for good, unless it was written since an instant (UTC).</summary>
    /// <returns>Whether it was removed.</returns>
    bool Remove(string hash, DateTime before);
}

/// <summary>What contents are kept under: SHA-256, in lower-case hexadecimal.</summary>
internal static class BlobHash
{
    /// <summary>How many characters it has.</summary>
    public const int Length = 2 * SHA256.HashSizeInBytes;

    /// <summary>The hash of a content.</summary>
    public static string Of(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
