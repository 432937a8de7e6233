using Equity.Graph.Auth;
using Equity.Graph.Persistence;
using Equity.Matching;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Peers;

/// <summary>Removes the vectors of texts that are no more: a vector tells something of its text.</summary>
internal sealed class ForgottenVectors(IDbContextFactory<EquityDbContext> factory, PeerMatcher matcher)
{
    private const int AtOnce = 500;

    /// <summary>Removes every vector that no text of today has. Of a text that comes meanwhile, or comes back, a vector is made again.</summary>
    /// <returns>How many it removed.</returns>
    public async Task<int> RemoveAsync(CancellationToken cancel)
    {
        await using var db = await factory.OpenAsync(Viewer.System, cancel);
        // First what is stored, then what is needed: a vector that is stored in between is not judged.
        var stored = await db.Vectors.Select(vector => vector.Hash).Distinct().ToListAsync(cancel);
        var needed = await NeededAsync(db, cancel);
        var removed = 0;
        foreach (var some in stored.Where(hash => !needed.Contains(ContentHash.FromArray(hash))).Chunk(AtOnce))
            removed += await db.Vectors.Where(vector => some.Contains(vector.Hash)).ExecuteDeleteAsync(cancel);
        return removed;
    }

    /// <summary>The hashes that the matcher asks for when it takes in the teams of today, and what was written at events.</summary>
    private async Task<HashSet<ContentHash>> NeededAsync(EquityDbContext db, CancellationToken cancel)
    {
        var asked = new Asked(matcher.Info.Dimensions);
        foreach (var some in (await db.Teams.OrderBy(team => team.Id).Select(team => team.Id).ToListAsync(cancel)).Chunk(AtOnce))
            await matcher.EncodeAsync(await TeamProfiles.ReadAsync(db, [.. some], cancel), asked, cancel: cancel);
        await matcher.EncodeAsync(await db.PanelQuestions.Select(question => question.Text).ToListAsync(cancel), asked, cancel);
        await matcher.EncodeAsync(await db.HarvestNotes.Select(note => note.Text).ToListAsync(cancel), asked, cancel);
        return asked.Hashes;
    }

    /// <summary>Notes what is asked for and has it all, so that nothing is encoded.</summary>
    private sealed class Asked(int dimensions) : IVectorStore
    {
        private readonly float[] any = new float[dimensions];

        public HashSet<ContentHash> Hashes { get; } = [];

        public Task<IReadOnlyDictionary<ContentHash, float[]>> LoadAsync(string modelId, IReadOnlyCollection<ContentHash> hashes, CancellationToken cancel)
        {
            Hashes.UnionWith(hashes);
            return Task.FromResult<IReadOnlyDictionary<ContentHash, float[]>>(hashes.ToDictionary(hash => hash, _ => any));
        }

        public Task SaveAsync(string modelId, IReadOnlyDictionary<ContentHash, float[]> vectors, CancellationToken cancel) => Task.CompletedTask;
    }
}
