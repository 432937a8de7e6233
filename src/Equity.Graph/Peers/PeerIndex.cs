using System.Diagnostics;
using Equity.Graph.Auth;
using Equity.Graph.Peers.Feedback;
using Equity.Graph.Persistence;
using Equity.Matching;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Peers;

/// <summary>
/// Keeps the matcher in step with the database, whichever process wrote it: reads all teams at start, then follows the
/// profile changes. Who asks before the first reading is done waits; nobody is answered from half an index.
/// </summary>
internal sealed class PeerIndex(
    PeerMatcher matcher, WeightsInUse weights, IDbContextFactory<EquityDbContext> factory, TimeProvider time, ILogger<PeerIndex> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private const int FewEnoughToWaitFor = 1_000; // to settle takes about a second
    private const int RestShare = 10; // among more it rests ten times as long as it took
    private static readonly TimeSpan PauseAfterFault = TimeSpan.FromSeconds(2);

    private readonly TaskCompletionSource<PeerMatcher> ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly HashSet<int> indexed = [];
    private long seen;
    private (long Change, int Weights, DateOnly Day) settledOn = (-1, 0, default);
    private Task settling = Task.CompletedTask;
    private long restsUntil;

    /// <summary>The last profile change that everything is made of: what is indexed, the words' weights and the default lists.</summary>
    public long Settled { get; private set; } = -1;

    /// <summary>Whether the first reading is done.</summary>
    public bool IsReady => ready.Task.IsCompletedSuccessfully;

    /// <summary>The matcher as it is now, ready or not.</summary>
    public PeerMatcher Matcher => matcher;

    /// <summary>What it works with now.</summary>
    public MatcherInfo Info => matcher.Info;

    /// <summary>The weights that it scores by.</summary>
    public WeightsInUse Weights => weights;

    /// <summary>How alike two teams are, by their integer keys; null when they are not both indexed yet.</summary>
    public PairLikeness? LikenessOf(int team, int peer) => matcher.LikenessOf(team, peer);

    /// <summary>How many of these teams are indexed, by integer key.</summary>
    public int Count(IReadOnlySet<int> teams) => matcher.Count(teams.Contains);

    /// <summary>The matcher, once it has read all teams.</summary>
    public Task<PeerMatcher> ReadyAsync(CancellationToken cancel) => ready.Task.WaitAsync(cancel);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = Pause;
            try
            {
                if (!IsReady)
                    await ReadAllAsync(stoppingToken);
                else if (!await FollowAsync(stoppingToken))
                    await KeepSettledAsync(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogError(fault, "The peer index could not follow the database; it tries again.");
                pause = PauseAfterFault;
            }
            await Task.Delay(pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>When nothing changes any more it settles, if it has rested. That takes a while among thousands of teams, so that changes are followed meanwhile.</summary>
    private async Task KeepSettledAsync(CancellationToken cancel)
    {
        var latest = (seen, weights.Decision, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)); // a pause ends without a change
        if (settling.IsCompleted)
        {
            var ended = settling;
            settling = Task.CompletedTask;
            await ended;
            if (settledOn != latest && Stopwatch.GetTimestamp() >= restsUntil)
                settling = SettleAsync(latest, cancel);
        }
        await settling.WaitAsync(Pause, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (settledOn == latest)
            Settled = seen;
    }

    /// <summary>Words are weighed anew, and whom everybody is shown by default is chosen anew.</summary>
    private async Task SettleAsync((long Change, int Weights, DateOnly Day) latest, CancellationToken cancel)
    {
        var start = Stopwatch.GetTimestamp();
        await matcher.RefitAsync(cancel);
        await matcher.ShareOutAsync(await AvailableAsync(cancel), cancel);
        var end = Stopwatch.GetTimestamp();
        (settledOn, restsUntil) = (latest, indexed.Count <= FewEnoughToWaitFor ? end : end + RestShare * (end - start));
    }

    private async Task ReadAllAsync(CancellationToken cancel)
    {
        await using var db = await factory.OpenAsync(Viewer.System, cancel);
        await weights.FollowAsync(db, cancel);
        seen = await db.ProfileChanges.MaxAsync(change => (long?)change.Id, cancel) ?? 0;
        await TakeInAsync(await TeamProfiles.ReadAsync(db, await AllAsync(db, cancel), cancel), [], cancel);
        while (indexed.Count <= FewEnoughToWaitFor && Settled != seen)
            await KeepSettledAsync(cancel);
        ready.SetResult(matcher);
        logger.LogInformation("Peers are ready: {Teams} teams.", indexed.Count);
    }

    /// <summary>Takes in what changed since the last time; false when nothing did.</summary>
    private async Task<bool> FollowAsync(CancellationToken cancel)
    {
        await using var db = await factory.OpenAsync(Viewer.System, cancel);
        await weights.FollowAsync(db, cancel);
        var changes = await db.ProfileChanges.AsNoTracking().Where(change => change.Id > seen).OrderBy(change => change.Id).ToListAsync(cancel);
        if (changes.Count == 0)
            return false;
        var changed = changes.Select(change => change.TeamId).OfType<int>().Distinct().ToList();
        var profiles = await TeamProfiles.ReadAsync(db, changed, cancel);
        var removed = changes.Exists(change => change.TeamId is null)
            ? indexed.Except(await AllAsync(db, cancel)).ToList()
            : changed.Except(profiles.Select(profile => profile.Id)).ToList();
        await TakeInAsync(profiles, removed, cancel);
        seen = changes[^1].Id;
        return true;
    }

    private async Task TakeInAsync(List<TeamProfile> profiles, List<int> removed, CancellationToken cancel)
    {
        await matcher.UpdateAsync(profiles, removed, cancel: cancel);
        indexed.UnionWith(profiles.Select(profile => profile.Id));
        indexed.ExceptWith(removed);
    }

    private async Task<HashSet<int>> AvailableAsync(CancellationToken cancel)
    {
        await using var db = await factory.OpenAsync(Viewer.System, cancel);
        return await Available.OnAsync(db, db.Teams, time.GetUtcNow(), cancel);
    }

    private static Task<List<int>> AllAsync(EquityDbContext db, CancellationToken cancel) =>
        db.Teams.OrderBy(team => team.Id).Select(team => team.Id).ToListAsync(cancel);
}
