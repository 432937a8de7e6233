namespace Equity.Matching;

/// <summary>The vectors of passages: from the store what it has, from the encoder the rest, each text once.</summary>
/// <param name="All">Of every passage asked for, as the encoder gave them.</param>
/// <param name="New">Those of them that the store missed.</param>
internal sealed record PassageVectors(IReadOnlyDictionary<ContentHash, float[]> All, IReadOnlyDictionary<ContentHash, float[]> New)
{
    public static async Task<PassageVectors> OfAsync(
        IEnumerable<Passage> passages, TextEncoder encoder, IVectorStore store, IProgress<EncodingProgress>? progress, CancellationToken cancel)
    {
        var texts = passages.DistinctBy(p => p.Hash).ToDictionary(p => p.Hash, p => p.Text);
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
