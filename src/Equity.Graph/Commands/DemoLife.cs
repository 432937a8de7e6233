using Equity.Graph.Persistence.Demo;
using Equity.Graph.Posters.Demo;

namespace Equity.Graph.Commands;

/// <summary>Brings the demo community to life in Development once requests are answered: nobody who starts the server for the first time waits for its history and its pictures.</summary>
internal sealed class DemoLife(DemoHistory history, DemoPosters posters, IHostApplicationLifetime lifetime, IHostEnvironment environment, ILogger<DemoLife> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!environment.IsDevelopment() || !await HasStartedAsync(stoppingToken))
            return;
        try
        {
            await history.TellAsync(stoppingToken);
            await posters.ShowAsync(stoppingToken);
        }
        catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
        {
            logger.LogError(fault, "The demo community could not be brought to life; the next start tries again.");
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

/// <summary>Puts together what brings the demo community to life.</summary>
internal static class DemoServices
{
    /// <summary>Adds its history, its posters, and what shows them in Development.</summary>
    public static IServiceCollection AddDemoLife(this IServiceCollection services) => services.AddSingleton<DemoHistory>().AddSingleton<DemoPosters>().AddHostedService<DemoLife>();
}
