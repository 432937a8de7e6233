namespace Equity.Matching;

/// <summary>How far a word is from another.</summary>
internal static class Spelling
{
    /// <summary>The fewest letters to put in, leave out, change, or swap with their neighbour, each place touched once (optimal string alignment).</summary>
    public static int Mistakes(string written, string meant)
    {
        var (before, last, next) = (new int[meant.Length + 1], new int[meant.Length + 1], new int[meant.Length + 1]);
        for (var j = 0; j <= meant.Length; j++) last[j] = j;
        for (var i = 1; i <= written.Length; i++)
        {
            next[0] = i;
            for (var j = 1; j <= meant.Length; j++)
            {
                var same = written[i - 1] == meant[j - 1];
                next[j] = Math.Min(Math.Min(last[j], next[j - 1]) + 1, last[j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && written[i - 1] == meant[j - 2] && written[i - 2] == meant[j - 1]) next[j] = Math.Min(next[j], before[j - 2] + 1);
            }
            (before, last, next) = (last, next, before);
        }
        return last[meant.Length];
    }
}
