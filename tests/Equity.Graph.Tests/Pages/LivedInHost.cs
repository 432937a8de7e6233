using Equity.Graph.Measures.Release;
using Equity.Graph.Metrics.Closing;
using Equity.Graph.Persistence.Demo;
using Equity.Graph.Posters.Demo;
using Microsoft.Extensions.DependencyInjection;

namespace Equity.Graph.Tests.Pages;

/// <summary>A host whose demo community has lived: friendships, gatherings, posters, figures that were released, months that have closed.</summary>
public class LivedInHost : EquityHost
{
    /// <summary>Tells all of that, as the server does within seconds of its start.</summary>
    public async Task LiveAsync()
    {
        await Services.GetRequiredService<DemoHistory>().TellAsync(CancellationToken.None);
        await Services.GetRequiredService<DemoPosters>().ShowAsync(CancellationToken.None);
        await Background<Releasing>().RunAsync(CancellationToken.None);
        await Background<ClosingMonths>().RunAsync(CancellationToken.None);
        await SettledAsync();
    }
}

/// <summary>A community that has lived, for tests that change nothing in it.</summary>
public sealed class Lived : IAsyncLifetime
{
    public LivedInHost Host { get; } = new();

    public Task InitializeAsync() => Host.LiveAsync();

    public async Task DisposeAsync() => await Host.DisposeAsync();
}
