using Equity.Graph.Persistence;
using Equity.Graph.Teams;
using Equity.Matching;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Peers;

/// <summary>Removes the vectors of texts that are no more: a vector tells something of its text.</summary>
internal sealed class ForgottenVectors(SentenceEncoder encoder, TimeProvider time)
{
    /// <summary>The texts of teams, with their children loaded, by the hashes that their vectors are kept under.</summary>
    public async Task<IReadOnlyCollection<ContentHash>> HashesOfAsync(IReadOnlyList<Team> teams, CancellationToken cancel)
    {
        var asked = new Asked();
        using var matcher = new PeerMatcher(encoder, asked, time);
        await matcher.EncodeAsync([.. teams.Select(TeamProfiles.Of)], new Progress<EncodingProgress>(), cancel);
        return asked.Hashes;
    }

    /// <summary>Removes vectors within the caller's transaction; a text that another team has too is encoded again.</summary>
    public async Task RemoveAsync(EquityDbContext db, IEnumerable<ContentHash> hashes, CancellationToken cancel)
    {
        var keys = hashes.Select(hash => hash.ToArray()).ToList();
        await db.Vectors.Where(vector => vector.Model == encoder.ModelId && keys.Contains(vector.Hash)).ExecuteDeleteAsync(cancel);
    }

    /// <summary>Notes what is asked for and has it all, so that nothing is encoded.</summary>
    private sealed class Asked : IVectorStore
    {
        public HashSet<ContentHash> Hashes { get; } = [];

        public Task<IReadOnlyDictionary<ContentHash, float[]>> LoadAsync(string modelId, IReadOnlyCollection<ContentHash> hashes, CancellationToken cancel)
        {
            Hashes.UnionWith(hashes);
            return Task.FromResult<IReadOnlyDictionary<ContentHash, float[]>>(hashes.ToDictionary(hash => hash, _ => Array.Empty<float>()));
        }

        public Task SaveAsync(string modelId, IReadOnlyDictionary<ContentHash, float[]> vectors, CancellationToken cancel) => Task.CompletedTask;
    }
}
