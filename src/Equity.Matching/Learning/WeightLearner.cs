namespace Equity.Matching;

/// <summary>
/// Learns from answers how much each side should count, and tries what it learnt on answers of other teams: a fifth of the teams is held back five times
/// over, and weights count as better only when they foretell the answers that were held back better than the weights in use by more than chance.
/// </summary>
/// <remarks>
/// Of a side that one of the two teams has not told nothing is learnt: it stands at the mean of what others told, which speaks neither for nor against it.
/// Otherwise thin profiles would be judged by answers about full ones. Answers that taught the weights in use speak for them while they are held back: a
/// change has to win against that, and the same answers never change weights twice.
/// </remarks>
internal static class WeightLearner
{
    private const int Folds = 5, Resamples = 2_000, Seed = 20_261_123;

    /// <summary>With less of either there is nothing to tell apart, or nothing left of it in a fold.</summary>
    private const double LeastShare = 0.05;

    /// <summary>Who has written little shares few words with anybody, whatever the work: in the community of the tests such teams sink from a half on.</summary>
    private const double MostWords = 0.5;

    public static WeightProposal Learn(IReadOnlyCollection<PeerAnswer> answers, ScoreWeights inUse, LearningOptions options)
    {
        List<PeerAnswer> ordered = [.. answers.Where(answer => answer.Likeness.Checked() is not null).OrderBy(a => a.Team).ThenBy(a => a.Peer).ThenBy(a => a.Helped)
            .ThenBy(a => string.Join(' ', a.Likeness.Values), StringComparer.Ordinal)];
        var teams = ordered.Select(answer => answer.Team).Distinct().ToArray();
        var rarer = Math.Min(ordered.Count(answer => answer.Helped), ordered.Count(answer => !answer.Helped));
        if (ordered.Count < options.LeastAnswers || teams.Length < options.LeastTeams || rarer < LeastShare * ordered.Count)
            return new(LearningOutcome.TooFew, inUse, ordered.Count, teams.Length, 0, 0, 0);
        var gains = HeldBack(ordered, teams, inUse, options);
        var (from, to) = Interval(gains);
        return new(from > 0 ? LearningOutcome.Better : LearningOutcome.NoBetter, Fit(ordered, options), ordered.Count, teams.Length, Mean(gains), from, to);
    }

    /// <summary>The weights that the answers speak for, but only so far from the first ones as words stay in their limit.</summary>
    private static ScoreWeights Fit(IReadOnlyList<PeerAnswer> answers, LearningOptions options)
    {
        var (first, mixed) = (options.First, Mixed(answers, options));
        var most = Math.Max(MostWords, first.Words);
        if (mixed.Words <= most) return mixed;
        var way = (most - first.Words) / (mixed.Words - first.Words);
        return ScoreWeights.Of([.. mixed.Values.Zip(first.Values, (taught, held) => way * taught + (1 - way) * held)]);
    }

    /// <summary>The weights that the answers speak for; each is held to the first one, the more so the fewer answers were about pairs that told its side.</summary>
    private static ScoreWeights Mixed(IReadOnlyList<PeerAnswer> answers, LearningOptions options)
    {
        var means = Enumerable.Range(0, PairLikeness.Sides).Select(side => answers.Select(answer => answer.Likeness.Values[side]).Average() ?? 0).ToArray();
        var model = AnswerModel.Fit([.. answers.Select(answer => (answer.Likeness.Values.Select((side, i) => (float)((side ?? means[i]) - means[i])).ToArray(), answer.Helped))]);
        var learnt = model.Coefficients.Select(coefficient => Math.Max(0, coefficient)).ToArray();
        var sum = learnt.Sum();
        if (!(sum > 0)) return options.First;
        var mixed = learnt.Select((taught, side) =>
        {
            double told = answers.Count(answer => answer.Likeness.Values[side] is not null);
            var share = told > 0 ? told / (told + options.Hold) : 0;
            return share * taught / sum + (1 - share) * options.First.Values[side];
        }).ToArray();
        return ScoreWeights.Of([.. mixed.Select(weight => weight / mixed.Sum())]);
    }

    /// <summary>For each team, the sum of what was gained on its answers while they were held back, and how many those were. A team's answers are never on both sides.</summary>
    private static List<(double Gain, int Answers)> HeldBack(List<PeerAnswer> answers, int[] teams, ScoreWeights inUse, LearningOptions options)
    {
        var shuffled = (int[])teams.Clone();
        new Random(Seed).Shuffle(shuffled);
        var fold = shuffled.Index().ToDictionary(team => team.Item, team => team.Index % Folds);
        var gains = new List<(double, int)>(teams.Length);
        foreach (var held in Enumerable.Range(0, Folds))
        {
            var taught = answers.Where(answer => fold[answer.Team] != held).ToList();
            if (taught.TrueForAll(answer => answer.Helped) || !taught.Exists(answer => answer.Helped)) continue;
            var learnt = Foretelling(taught, Fit(taught, options));
            var present = Foretelling(taught, inUse);
            gains.AddRange(answers.Where(answer => fold[answer.Team] == held).GroupBy(answer => answer.Team).Select(own => (own.Sum(answer => learnt(answer) - present(answer)), own.Count())));
        }
        return gains;
    }

    /// <summary>How likely an answer was by the score that weights make. How odds follow from scores is read off the same answers for all weights.</summary>
    private static Func<PeerAnswer, double> Foretelling(List<PeerAnswer> taught, ScoreWeights weights)
    {
        var model = AnswerModel.Fit([.. taught.Select(answer => ((float[])[(float)answer.Likeness.Score(weights)], answer.Helped))]);
        return answer => model.LogLikelihood(answer.Likeness.Score(weights), answer.Helped);
    }

    private static double Mean(IReadOnlyCollection<(double Gain, int Answers)> teams) => teams.Sum(team => team.Gain) / teams.Sum(team => team.Answers);

    /// <summary>The 95 % interval of the mean gain: what it would have been had other teams of the same sort answered (the bootstrap, by teams).</summary>
    private static (double From, double To) Interval(List<(double Gain, int Answers)> teams)
    {
        var random = new Random(Seed);
        var drawn = new (double, int)[teams.Count];
        var means = new double[Resamples];
        foreach (var i in Enumerable.Range(0, Resamples))
        {
            foreach (var place in Enumerable.Range(0, drawn.Length)) drawn[place] = teams[random.Next(teams.Count)];
            means[i] = Mean(drawn);
        }
        Array.Sort(means);
        return (means[Resamples / 40], means[^(Resamples / 40)]);
    }
}
