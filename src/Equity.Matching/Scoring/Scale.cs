namespace Equity.Matching;

/// <summary>
/// Stretches cosines so that scores are telling: texts picked at random come to about 0, texts that say the same thing to nearly 1. Linear between, so
/// the order of a view never changes. The ends were read off 300 pairs of each kind of the model's training/pairs.tsv: from the median of pairs mixed at
/// random to the 99th percentile of true pairs.
/// </summary>
/// <param name="From">The cosine that becomes 0.</param>
/// <param name="To">The cosine that becomes 1.</param>
internal readonly record struct Scale(double From, double To)
{
    public static readonly Scale Inequity = new(0.15, 0.75), Population = new(0.15, 0.75), Support = new(0.18, 0.68), Profile = new(0.22, 0.75);

    /// <summary>For cosines of rare words and trigrams, which stay low even for teams that do the same.</summary>
    public static readonly Scale Words = new(0.01, 0.25);

    public double Of(double cosine) => Math.Clamp((cosine - From) / (To - From), 0, 1);
}
