namespace Equity.Matching.Tests.Learning;

/// <summary>Answers of people whose preference is known: the likelier yes, the higher the score by their own weights.</summary>
internal static class MadeUpAnswers
{
    /// <summary>How surely people answer by their preference: the odds of two scores that lie 0.1 apart differ by a factor of 3.3.</summary>
    private const double Sureness = 12;

    /// <summary>Answers about pairs of teams whose sides are alike to a point: what is alike in one respect is rather alike in others.</summary>
    /// <param name="preference">How much each side counts for the people.</param>
    /// <param name="count">How many answers, of a tenth as many teams.</param>
    /// <param name="seed">Others for another seed.</param>
    /// <param name="thin">The share of sides that were not told, 0 to 1.</param>
    public static List<PeerAnswer> Of(ScoreWeights preference, int count, int seed = 1, double thin = 0)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            var whole = random.NextDouble();
            var likeness = new PairLikeness(Told(), Told(), Told(), Side(), Side());
            return Answer(random, i % Math.Max(1, count / 10), 1_000 + i, likeness, preference);

            double Side() => (0.4 * whole) + (0.6 * random.NextDouble());
            double? Told() => random.NextDouble() < thin ? null : Side();
        })];
    }

    /// <summary>What people who prefer by these weights answer about a pair.</summary>
    public static PeerAnswer Answer(Random random, int team, int peer, PairLikeness likeness, ScoreWeights preference, double even = 0.5) =>
        new(team, peer, likeness, random.NextDouble() < 1 / (1 + Math.Exp(-Sureness * (likeness.Score(preference) - even))));
}
