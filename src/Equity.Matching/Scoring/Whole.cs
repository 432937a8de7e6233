namespace Equity.Matching;

/// <summary>How alike two teams are as a whole: everything that one wrote looks for what is nearest to it in the other, whatever it is called there.</summary>
/// <remarks>
/// As many of the nearest count on each side as the smaller side has: a team that has written little is compared by that little. One vector of all that a
/// team wrote ranks peers about as well (on the develop half with nDCG@5 .66, this with .67), but would have to be encoded anew at every change of a text.
/// </remarks>
internal static class Whole
{
    private const int OnStack = 128;

    /// <summary>The mean cosine of the nearest, 0 to 1; 0 when a side wrote nothing. The same to the last bit both ways.</summary>
    public static double Cosine(in Cosines cosines)
    {
        var our = cosines.Ours.Compared;
        var their = cosines.Theirs.Compared;
        var count = Math.Min(our.Length, their.Length);
        if (count == 0) return 0;
        Span<float> ourBest = our.Length <= OnStack ? stackalloc float[our.Length] : new float[our.Length];
        Span<float> theirBest = their.Length <= OnStack ? stackalloc float[their.Length] : new float[their.Length];
        ourBest.Clear();
        theirBest.Clear();
        for (var i = 0; i < our.Length; i++)
        {
            for (var j = 0; j < their.Length; j++)
            {
                var cosine = cosines[our[i], their[j]];
                if (cosine > ourBest[i]) ourBest[i] = cosine;
                if (cosine > theirBest[j]) theirBest[j] = cosine;
            }
        }
        return (SumOfBest(ourBest, count) + SumOfBest(theirBest, count)) / (2 * count);
    }

    private static double SumOfBest(Span<float> cosines, int count)
    {
        cosines.Sort();
        var sum = 0.0;
        foreach (var cosine in cosines[^count..]) sum += cosine;
        return sum;
    }
}
