namespace Equity.Matching;

/// <summary>
/// Stretches likenesses so that parts can be added up: 0 for two teams as alike as any two are, 0.8 where hardly any two are more alike. To there it is
/// linear; the rest is for the few beyond, up to the same text twice, so that the order never changes and nothing is cut off at the top.
/// </summary>
/// <remarks>
/// The ends were read off all pairs of the demo community, without a look at any judgement: the mean, and four standard deviations above it. So every part
/// varies as much as any other, and a weight means what it says. On the develop half this is worth .02 of nDCG@5 over ends that were read off the model's
/// training pairs (over sixty mixtures of weights); ends read off each community anew do no better, with all its texts or with half of them left out.
/// </remarks>
/// <param name="From">The likeness that becomes 0, and all below.</param>
/// <param name="Most">The likeness that becomes 0.8. Below 1.</param>
internal readonly record struct Scale(double From, double Most)
{
    /// <summary>For cosines; for support, what <see cref="Likeness.OfSupport"/> gives, as the mean of both ways. An inequity varies by its dimension too.</summary>
    public static readonly Scale Inequity = new(0.11, 0.60), Population = new(0.14, 0.67), Support = new(0.13, 0.50), Whole = new(0.17, 0.45), Words = new(0.055, 0.163);

    /// <summary>For the cosine of what two teams say of their work; only reasons need it.</summary>
    public static readonly Scale Work = new(0.09, 0.50);

    /// <summary>For a typed text: the cosine with a passage, and the cosine of words with all that a team wrote.</summary>
    public static readonly Scale Search = new(0.105, 0.47), SearchWords = new(0.016, 0.156);

    private const double AtMost = 0.8;

    /// <summary>0 to 1.</summary>
    public double Of(double likeness) => likeness <= From ? 0
        : likeness <= Most ? AtMost * (likeness - From) / (Most - From)
        : Math.Min(1, AtMost + (1 - AtMost) * (likeness - Most) / (1 - Most));
}
