using Equity.Graph.Audit;
using Equity.Graph.Auth;
using Equity.Graph.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Execution.Topics;

/// <summary>Tells a topic of changes, once they are committed.</summary>
internal interface IChangeTeller
{
    /// <summary>The sort of thing whose changes it tells, by its name in the graph.</summary>
    string Kind { get; }

    /// <summary>Publishes what there is to tell of these changes, in their order.</summary>
    Task TellAsync(EquityDbContext db, IReadOnlyList<AuditEntry> changes, CancellationToken cancel);
}

/// <summary>
/// Follows the audit, which is written in the transaction of each change, and tells topics: so every change that was committed is told,
/// none that was not, and also those that another process made. What an import brings in is not news.
/// </summary>
internal sealed class ChangeFollower(IDbContextFactory<EquityDbContext> contexts, IEnumerable<IChangeTeller> tellers, ILogger<ChangeFollower> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly Dictionary<string, IChangeTeller> tellers = tellers.ToDictionary(teller => teller.Kind);
    private int? told;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await FollowAsync(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogError(fault, "Changes could not be followed; it tries again.");
            }
            await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task FollowAsync(CancellationToken cancel)
    {
        await using var db = await contexts.OpenAsync(Viewer.System, cancel);
        var newest = await db.Audit.MaxAsync(entry => (int?)entry.Id, cancel) ?? 0;
        var since = told ?? newest;
        if (newest > since)
        {
            var kinds = tellers.Keys.ToList();
            var changes = await db.Audit.AsNoTracking()
                .Where(entry => entry.Id > since && entry.Id <= newest && entry.Through != ChangedThrough.Import && kinds.Contains(entry.Kind))
                .OrderBy(entry => entry.Id).ToListAsync(cancel);
            foreach (var ofKind in changes.GroupBy(entry => entry.Kind))
                await tellers[ofKind.Key].TellAsync(db, [.. ofKind], cancel);
        }
        told = newest;
    }
}
