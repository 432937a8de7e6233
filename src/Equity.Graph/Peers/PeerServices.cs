using Equity.Graph.Peers.Feedback;
using Equity.Matching;

namespace Equity.Graph.Peers;

/// <summary>Puts the matcher beside the graph.</summary>
internal static class PeerServices
{
    /// <summary>The encoder's folder beside the program.</summary>
    private static readonly string Model = Path.Combine(AppContext.BaseDirectory, "Models", "equity-minilm-l6");

    /// <summary>Adds the matcher with its encoder and its stored vectors, and what encodes teams ahead of their saving.</summary>
    public static IServiceCollection AddMatcher(this IServiceCollection services) => services
        .AddSingleton(_ => SentenceEncoder.FromFolder(Model))
        .AddSingleton<IVectorStore, VectorStore>()
        .AddTransient<TeamEncoder>()
        .AddSingleton<ForgottenVectors>()
        .AddSingleton<PeerMatcher>(provider => new PeerMatcher(
            provider.GetRequiredService<SentenceEncoder>(), provider.GetRequiredService<IVectorStore>(), provider.GetRequiredService<TimeProvider>()));

    /// <summary>Adds the index that follows the database, and what learns from answers, for a server.</summary>
    public static IServiceCollection AddPeers(this IServiceCollection services) => services
        .AddMatcher()
        .AddSingleton<WeightsInUse>()
        .AddSingleton<PeerIndex>()
        .AddHostedService(provider => provider.GetRequiredService<PeerIndex>())
        .AddSingleton<Ratings>()
        .AddSingleton<Showings>()
        .AddHostedService(provider => provider.GetRequiredService<Showings>())
        .AddSingleton<WeightsTraining>()
        .AddHostedService<DailyTraining>();
}
