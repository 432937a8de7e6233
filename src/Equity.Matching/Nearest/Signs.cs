namespace Equity.Matching;

/// <summary>The signs of a vector, 64 a word.</summary>
internal static class Signs
{
    /// <summary>The signs of 64 dimensions, the first in the lowest bit; 1 is above zero.</summary>
    public static ulong Word(ReadOnlySpan<float> vector, int word)
    {
        var signs = 0UL;
        for (var bit = 0; bit < 64; bit++)
        {
            if (vector[word * 64 + bit] > 0) signs |= 1UL << bit;
        }
        return signs;
    }
}
