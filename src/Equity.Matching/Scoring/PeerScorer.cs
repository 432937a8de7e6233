namespace Equity.Matching;

/// <summary>The score of two teams: like with like, and the same both ways to the last bit.</summary>
internal sealed class PeerScorer(MatcherOptions options)
{
    private readonly double[] weights = [.. options.Weights.Select(w => w.Value)];
    private readonly string[] names = [.. options.Weights.Select(w => w.Name)];

    /// <summary>The score of two teams, 0 to 1, and its parts by name.</summary>
    /// <param name="ours">One.</param>
    /// <param name="theirs">The other.</param>
    /// <param name="words">The cosine of their rows of words.</param>
    public PeerScore Of(IndexedTeam ours, IndexedTeam theirs, double words)
    {
        var profile = Scale.Profile.Of(Likeness.Best(ours, View.Profile, theirs, View.Profile).Cosine);
        return new(
            weights[0] * Alike(View.Inequity, View.Inequity, Scale.Inequity),
            weights[1] * Alike(View.Population, View.Population, Scale.Population),
            weights[2] * (Alike(View.Ask, View.Offer, Scale.Support) + Alike(View.Offer, View.Ask, Scale.Support)) / 2,
            weights[3] * profile,
            weights[4] * Scale.Words.Of(words));

        // Who has not told a side yet is judged by the whole: neither punished for what is missing nor given what nobody said.
        double Alike(View ourView, View theirView, Scale scale) =>
            Likeness.Best(ours, ourView, theirs, theirView) is { Exists: true } best ? scale.Of(best.Cosine) : profile;
    }

    /// <summary>
    /// The score of a typed text and a team, 0 to 1. A text is about one side of a team and does not say which, so each part is half its own likeness and
    /// half that of the best side; a need is answered by what was learnt as well as by an offer.
    /// </summary>
    /// <param name="search">As <see cref="IndexedTeam.OfSearch"/> makes it.</param>
    /// <param name="theirs">The team.</param>
    /// <param name="words">The cosine of their rows of words.</param>
    public PeerScore OfSearch(IndexedTeam search, IndexedTeam theirs, double words)
    {
        var inequity = Scale.Inequity.Of(Likeness.Best(search, View.Inequity, theirs, View.Inequity).Cosine);
        var population = Scale.Population.Of(Likeness.Best(search, View.Population, theirs, View.Population).Cosine);
        var offered = Likeness.Best(search, View.Ask, theirs, View.Offer).Cosine;
        var support = Scale.Support.Of(Math.Max(offered, Likeness.Best(search, View.Ask, theirs, View.Learning).Cosine));
        var profile = Scale.Profile.Of(Likeness.Best(search, View.Profile, theirs, View.Profile).Cosine);
        var best = Math.Max(Math.Max(inequity, population), Math.Max(support, profile));
        return new(
            weights[0] * (inequity + best) / 2, weights[1] * (population + best) / 2, weights[2] * (support + best) / 2,
            weights[3] * (profile + best) / 2, weights[4] * (Scale.Words.Of(words) + best) / 2);
    }

    /// <summary>
    /// The score of one inequity with a team's: their most alike title and population, weighed against each other as in a whole score; the other parts
    /// are 0. Null when the team tells of no inequity.
    /// </summary>
    public PeerScore? OfInequity(IndexedTeam one, IndexedTeam theirs)
    {
        var title = Likeness.Best(one, View.Inequity, theirs, View.Inequity);
        var population = Likeness.Best(one, View.Population, theirs, View.Population);
        if (!title.Exists && !population.Exists) return null;
        var both = weights[0] + weights[1];
        var share = both > 0 ? weights[0] / both : 0.5;
        var titleScore = title.Exists ? Scale.Inequity.Of(title.Cosine) : Scale.Population.Of(population.Cosine);
        var populationScore = population.Exists ? Scale.Population.Of(population.Cosine) : titleScore;
        return new(share * titleScore, (1 - share) * populationScore, 0, 0, 0);
    }

    /// <summary>The parts of <see cref="OfInequity"/>: the first two of <see cref="Parts"/>.</summary>
    public const int InequityParts = 2;

    public IReadOnlyList<ScorePart> Parts(PeerScore score) =>
    [
        new(names[0], score.Inequity), new(names[1], score.Population), new(names[2], score.Support), new(names[3], score.Profile), new(names[4], score.Words),
    ];
}

/// <summary>The weighted parts of a score.</summary>
internal readonly record struct PeerScore(double Inequity, double Population, double Support, double Profile, double Words)
{
    public double Total => Math.Min(1, Inequity + Population + Support + Profile + Words);
}
