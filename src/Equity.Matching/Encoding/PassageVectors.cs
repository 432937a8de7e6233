namespace Equity.Matching;

/// <summary>The vectors of passages: from the store what it has, from the encoder the rest, each text once.</summary>
/// <param name="All">Of every passage asked for, as the encoder gave them.</param>
/// <param name="New">Those of them that the store missed.</param>
internal sealed record PassageVectors(IReadOnlyDictionary<ContentHash, float[]> All, IReadOnlyDictionary<ContentHash, float[]> New)
{
    public static Task<PassageVectors> OfAsync(
        IEnumerable<Passage> passages, TextEncoder encoder, IVectorStore store, IProgress<EncodingProgress>? progress, CancellationToken cancel) =>
        OfAsync(passages.DistinctBy(p => p.Hash).ToDictionary(p => p.Hash, p => p.Text), encoder, store, progress, cancel);

    /// <summary>The same of texts that belong to no team, as they are to be encoded.</summary>
    public static Task<PassageVectors> OfAsync(IEnumerable<string> texts, TextEncoder encoder, IVectorStore store, CancellationToken cancel) =>
        OfAsync(texts.Distinct(StringComparer.Ordinal).ToDictionary(ContentHash.Of), encoder, store, null, cancel);

    private static async Task<PassageVectors> OfAsync(
        Dictionary<ContentHash, string> texts, TextEncoder encoder, IVectorStore store, IProgress<EncodingProgress>? progress, CancellationToken cancel)
    {
        if (texts.Count == 0) return new(new Dictionary<ContentHash, float[]>(), new Dictionary<ContentHash, float[]>());

        var stored = await store.LoadAsync(encoder.ModelId, texts.Keys, cancel);
        var all = stored.Where(v => texts.ContainsKey(v.Key) && v.Value.Length == encoder.Dimensions).ToDictionary();
        var missing = texts.Where(t => !all.ContainsKey(t.Key)).ToList();
        var vectors = await encoder.EncodeAllAsync([.. missing.Select(t => t.Value)], progress, cancel);

        var made = missing.Zip(vectors, (text, vector) => KeyValuePair.Create(text.Key, vector)).ToDictionary();
        foreach (var (hash, vector) in made) all.Add(hash, vector);
        return new(all, made);
    }
}
