namespace Equity.Graph.Posters.Demo;

/// <summary>Draws the posters of the demo community in Development once requests are answered: nobody who starts the server for the first time waits for them.</summary>
internal sealed class DemoArtist(DemoPosters posters, IHostApplicationLifetime lifetime, IHostEnvironment environment, ILogger<DemoArtist> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!environment.IsDevelopment() || !await HasStartedAsync(stoppingToken))
            return;
        try
        {
            await posters.ShowAsync(stoppingToken);
        }
        catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
        {
            logger.LogError(fault, "The posters of the demo community could not be drawn; the next start tries again.");
        }
    }

    /// <summary>Waits until requests are answered; false when the server stops before.</summary>
    private async Task<bool> HasStartedAsync(CancellationToken cancel)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var listening = lifetime.ApplicationStarted.Register(() => started.TrySetResult());
        await started.Task.WaitAsync(cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return started.Task.IsCompletedSuccessfully;
    }
}
