namespace Equity.Matching;

/// <summary>How much each side counts in a score: each 0 to 1, and they sum to 1.</summary>
/// <param name="Inequity">The two most alike inequities.</param>
/// <param name="Population">The two most alike populations.</param>
/// <param name="Support">Offers that answer asks, both ways.</param>
/// <param name="Profile">The whole profiles.</param>
/// <param name="Words">Telling words in common.</param>
public sealed record ScoreWeights(double Inequity, double Population, double Support, double Profile, double Words)
{
    /// <summary>The weights that the matcher has before a community's own answers teach others.</summary>
    public static ScoreWeights Fitted { get; } = Of(new MatcherOptions());

    /// <exception cref="ArgumentException">A weight is negative, or they do not sum to 1 (within 1e-9).</exception>
    internal ScoreWeights Checked() => Values.All(weight => weight >= 0) && Math.Abs(Values.Sum() - 1) <= 1e-9
        ? this
        : throw new ArgumentException($"Weights are non-negative and sum to 1, not {string.Join(" + ", Values)}.");

    internal IReadOnlyList<double> Values => [Inequity, Population, Support, Profile, Words];

    internal static ScoreWeights Of(MatcherOptions options) => Of([.. options.Weights.Select(weight => weight.Value)]);

    internal static ScoreWeights Of(IReadOnlyList<double> values) => new(values[0], values[1], values[2], values[3], values[4]);
}
