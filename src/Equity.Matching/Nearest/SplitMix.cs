namespace Equity.Matching;

/// <summary>SplitMix64 (Steele, Lea and Flood, 2014): a few lines that never change, unlike a framework's generator, so that files can depend on it.</summary>
internal struct SplitMix(ulong seed)
{
    private ulong state = seed;

    /// <summary>64 random bits.</summary>
    public ulong Next()
    {
        var z = state += 0x9E3779B97F4A7C15;
        z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9;
        z = (z ^ z >> 27) * 0x94D049BB133111EB;
        return z ^ z >> 31;
    }
}
