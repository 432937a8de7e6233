namespace Equity.Benchmarks;

/// <summary>The texts that the encoder was trained on, as material: written by improvement teams of fiction, 5 to 60 words.</summary>
internal static class Texts
{
    /// <summary>Distinct texts in an order fixed by the seed, of one kind of pair ("ask", "pop", "team", …) or of all.</summary>
    public static string[] Of(int seed, string? kind = null, int side = 0)
    {
        var pairs = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "pairs.tsv")).Select(line => line.Split('\t')).Where(p => kind is null || p[1] == kind);
        string[] texts = [.. pairs.SelectMany(p => kind is null ? p[2..4] : [p[2 + side]]).Distinct()];
        new Random(seed).Shuffle(texts);
        return texts;
    }
}
