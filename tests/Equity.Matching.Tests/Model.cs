namespace Equity.Matching.Tests;

/// <summary>The encoder that ships, loaded once for all tests.</summary>
internal static class Model
{
    public static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Models", "equity-minilm-l6");

    public static readonly SentenceEncoder Encoder = SentenceEncoder.FromFolder(Folder);

    /// <summary>Shared by tests that do not count, so that a text is encoded once in a test run.</summary>
    public static readonly MemoryStore Store = new();

    public static async Task<PeerMatcher> MatcherOf(IReadOnlyCollection<TeamProfile> teams, IVectorStore? store = null, MatcherOptions? options = null)
    {
        var matcher = new PeerMatcher(Encoder, store ?? Store, new FixedClock(), options);
        await matcher.UpdateAsync(teams);
        return matcher;
    }
}

internal sealed class FixedClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}
