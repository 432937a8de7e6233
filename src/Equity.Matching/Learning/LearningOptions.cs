namespace Equity.Matching;

/// <summary>How weights are learnt from answers.</summary>
public sealed record LearningOptions
{
    /// <summary>With fewer answers nothing is proposed. 50 to 1,000,000 answers, default 200.</summary>
    public int LeastAnswers { get; init; } = 200;

    /// <summary>With answers of fewer teams nothing is proposed: what a handful of teams like is not what teams like. 5 to 100,000 teams, default 10.</summary>
    public int LeastTeams { get; init; } = 10;

    /// <summary>What is held to while answers are few: the weights before any answer. Default <see cref="ScoreWeights.Fitted"/>.</summary>
    public ScoreWeights First { get; init; } = ScoreWeights.Fitted;

    /// <summary>How many answers each of the first weights is worth: with as many given on pairs that told its side, half of what they teach is taken over. 0 to 1,000,000 answers, default 200.</summary>
    public int Hold { get; init; } = 200;

    /// <exception cref="ArgumentException">An option outside its range.</exception>
    internal LearningOptions Checked()
    {
        if (LeastAnswers is < 50 or > 1_000_000) throw new ArgumentException($"{nameof(LeastAnswers)} is 50 to 1,000,000, not {LeastAnswers}.");
        if (LeastTeams is < 5 or > 100_000) throw new ArgumentException($"{nameof(LeastTeams)} is 5 to 100,000, not {LeastTeams}.");
        if (Hold is < 0 or > 1_000_000) throw new ArgumentException($"{nameof(Hold)} is 0 to 1,000,000, not {Hold}.");
        First.Checked();
        return this;
    }
}
