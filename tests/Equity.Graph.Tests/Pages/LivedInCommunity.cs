using Equity.Graph.Measures.Release;
using Equity.Graph.Metrics.Closing;
using Equity.Graph.Persistence.Demo;
using Microsoft.Extensions.DependencyInjection;

namespace Equity.Graph.Tests.Pages;

/// <summary>The demo community with its history, as a server shows it a few seconds after its start: friendships, thanks, figures that were released, a month that has closed. For tests that only read.</summary>
public sealed class LivedInCommunity : EquityHost, IAsyncLifetime
{
    public async Task InitializeAsync()
    {
        await Services.GetRequiredService<DemoHistory>().TellAsync(CancellationToken.None);
        await Background<Releasing>().RunAsync(CancellationToken.None);
        await Background<ClosingMonths>().RunAsync(CancellationToken.None);
        await SettledAsync();
    }

    async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();
}

/// <summary>Tests of pages that show what the demo community has lived through.</summary>
[CollectionDefinition(nameof(LivedInPages))]
public sealed class LivedInPages : ICollectionFixture<LivedInCommunity>;
