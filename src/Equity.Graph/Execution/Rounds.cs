namespace Equity.Graph.Execution;

/// <summary>
/// Work that comes round by itself. Each round finds what is due by what is stored and the time, so that one that failed, or never came, is made up for by the next.
/// </summary>
/// <param name="first">The time from a start to the first round.</param>
/// <param name="between">The time between two rounds.</param>
/// <param name="failure">What a failed round could not do, as a sentence for the log.</param>
/// <param name="time">The clock that all of it goes by.</param>
/// <param name="logger">Where a failed round is told of.</param>
internal abstract class Rounds(TimeSpan first, TimeSpan between, string failure, TimeProvider time, ILogger logger) : BackgroundService
{
    /// <summary>Now, UTC.</summary>
    protected DateTime Now => time.GetUtcNow().UtcDateTime;

    protected ILogger Logger => logger;

    /// <summary>One round.</summary>
    public abstract Task RunAsync(CancellationToken cancel);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var pause = first; !stoppingToken.IsCancellationRequested; pause = between)
        {
            await Task.Delay(pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stoppingToken.IsCancellationRequested)
                return;
            try
            {
                await RunAsync(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogError(fault, "{Failure} It is tried again in {Pause}.", failure, between);
            }
        }
    }
}
