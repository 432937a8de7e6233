namespace Equity.Graph.Tests.Pages;

/// <summary>A community that has lived, shared by test classes that only read.</summary>
public sealed class LivedInCommunity : LivedInHost, IAsyncLifetime
{
    public Task InitializeAsync() => LiveAsync();

    async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();
}

/// <summary>Tests of pages that show what the demo community has lived through.</summary>
[CollectionDefinition(nameof(LivedInPages))]
public sealed class LivedInPages : ICollectionFixture<LivedInCommunity>;
