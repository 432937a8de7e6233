using System.Threading.Channels;
using Equity.Graph.Auth;
using Equity.Graph.Execution.Mutations;
using Equity.Graph.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Peers.Feedback;

/// <summary>
/// Notes which teams were recommended to a team's own members, once they have the answer: in the background, many in one transaction. When more comes
/// than can be written, some are not noted; nobody ever waits.
/// </summary>
internal sealed class Showings(PeerIndex index, IDbContextFactory<EquityDbContext> contexts, WriteTurns turns, TimeProvider time, ILogger<Showings> logger) : BackgroundService
{
    /// <summary>How many wait at most: a hundred lists of a hundred teams.</summary>
    private const int MostWaiting = 10_000;

    /// <summary>How many one transaction notes.</summary>
    private const int AtOnce = 1_000;

    /// <summary>How long what follows is gathered.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly Channel<Shown> waiting = Channel.CreateBounded<Shown>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    private readonly record struct Shown(int Team, int Peer, int Rank);

    /// <summary>Has it noted that a team's members were shown these peers.</summary>
    public void Note(int team, IEnumerable<PeerRecommendation> peers)
    {
        foreach (var peer in peers)
            waiting.Writer.TryWrite(new Shown(team, peer.Team.Id, peer.Rank));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await waiting.Reader.WaitToReadAsync(stoppingToken);
                await Task.Delay(Pause, stoppingToken);
                await StoreAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                logger.LogWarning(fault, "Some recommendations that were shown could not be noted.");
            }
        }
    }

    private async Task StoreAsync(CancellationToken cancel)
    {
        var shown = new List<Shown>();
        while (shown.Count < AtOnce && waiting.Reader.TryRead(out var one))
            shown.Add(one);
        var pairs = shown.GroupBy(one => (one.Team, one.Peer)).OrderBy(pair => pair.Key).ToList();
        await using var db = await contexts.OpenAsync(Viewer.System, cancel);
        await turns.RunAsync(db, async transaction =>
        {
            await CountAsync(db, pairs, cancel);
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(CancellationToken.None);
            return pairs.Count;
        }, cancel);
    }

    private async Task CountAsync(EquityDbContext db, List<IGrouping<(int Team, int Peer), Shown>> pairs, CancellationToken cancel)
    {
        var day = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var teams = pairs.SelectMany(pair => (int[])[pair.Key.Team, pair.Key.Peer]).Distinct().ToList();
        // A team may have gone for good meanwhile.
        var there = await db.Teams.IgnoreQueryFilters().Where(team => teams.Contains(team.Id)).Select(team => team.Id).ToHashSetAsync(cancel);
        var known = await db.Showings.Where(showing => showing.Day == day && teams.Contains(showing.TeamId)).ToDictionaryAsync(showing => (showing.TeamId, showing.PeerId), cancel);
        foreach (var pair in pairs.Where(pair => there.Contains(pair.Key.Team) && there.Contains(pair.Key.Peer)))
        {
            if (!known.TryGetValue(pair.Key, out var showing))
                db.Add(showing = new Showing { TeamId = pair.Key.Team, PeerId = pair.Key.Peer, Day = day, Rank = int.MaxValue, Likeness = new() });
            showing.Count += pair.Count();
            showing.Rank = Math.Min(showing.Rank, pair.Min(one => one.Rank));
            showing.Likeness = StoredLikeness.Of(index.LikenessOf(pair.Key.Team, pair.Key.Peer));
        }
    }
}
