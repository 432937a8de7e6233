using Equity.Graph.Persistence;
using Equity.Matching;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Peers.Feedback;

/// <summary>Keeps the matcher's weights those that were decided last, whichever process decided.</summary>
internal sealed class WeightsInUse(PeerMatcher matcher)
{
    private volatile WeightsDecision? decision;

    /// <summary>Since when they are in use, UTC; null for those that the program came with, as long as no others were.</summary>
    public DateTime? Since => decision?.At;

    /// <summary>From how many answers they were learnt; 0 for those that the program comes with.</summary>
    public int LearntFrom => decision?.Answers ?? 0;

    /// <summary>The integer key of the decision for them; 0 for those that the program comes with, as long as no others were.</summary>
    public int Decision => decision?.Id ?? 0;

    /// <summary>Takes up what was decided since the last time.</summary>
    public async Task FollowAsync(EquityDbContext db, CancellationToken cancel)
    {
        if (await db.WeightsDecisions.InForceAsync(cancel) is not { } newest || newest.Id == decision?.Id)
            return;
        await matcher.UseWeightsAsync(newest.Weights, cancel);
        decision = newest;
    }
}

/// <summary>What is asked of decisions.</summary>
internal static class Decisions
{
    /// <summary>The decision that says which weights are in use; null while it is those that the program came with.</summary>
    public static Task<WeightsDecision?> InForceAsync(this IQueryable<WeightsDecision> decisions, CancellationToken cancel) =>
        decisions.AsNoTracking().Where(each => each.Outcome != WeightsOutcome.NoBetter).OrderByDescending(each => each.Id).FirstOrDefaultAsync(cancel);
}
