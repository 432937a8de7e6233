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
    public static readonly Scale Inequity = new(0.15, 0.75), Population = new(0.15, 0.75), Support = new(0.18, 0.68), Similar = new(0.22, 0.75), Search = new(0.15, 0.65);

    /// <summary>For an ask and an offer with the words that they share: from what most pairs of the demo community have to what only the same words said twice exceed.</summary>
    public static readonly Scale Answer = new(0.18, 1);

    public double Of(double cosine) => Math.Clamp((cosine - From) / (To - From), 0, 1);
}

/// <summary>
/// Stretches cosines of which nearly all are low, and how low depends on the community: halfway up where hardly any two teams of the demo community are,
/// and ever slower from there, so that the order never changes and nothing is cut off at the top.
/// </summary>
/// <param name="From">The cosine that becomes 0.</param>
/// <param name="Half">The cosine that becomes a half.</param>
internal readonly record struct Curve(double From, double Half)
{
    public static readonly Curve Profile = new(0.22, 0.5), Words = new(0.01, 0.15);

    /// <summary>0 to 1.</summary>
    public double Of(double cosine) => cosine <= From ? 0 : Math.Min(1, (1 - Math.Pow(2, (From - cosine) / (Half - From))) / (1 - Math.Pow(2, (From - 1) / (Half - From))));
}
