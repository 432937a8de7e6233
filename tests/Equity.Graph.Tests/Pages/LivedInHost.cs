using Equity.Graph.Persistence.Demo;
using Equity.Graph.Posters.Demo;
using Microsoft.Extensions.DependencyInjection;

namespace Equity.Graph.Tests.Pages;

/// <summary>A host whose demo community has lived: friendships, gatherings, posters.</summary>
public sealed class LivedInHost : EquityHost
{
    /// <summary>Tells the demo's history and shows its posters, as the server does when it starts.</summary>
    public async Task LiveAsync()
    {
        await Services.GetRequiredService<DemoHistory>().TellAsync(CancellationToken.None);
        await Services.GetRequiredService<DemoPosters>().ShowAsync(CancellationToken.None);
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
