using Equity.Graph.Auth;
using Equity.Graph.Execution;
using Equity.Graph.Persistence;
using Equity.Matching;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Peers.Feedback;

/// <summary>What came of training: what was learnt, the weights that were in use, and whether the learnt ones are now.</summary>
internal sealed record Trained(WeightProposal Proposal, ScoreWeights Before, bool IsInUse);

/// <summary>Learns weights from the community's ratings, and goes back to earlier ones.</summary>
internal sealed class WeightsTraining(IDbContextFactory<EquityDbContext> contexts, TimeProvider time)
{
    /// <summary>So many answers must have come since the last decision before the server trains by itself.</summary>
    public const int NewAnswers = 50;

    /// <summary>So much time must have passed.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromDays(1);

    /// <summary>Learns, and puts what was learnt into use when it is better.</summary>
    /// <param name="byItself">Whether the server does it by itself, and then only when it is due.</param>
    /// <param name="cancel">Stops; nothing was decided then.</param>
    /// <returns>Null when it is not due, or another process has decided meanwhile.</returns>
    public async Task<Trained?> LearnAsync(bool byItself, CancellationToken cancel)
    {
        await using var db = await contexts.OpenAsync(Viewer.System, cancel);
        var last = await db.WeightsDecisions.AsNoTracking().OrderByDescending(each => each.Id).FirstOrDefaultAsync(cancel);
        if (byItself && !await IsDueAsync(db, last, cancel))
            return null;
        var before = (await db.WeightsDecisions.InForceAsync(cancel))?.Weights ?? ScoreWeights.Fitted;
        var answers = await AnswersAsync(db, cancel);
        var proposal = await Task.Run(() => PeerMatcher.Learn(answers, before), cancel);
        if (proposal.Outcome == LearningOutcome.TooFew)
            return new Trained(proposal, before, IsInUse: false);
        var isBetter = proposal.Outcome == LearningOutcome.Better;
        var decision = new WeightsDecision
        {
            Outcome = isBetter ? WeightsOutcome.Learnt : WeightsOutcome.NoBetter,
            ByItself = byItself,
            Answers = proposal.Answers,
            Teams = proposal.Teams,
            Gain = proposal.Gain,
            GainFrom = proposal.GainFrom,
            GainTo = proposal.GainTo,
        };
        return await DecideAsync(db, last?.Id, decision.With(proposal.Weights), cancel) ? new Trained(proposal, before, isBetter) : null;
    }

    /// <summary>Takes up the weights that were in use before those that are, or those that the program comes with.</summary>
    /// <param name="toFitted">Whether it is the latter.</param>
    /// <param name="cancel">Stops; nothing was decided then.</param>
    /// <returns>The weights now in use; null when there are none to go back to.</returns>
    public async Task<WeightsDecision?> GoBackAsync(bool toFitted, CancellationToken cancel)
    {
        await using var db = await contexts.OpenAsync(Viewer.System, cancel);
        var last = await db.WeightsDecisions.MaxAsync(each => (int?)each.Id, cancel);
        if (await db.WeightsDecisions.InForceAsync(cancel) is not { Answers: > 0 } current)
            return null;
        var origin = current.From ?? current.Id;
        var earlier = toFitted
            ? null
            : await db.WeightsDecisions.AsNoTracking().Where(each => each.Outcome == WeightsOutcome.Learnt && each.Id < origin).OrderByDescending(each => each.Id).FirstOrDefaultAsync(cancel);
        var back = new WeightsDecision
        {
            Outcome = WeightsOutcome.GoneBack,
            From = earlier?.Id ?? 0,
            Answers = earlier?.Answers ?? 0,
            Teams = earlier?.Teams ?? 0,
            Gain = earlier?.Gain ?? 0,
            GainFrom = earlier?.GainFrom ?? 0,
            GainTo = earlier?.GainTo ?? 0,
        };
        return await DecideAsync(db, last, back.With(earlier?.Weights ?? ScoreWeights.Fitted), cancel) ? back : null;
    }

    private async Task<bool> IsDueAsync(EquityDbContext db, WeightsDecision? last, CancellationToken cancel)
    {
        if (last is not null && time.GetUtcNow().UtcDateTime - last.At < Pause)
            return false;
        var since = last?.At ?? DateTime.MinValue;
        return await Learnable(db).CountAsync(rating => rating.RatedAt > since, cancel) >= NewAnswers;
    }

    private static async Task<List<PeerAnswer>> AnswersAsync(EquityDbContext db, CancellationToken cancel) =>
        [.. (await Learnable(db).AsNoTracking().OrderBy(rating => rating.Id).ToListAsync(cancel))
            .Select(rating => new PeerAnswer(rating.TeamId, rating.PeerId, rating.Likeness.ToMatcher()!, rating.Verdict == RecommendationVerdict.Useful))];

    /// <summary>Ratings that tell whether two teams fit.</summary>
    private static IQueryable<Rating> Learnable(EquityDbContext db) =>
        db.Ratings.IgnoreQueryFilters().Where(rating => rating.Verdict != RecommendationVerdict.AlreadyKnowThem && rating.Likeness.Profile != null && rating.Likeness.Words != null);

    /// <summary>Adds a decision, unless there is one that whoever decides has not seen.</summary>
    private async Task<bool> DecideAsync(EquityDbContext db, int? seen, WeightsDecision decision, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.WeightsDecisions.MaxAsync(each => (int?)each.Id, cancel) != seen)
            return false;
        decision.At = time.GetUtcNow().UtcDateTime;
        db.Add(decision);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(CancellationToken.None);
        return true;
    }
}

/// <summary>Trains by itself, at most once a day, when enough answers have come; whichever process is first.</summary>
internal sealed class DailyTraining(WeightsTraining training, TimeProvider time, ILogger<DailyTraining> logger) : Rounds(FirstPause, Pause, "Weights could not be learnt.", time, logger)
{
    /// <summary>After a start those go first who ask for something.</summary>
    public static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(5);

    /// <summary>How often it looks whether it is due.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    public override async Task RunAsync(CancellationToken cancel)
    {
        if (await training.LearnAsync(byItself: true, cancel) is { } trained)
            Logger.LogInformation("Weights were learnt from {Answers} answers: {Outcome}.", trained.Proposal.Answers, trained.Proposal.Outcome);
    }
}
