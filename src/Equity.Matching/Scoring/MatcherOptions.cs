namespace Equity.Matching;

/// <summary>How much each part of a score counts, and from which likeness on a reason is given.</summary>
public sealed record MatcherOptions
{
    /// <summary>Weight of the two most alike inequities. 0 to 1, default <see cref="FittedWeights.Inequity"/>. The weights sum to 1.</summary>
    public double InequityWeight { get; init; } = FittedWeights.Inequity;

    /// <summary>Weight of the two most alike populations. 0 to 1, default <see cref="FittedWeights.Population"/>.</summary>
    public double PopulationWeight { get; init; } = FittedWeights.Population;

    /// <summary>Weight of offers that answer asks, both ways. 0 to 1, default <see cref="FittedWeights.Support"/>.</summary>
    public double SupportWeight { get; init; } = FittedWeights.Support;

    /// <summary>Weight of the whole profiles. 0 to 1, default <see cref="FittedWeights.Profile"/>.</summary>
    public double ProfileWeight { get; init; } = FittedWeights.Profile;

    /// <summary>Weight of telling words in common. 0 to 1, default <see cref="FittedWeights.Words"/>.</summary>
    public double WordsWeight { get; init; } = FittedWeights.Words;

    /// <summary>Two inequities are called alike from here on. 0 to 1, default 0.38. This and the next three: a cosine, and half of the share of rare words in common.</summary>
    public double SameInequityFrom { get; init; } = 0.38;

    /// <summary>Two populations are called alike from here on. 0 to 1, default 0.43.</summary>
    public double SamePopulationFrom { get; init; } = 0.43;

    /// <summary>An offer answers an ask from here on. 0 to 1, default 0.45.</summary>
    public double SupportFrom { get; init; } = 0.45;

    /// <summary>Learning answers an ask or an inequity from here on. 0 to 1, default 0.40.</summary>
    public double LearningFrom { get; init; } = 0.40;

    /// <summary>Two profiles are called alike from this cosine on. 0 to 1, default 0.30.</summary>
    public double SimilarWorkFrom { get; init; } = 0.30;

    /// <summary>How much a list of peers avoids teams that are like those before them: the share of variety in a place, the rest is the score. 0 to 1, default 0.4.</summary>
    public double Variety { get; init; } = 0.4;

    /// <summary>The weights by the names of the parts, in the order in which parts are given.</summary>
    internal IReadOnlyList<ScorePart> Weights =>
    [
        new("inequity", InequityWeight), new("population", PopulationWeight), new("support", SupportWeight),
        new("profile", ProfileWeight), new("words", WordsWeight),
    ];

    /// <summary>The same with other weights.</summary>
    internal MatcherOptions With(ScoreWeights weights) => this with
    {
        InequityWeight = weights.Inequity,
        PopulationWeight = weights.Population,
        SupportWeight = weights.Support,
        ProfileWeight = weights.Profile,
        WordsWeight = weights.Words,
    };

    /// <exception cref="ArgumentException">A weight is negative, the weights do not sum to 1 (within 1e-9), or a threshold or the share of variety is outside 0 to 1.</exception>
    internal MatcherOptions Checked()
    {
        ScoreWeights.Of(this).Checked();
        double[] thresholds = [SameInequityFrom, SamePopulationFrom, SupportFrom, LearningFrom, SimilarWorkFrom];
        if (thresholds.Any(t => !(t is >= 0 and <= 1))) throw new ArgumentException("Thresholds are cosines from 0 to 1.");
        if (Variety is not (>= 0 and <= 1)) throw new ArgumentException("The share of variety is 0 to 1.");
        return this;
    }
}
