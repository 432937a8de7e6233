namespace Equity.Matching;

/// <summary>What came of learning.</summary>
public enum LearningOutcome
{
    /// <summary>There are too few answers, too few teams that gave them, or hardly any of one of the two sorts.</summary>
    TooFew,
    /// <summary>The learnt weights do not foretell answers better than those in use by more than chance.</summary>
    NoBetter,
    /// <summary>They do.</summary>
    Better,
}

/// <summary>Weights that answers speak for, and how well they did on answers that they were not learnt from.</summary>
/// <param name="Outcome">Whether they are worth being used.</param>
/// <param name="Weights">The weights; those in use when there are too few answers.</param>
/// <param name="Answers">From how many answers.</param>
/// <param name="Teams">Of how many teams.</param>
/// <param name="Gain">
/// By how much they foretell an answer better than the weights in use: the mean difference of the logarithm of the probability that each gave to the answer
/// that came. 0 when there are too few.
/// </param>
/// <param name="GainFrom">The lower end of the 95 % interval of the gain.</param>
/// <param name="GainTo">The upper end.</param>
public sealed record WeightProposal(LearningOutcome Outcome, ScoreWeights Weights, int Answers, int Teams, double Gain, double GainFrom, double GainTo);
