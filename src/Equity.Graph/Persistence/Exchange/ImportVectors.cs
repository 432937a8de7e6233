using Equity.Graph.Peers;
using Equity.Graph.Teams;
using Equity.Matching;

namespace Equity.Graph.Persistence.Exchange;

/// <summary>The vectors of one import: encoded before the transaction, kept for a second try, written within the transaction.</summary>
/// <param name="stored">The vectors of the database.</param>
/// <param name="time">The matcher's clock.</param>
/// <param name="encoder">Null: nothing is encoded.</param>
internal sealed class ImportVectors(VectorStore stored, TimeProvider time, SentenceEncoder? encoder)
{
    private readonly Dictionary<ContentHash, float[]> encoded = [];

    /// <summary>Encodes the texts of these teams that have no vector yet. Returns how many texts it has encoded.</summary>
    public async Task<int> EncodeAsync(IReadOnlyList<Team> teams, bool exists, IProgress<ImportProgress>? progress, CancellationToken cancel)
    {
        if (encoder is null || teams.Count == 0)
            return 0;
        using var matcher = new PeerMatcher(encoder, new Known(exists ? stored : null, encoded), time);
        var vectors = await matcher.EncodeAsync([.. teams.Select(Profile)], progress is null ? null : new Relay(progress), cancel);
        foreach (var (hash, vector) in vectors)
            encoded.Add(hash, vector);
        return encoded.Count;
    }

    /// <summary>Writes the new ones, within the transaction that the context is in.</summary>
    public Task StoreAsync(EquityDbContext db, CancellationToken cancel) =>
        encoder is null ? Task.CompletedTask : VectorStore.InsertAsync(db, encoder.ModelId, encoded, cancel);

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

    /// <summary>What need not be encoded: what this import has encoded already, and what the database has, if there is one.</summary>
    private sealed class Known(VectorStore? stored, Dictionary<ContentHash, float[]> encoded) : IVectorStore
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
            throw new NotSupportedException("An import writes vectors in its own transaction.");
    }

    private sealed class Relay(IProgress<ImportProgress> progress) : IProgress<EncodingProgress>
    {
        public void Report(EncodingProgress value) => progress.Report(new(ImportStep.Encoding, value.Done, value.Total));
    }
}
