namespace Equity.Matching;

/// <summary>Keeps a few best others for each of many teams: by score, highest first, then the earlier one, in whatever order they are found.</summary>
/// <param name="teams">How many teams.</param>
/// <param name="each">How many others of each are kept.</param>
internal sealed class BestOfEach(int teams, int each)
{
    private readonly int[] counts = new int[teams];
    private readonly double[] least = [.. Enumerable.Repeat(double.NegativeInfinity, teams)]; // of those with no room left, side by side: it is looked at for every pair
    private readonly (int Other, double Score)[] kept = new (int, double)[teams * each];

    /// <summary>Whether it would be kept.</summary>
    public bool Wants(int team, int other, double score) => score >= least[team] && (counts[team] < each || IsBefore(other, score, kept[team * each + each - 1]));

    /// <summary>Keeps another if it is among the best so far.</summary>
    public void Add(int team, int other, double score)
    {
        if (!Wants(team, other, score)) return;
        var best = kept.AsSpan(team * each, each);
        var (from, to) = (0, Math.Min(counts[team], each - 1));
        var last = to;
        while (from < to)
        {
            var middle = (from + to) / 2;
            if (IsBefore(other, score, best[middle])) to = middle;
            else from = middle + 1;
        }
        best[from..last].CopyTo(best[(from + 1)..]);
        best[from] = (other, score);
        if (counts[team] < each) counts[team]++;
        if (counts[team] == each) least[team] = best[^1].Score;
    }

    /// <summary>Keeps the best of its own and of those.</summary>
    public void Take(BestOfEach others)
    {
        foreach (var (team, other, score) in others.All()) Add(team, other, score);
    }

    /// <summary>What is kept of a team, best first.</summary>
    public ReadOnlySpan<(int Other, double Score)> Of(int team) => kept.AsSpan(team * each, counts[team]);

    /// <summary>Whether a team has kept another.</summary>
    public bool Has(int team, int other)
    {
        foreach (var found in Of(team))
        {
            if (found.Other == other) return true;
        }
        return false;
    }

    /// <summary>All that is kept, by team, then best first.</summary>
    public IEnumerable<(int Team, int Other, double Score)> All()
    {
        for (var team = 0; team < teams; team++)
        {
            for (var i = team * each; i < team * each + counts[team]; i++) yield return (team, kept[i].Other, kept[i].Score);
        }
    }

    private static bool IsBefore(int other, double score, (int Other, double Score) than) => score > than.Score || score == than.Score && other < than.Other;
}
