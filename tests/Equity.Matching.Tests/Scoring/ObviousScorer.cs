namespace Equity.Matching.Tests;

/// <summary>The score as one would explain it on paper: slow, plain, in doubles. The fast one is held against it.</summary>
internal static class ObviousScorer
{
    public static double Score(IndexedTeam a, IndexedTeam b, MatcherOptions options)
    {
        var profile = Scale.Profile.Of(Best(a, View.Profile, b, View.Profile) ?? 0);
        return options.InequityWeight * Part(View.Inequity, View.Inequity, Scale.Inequity)
            + options.PopulationWeight * Part(View.Population, View.Population, Scale.Population)
            + options.SupportWeight * (Part(View.Ask, View.Offer, Scale.Support) + Part(View.Offer, View.Ask, Scale.Support)) / 2
            + options.ProfileWeight * profile
            + options.WordsWeight * Scale.Words.Of(a.Words.Cosine(b.Words));

        double Part(View ofA, View ofB, Scale scale) => Best(a, ofA, b, ofB) is { } best ? scale.Of(best) : profile;
    }

    private static double? Best(IndexedTeam a, View ofA, IndexedTeam b, View ofB)
    {
        double? best = null;
        foreach (var i in Indices(a, ofA))
        {
            foreach (var j in Indices(b, ofB))
            {
                var dot = 0.0;
                for (var k = 0; k < a.Vector(i).Length; k++) dot += (double)a.Vector(i)[k] * b.Vector(j)[k];
                best = Math.Max(best ?? 0, Math.Clamp(dot, 0, 1));
            }
        }
        return best;
    }

    private static IEnumerable<int> Indices(IndexedTeam team, View view) => Enumerable.Range(0, team.Passages.Count).Where(i => team.Passages[i].View == view);
}
