namespace Equity.Matching.Tests;

public class PeerMatcherConcurrencyTests
{
    /// <summary>Two halves of a community come and go together, so a whole state has twelve, six or no teams and never a number between.</summary>
    [Fact]
    public async Task Readers_see_whole_states_while_writers_write()
    {
        using var matcher = await Model.MatcherOf(Community.Teams);
        var half = Community.Teams.Where(t => t.Id > 6).ToList();
        using var stop = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
        {
            var seen = 0;
            while (!stop.IsCancellationRequested)
            {
                var peers = matcher.Peers(Community.Clinic, 100);
                Assert.True(peers.Count is 11 or 5, $"{peers.Count} peers");
                Assert.All(peers, p => Assert.InRange(p.Reasons.Count, 1, 4));
                seen++;
            }
            return seen;
        })).ToList();

        for (var i = 0; i < 4; i++)
        {
            await Task.WhenAll(matcher.UpdateAsync([], [.. half.Select(t => t.Id)]), matcher.RefitAsync(default));
            await matcher.UpdateAsync(half);
        }
        await stop.CancelAsync();
        Assert.All(await Task.WhenAll(readers), seen => Assert.True(seen > 0));
        Assert.Equal(12, matcher.Info.Teams);
    }

    [Fact]
    public async Task A_cancelled_update_changes_nothing()
    {
        using var matcher = await Model.MatcherOf(Community.Teams);
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => matcher.UpdateAsync([], [Community.Clinic], cancel: cancel.Token));
        Assert.Equal(12, matcher.Info.Teams);
        await matcher.UpdateAsync([], [Community.Clinic]);
        Assert.Equal(11, matcher.Info.Teams);
    }
}
