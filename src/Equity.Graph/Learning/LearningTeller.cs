using Equity.Graph.Audit;
using Equity.Graph.Execution.Topics;
using Equity.Graph.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Learning;

/// <summary>Tells who listens of each piece of learning that a team shares.</summary>
internal sealed class LearningTeller(Topic<LearningShared> shared) : IChangeTeller
{
    public string Kind => "Learning";

    public async Task TellAsync(EquityDbContext db, IReadOnlyList<AuditEntry> changes, CancellationToken cancel)
    {
        foreach (var change in changes.Where(change => change.Action == AuditAction.Created))
        {
            var learning = await db.Learning.Where(row => row.TeamId == change.TeamId && row.Key == change.Key).Select(row => (int?)row.Id).SingleOrDefaultAsync(cancel);
            if (learning is { } id)
                shared.Publish(new LearningShared(id));
        }
    }
}
