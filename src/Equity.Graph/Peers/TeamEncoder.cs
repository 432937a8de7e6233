using Equity.Graph.Persistence;
using Equity.Graph.Teams;
using Equity.Matching;

namespace Equity.Graph.Peers;

/// <summary>
/// Encodes the texts of teams that are about to be saved, so that the transaction which saves them writes their vectors too.
/// What it has encoded it keeps for a second try.
/// </summary>
internal sealed class TeamEncoder(PeerMatcher matcher, IVectorStore stored)
{
    private readonly Dictionary<ContentHash, float[]> encoded = [];

    /// <summary>Encodes the texts that have no vector yet. Stores nothing.</summary>
    /// <param name="teams">Teams with their children, saved or not.</param>
    /// <param name="hasStore">Whether there is a database that may hold vectors.</param>
    /// <param name="progress">Told how many texts are done and how many there are, from any thread.</param>
    /// <param name="cancel">Stops between two texts.</param>
    /// <returns>How many texts it has encoded, earlier calls included.</returns>
    public async Task<int> EncodeAsync(IReadOnlyList<Team> teams, bool hasStore, Action<int, int> progress, CancellationToken cancel)
    {
        foreach (var (hash, vector) in await matcher.EncodeAsync([.. teams.Select(Profile)], new Known(hasStore ? stored : null, encoded), new Relay(progress), cancel))
            encoded.Add(hash, vector);
        return encoded.Count;
    }

    /// <summary>Writes the new vectors, within the transaction that the context is in.</summary>
    public Task StoreAsync(EquityDbContext db, CancellationToken cancel) => VectorStore.InsertAsync(db, matcher.Info.Model, encoded, cancel);

    /// <summary>
    /// A team's profile. The matcher tells rows apart by their ids, and new rows have none yet: each gets a negative one.
    /// Texts of one row stand together, the first of them in a field that every row has.
    /// </summary>
    private static TeamProfile Profile(Team team)
    {
        var profile = TeamProfiles.Of(team);
        var row = 0;
        return profile with { Texts = [.. profile.Texts.Select(text => text.Source != 0 ? text : text with { Source = StartsRow(text.Field) ? --row : row })] };
    }

    private static bool StartsRow(ProfileField field) => field is ProfileField.InequityTitle or ProfileField.Ask or ProfileField.Offer or ProfileField.LearningTitle;

    /// <summary>What need not be encoded: what has been already, and what the database has, if there is one.</summary>
    private sealed class Known(IVectorStore? stored, Dictionary<ContentHash, float[]> encoded) : IVectorStore
    {
        public async Task<IReadOnlyDictionary<ContentHash, float[]>> LoadAsync(string modelId, IReadOnlyCollection<ContentHash> hashes, CancellationToken cancel)
        {
            var known = hashes.Where(encoded.ContainsKey).ToDictionary(hash => hash, hash => encoded[hash]);
            if (stored is null)
                return known;
            foreach (var (hash, vector) in await stored.LoadAsync(modelId, [.. hashes.Where(hash => !known.ContainsKey(hash))], cancel))
                known.Add(hash, vector);
            return known;
        }

        public Task SaveAsync(string modelId, IReadOnlyDictionary<ContentHash, float[]> vectors, CancellationToken cancel) =>
            throw new NotSupportedException("These vectors are written with the rows that they belong to.");
    }

    private sealed class Relay(Action<int, int> progress) : IProgress<EncodingProgress>
    {
        public void Report(EncodingProgress value) => progress(value.Done, value.Total);
    }
}
