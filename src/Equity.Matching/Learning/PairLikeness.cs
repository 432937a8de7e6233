namespace Equity.Matching;

/// <summary>How alike two teams are, side by side, before anything is weighed; the same from both.</summary>
/// <param name="Inequity">Of their inequities, 0 to 1; null when one of the two tells none. A score then goes by the whole, and nothing is learnt about inequities.</param>
/// <param name="Population">Of the people they work with, 0 to 1; null when one of the two tells none.</param>
/// <param name="Support">How well offers answer asks, 0 to 1; null when neither asks for what the other could offer.</param>
/// <param name="Profile">Of the whole, 0 to 1.</param>
/// <param name="Words">Of their words, 0 to 1.</param>
public sealed record PairLikeness(double? Inequity, double? Population, double? Support, double Profile, double Words)
{
    /// <summary>How many sides there are.</summary>
    internal const int Sides = 5;

    private static readonly PeerScorer Unweighted = new(new() { InequityWeight = 1, PopulationWeight = 1, SupportWeight = 1, ProfileWeight = 1, WordsWeight = 1 });

    /// <summary>In the order of <see cref="ScoreWeights.Values"/>; null where a side was not told.</summary>
    internal IReadOnlyList<double?> Values => [Inequity, Population, Support, Profile, Words];

    internal static PairLikeness Of(IndexedTeam ours, IndexedTeam theirs)
    {
        var score = Unweighted.Of(ours, theirs, ours.Words.Cosine(theirs.Words));
        return new(
            Told(View.Inequity, View.Inequity) ? score.Inequity : null,
            Told(View.Population, View.Population) ? score.Population : null,
            Told(View.Ask, View.Offer) || Told(View.Offer, View.Ask) ? score.Support : null,
            score.Profile,
            score.Words);

        bool Told(View ourView, View theirView) => ours.Of(ourView).Count > 0 && theirs.Of(theirView).Count > 0;
    }

    /// <summary>The score that these make with weights: what was not told is judged by the whole.</summary>
    internal double Score(ScoreWeights weights) => Values.Zip(weights.Values, (side, weight) => (side ?? Profile) * weight).Sum();

    /// <exception cref="ArgumentException">A side outside 0 to 1.</exception>
    internal PairLikeness Checked() =>
        Values.All(side => side is null or (>= 0 and <= 1)) ? this : throw new ArgumentException($"The sides of a likeness are 0 to 1, not {this}.");
}
