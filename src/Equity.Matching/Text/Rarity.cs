namespace Equity.Matching;

/// <summary>How telling a word is: the fewer teams use it, the more. Fitted over all teams, and used to choose what to quote.</summary>
internal sealed class Rarity
{
    private readonly Dictionary<string, int> teamsByWord;
    private readonly int teams;

    private Rarity(Dictionary<string, int> teamsByWord, int teams) => (this.teamsByWord, this.teams) = (teamsByWord, teams);

    public static readonly Rarity Unknown = new([], 1);

    public static Rarity Of(IReadOnlyCollection<string> texts)
    {
        var counts = texts.SelectMany(Words.Of).CountBy(w => w, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return new(counts, texts.Count);
    }

    /// <summary>How much two sets of words share, 0 to 1, rare words counting most; 0 when one is empty.</summary>
    public double Overlap(IReadOnlySet<string> ours, IReadOnlySet<string> theirs)
    {
        var shared = ours.Where(theirs.Contains).Sum(Weight);
        return shared > 0 ? shared / Math.Sqrt(ours.Sum(Weight) * theirs.Sum(Weight)) : 0;
    }

    private double Weight(string word) => Math.Log(1 + (double)teams / teamsByWord.GetValueOrDefault(word, 1));
}
