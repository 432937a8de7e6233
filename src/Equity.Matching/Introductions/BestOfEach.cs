namespace Equity.Matching;

/// <summary>Keeps a few best others for each of many teams: by score, highest first, then the earlier one, in whatever order they are found.</summary>
/// <param name="teams">How many teams.</param>
/// <param name="each">How many others of each are kept.</param>
internal sealed class BestOfEach(int teams, int each)
{
    private readonly int[] counts = new int[teams];
    private readonly (int Other, double Score)[] kept = new (int, double)[teams * each];

    /// <summary>Whether it would be kept.</summary>
    public bool Wants(int team, int other, double score) => counts[team] < each || IsBefore(other, score, kept[team * each + each - 1]);

    /// <summary>Keeps another if it is among the best so far.</summary>
    public void Add(int team, int other, double score)
    {
        if (!Wants(team, other, score)) return;
        var (first, last) = (team * each, team * each + Math.Min(counts[team], each - 1));
        for (; last > first && IsBefore(other, score, kept[last - 1]); last--) kept[last] = kept[last - 1];
        kept[last] = (other, score);
        counts[team] = Math.Min(counts[team] + 1, each);
    }

    /// <summary>Keeps the best of its own and of those.</summary>
    public void Take(BestOfEach others)
    {
        foreach (var (team, other, score) in others.All()) Add(team, other, score);
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
