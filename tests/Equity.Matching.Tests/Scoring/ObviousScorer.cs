namespace Equity.Matching.Tests;

/// <summary>The score as one would explain it on paper: slow, plain, in doubles. The fast one is held against it.</summary>
internal static class ObviousScorer
{
    public static double Score(IndexedTeam a, IndexedTeam b, MatcherOptions options)
    {
        var profile = Scale.Whole.Of(Whole(a, b));
        return options.InequityWeight * (Inequity(a, b) ?? profile)
            + options.PopulationWeight * Part(View.Population, View.Population, Scale.Population)
            + options.SupportWeight * Support()
            + options.ProfileWeight * profile
            + options.WordsWeight * Scale.Words.Of(a.Words.Cosine(b.Words));

        double Part(View ofA, View ofB, Scale scale) => Best(a, ofA, b, ofB) is { } best ? scale.Of(best) : profile;
        double Support()
        {
            var (one, other) = (Best(a, View.Ask, b, View.Offer, words: 1), Best(a, View.Offer, b, View.Ask, words: 1));
            if (one is not null && other is not null) return Scale.Support.Of((one.Value + other.Value) / 2);
            return ((one is null ? profile : Scale.Support.Of(one.Value)) + (other is null ? profile : Scale.Support.Of(other.Value))) / 2;
        }

    }

    /// <summary>The mean of the best matches of each side's passages, as many of each side as the smaller one has.</summary>
    private static double Whole(IndexedTeam a, IndexedTeam b)
    {
        var count = Math.Min(a.Passages.Count, b.Passages.Count);
        return count == 0 ? 0 : (Nearest(a, b) + Nearest(b, a)) / (2 * count);

        double Nearest(IndexedTeam one, IndexedTeam other) =>
            Enumerable.Range(0, one.Passages.Count).Select(i => Enumerable.Range(0, other.Passages.Count).Max(j => Cosine(one, i, other, j))).OrderDescending().Take(count).Sum();
    }

    private static double? Inequity(IndexedTeam a, IndexedTeam b)
    {
        var pairs = from i in Indices(a, View.Inequity)
                    from j in Indices(b, View.Inequity)
                    let words = Scale.Inequity.Of(Cosine(a, i, b, j))
                    select a.Dimension(i) is null || b.Dimension(j) is null ? words : 0.8 * words + (a.Dimension(i) == b.Dimension(j) ? 0.2 : 0);
        return pairs.Select(pair => (double?)pair).Max();
    }

    private static double? Best(IndexedTeam a, View ofA, IndexedTeam b, View ofB, double words = 0)
    {
        var pairs = from i in Indices(a, ofA) from j in Indices(b, ofB) select (double?)(Cosine(a, i, b, j) + words * a.SupportWords(i).Cosine(b.SupportWords(j)));
        return pairs.Max();
    }

    private static double Cosine(IndexedTeam a, int i, IndexedTeam b, int j)
    {
        var dot = 0.0;
        for (var k = 0; k < a.Vector(i).Length; k++) dot += (double)a.Vector(i)[k] * b.Vector(j)[k];
        return Math.Clamp(dot, 0, 1);
    }

    private static IEnumerable<int> Indices(IndexedTeam team, View view) => Enumerable.Range(0, team.Passages.Count).Where(i => team.Passages[i].View == view);
}
