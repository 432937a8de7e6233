using System.Globalization;
using Equity.Matching;

namespace Equity.Graph.Peers.Feedback;

/// <summary>What came of training, in words.</summary>
internal static class TrainingReport
{
    /// <summary>A few lines for whoever trained.</summary>
    public static string Of(Trained trained)
    {
        var proposal = trained.Proposal;
        if (proposal.Outcome == LearningOutcome.TooFew)
        {
            var least = new LearningOptions();
            return string.Create(CultureInfo.InvariantCulture, $"Answers so far that tell whether two teams fit: {proposal.Answers:N0}, of teams: {proposal.Teams:N0}. It takes {least.LeastAnswers} of {least.LeastTeams} teams, and both sorts of answers. The weights are as they were.");
        }
        var gain = string.Create(CultureInfo.InvariantCulture, $"{proposal.Gain:0.0000} (95 % interval {proposal.GainFrom:0.0000} to {proposal.GainTo:0.0000})");
        return $"""
            Learnt from {string.Create(CultureInfo.InvariantCulture, $"{proposal.Answers:N0} answers of {proposal.Teams:N0} teams")}.
            On answers that were held back, the learnt weights foretold each better than those in use by {gain}, as a difference of log-likelihoods.
            {(trained.IsInUse ? "That is more than chance: the learnt weights are in use from now on." : "That may be chance: the weights are as they were.")}
            {Line("weights before", trained.Before)}
            {Line("weights learnt", proposal.Weights)}
            """;
    }

    private static string Line(string what, ScoreWeights weights) => string.Create(
        CultureInfo.InvariantCulture, $"{what}: inequity {weights.Inequity:0.000}, population {weights.Population:0.000}, support {weights.Support:0.000}, profile {weights.Profile:0.000}, words {weights.Words:0.000}");
}
