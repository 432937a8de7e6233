using Equity.Matching;

namespace Equity.Graph.Events;

/// <summary>Keeps the vectors of what people write at events, beside those of the teams, so that no text is encoded twice.</summary>
internal sealed class KnownTexts(PeerMatcher matcher, IVectorStore store, ILogger<KnownTexts> logger)
{
    /// <summary>Encodes and stores what is new, once it is written itself. Nobody is refused because that fails: what is missing is encoded when it is compared.</summary>
    public async Task KeepAsync(params IReadOnlyCollection<string> texts)
    {
        try
        {
            if (await matcher.EncodeAsync(texts) is { Count: > 0 } made)
                await store.SaveAsync(matcher.Info.Model, made, CancellationToken.None);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            logger.LogWarning(fault, "The vectors of {Texts} texts could not be stored; they are made when they are needed.", texts.Count);
        }
    }
}
