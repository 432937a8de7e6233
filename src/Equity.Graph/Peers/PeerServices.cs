using Equity.Graph.Peers.Feedback;
using Equity.Matching;

namespace Equity.Graph.Peers;

/// <summary>Puts the matcher beside the graph.</summary>
internal static class PeerServices
{
    /// <summary>The setting that names the encoder's folder; without it, the one beside the program.</summary>
    private const string ModelFolder = "Matching:Model";

    /// <summary>Adds the matcher with its encoder and its stored vectors, and what encodes teams ahead of their saving.</summary>
    public static IServiceCollection AddMatcher(this IServiceCollection services) => services
        .AddSingleton<IVectorStore, VectorStore>()
        .AddTransient<TeamEncoder>()
        .AddSingleton<ForgottenVectors>()
        .AddSingleton(Encoder)
        .AddSingleton<PeerMatcher>(provider => new PeerMatcher(
            provider.GetRequiredService<LoadedEncoder>().Encoder, provider.GetRequiredService<IVectorStore>(), provider.GetRequiredService<TimeProvider>()));

    /// <summary>Adds the index that follows the database, and what learns from answers, for a server.</summary>
    public static IServiceCollection AddPeers(this IServiceCollection services) => services
        .AddMatcher()
        .AddSingleton<WeightsInUse>()
        .AddSingleton<PeerIndex>()
        .AddHostedService(provider => provider.GetRequiredService<PeerIndex>())
        .AddSingleton<PeerMatches>()
        .AddSingleton<Ratings>()
        .AddSingleton<Showings>()
        .AddHostedService(provider => provider.GetRequiredService<Showings>())
        .AddSingleton<WeightsTraining>()
        .AddHostedService<DailyTraining>();

    private static LoadedEncoder Encoder(IServiceProvider provider)
    {
        var folder = provider.GetService<IConfiguration>()?[ModelFolder] ?? Path.Combine(AppContext.BaseDirectory, "Models", "equity-minilm-l6");
        if (SentenceEncoder.IsIn(folder))
            return new(SentenceEncoder.FromFolder(folder));
        provider.GetService<ILoggerFactory>()?.CreateLogger<PeerMatcher>().LogWarning(
            "There is no sentence encoder in {Folder}: teams are compared by their words alone. Put the model there, or name its folder with {Setting}.", folder, ModelFolder);
        return new(null);
    }

    /// <summary>The encoder, to be disposed of with the services; null where there is none.</summary>
    private sealed record LoadedEncoder(SentenceEncoder? Encoder) : IDisposable
    {
        public void Dispose() => Encoder?.Dispose();
    }
}
