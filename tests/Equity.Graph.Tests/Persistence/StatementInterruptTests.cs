using System.Diagnostics;
using Equity.Graph.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Tests.Persistence;

/// <summary>Cancelling stops what SQLite does.</summary>
[Collection(nameof(Community))]
public class StatementInterruptTests(EquityHost host)
{
    private const string Numbers = "WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers LIMIT 3000000000)";

    [Theory]
    [InlineData($"""{Numbers} SELECT COUNT(*) AS "Value" FROM numbers""")]
    [InlineData($"""{Numbers} SELECT n AS "Value" FROM numbers WHERE n = 1 OR n = 2999999999""")]
    public async Task A_statement_that_is_cancelled_ends_and_the_connection_is_usable(string statement)
    {
        await using var db = await host.OpenAsync();
        await db.Database.OpenConnectionAsync();
        var since = await CancelAsync(cancel => db.Database.SqlQueryRaw<long>(statement).ToListAsync(cancel));
        Assert.InRange(since, TimeSpan.Zero, TimeSpan.FromSeconds(20)); // by itself it takes minutes
        Assert.True(await db.Teams.AnyAsync());
    }

    [Fact]
    public async Task A_change_that_is_cancelled_changes_nothing()
    {
        await using var db = await host.OpenAsync();
        await CancelAsync(cancel => db.Database.ExecuteSqlRawAsync($"UPDATE Teams SET Phase = 7 WHERE ({Numbers} SELECT COUNT(*) FROM numbers) > Id", cancel));
        Assert.False(await db.Teams.AnyAsync(team => team.Phase == 7));
    }

    [Fact]
    public async Task Cancelling_after_a_statement_stops_nothing()
    {
        await using var db = await host.OpenAsync();
        await db.Database.OpenConnectionAsync();
        using var over = new CancellationTokenSource();
        Assert.True(await db.Teams.AnyAsync(over.Token));
        var next = db.Database.SqlQueryRaw<long>("""WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers LIMIT 300000) SELECT COUNT(*) AS "Value" FROM numbers""").SingleAsync();
        await over.CancelAsync();
        Assert.Equal(300_000, await next);
    }

    /// <summary>How long it took to end after it was cancelled.</summary>
    private static async Task<TimeSpan> CancelAsync(Func<CancellationToken, Task> run)
    {
        using var source = new CancellationTokenSource();
        var running = Task.Run(() => run(source.Token));
        await Task.Delay(300);
        Assert.False(running.IsCompleted);
        var since = Stopwatch.StartNew();
        await source.CancelAsync();
        var fault = await Assert.ThrowsAnyAsync<Exception>(() => running);
        Assert.True(fault is OperationCanceledException or SqliteException && (fault is OperationCanceledException || fault.IsInterruption()), fault.ToString());
        return since.Elapsed;
    }
}
