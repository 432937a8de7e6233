using System.Numerics;

namespace Equity.Matching;

/// <summary>The rows of a block, as runs: a filter that lets all through costs nothing, and one that lets few through saves the others' reading.</summary>
internal static class Runs
{
    /// <summary>Takes the lowest run of set bits out of a word that has one.</summary>
    public static (int First, int Count) Next(ref ulong rows)
    {
        var first = BitOperations.TrailingZeroCount(rows);
        var count = BitOperations.TrailingZeroCount(~(rows >> first));
        rows = first + count < 64 ? rows & (ulong.MaxValue << (first + count)) : 0;
        return (first, count);
    }
}
