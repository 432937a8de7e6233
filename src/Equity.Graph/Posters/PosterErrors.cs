using Equity.Graph.Execution.Mutations;

namespace Equity.Graph.Posters;

/// <summary>The poster is not ready to be shown to others, or would no longer be.</summary>
/// <param name="Missing">The fields that lack something.</param>
internal sealed record PosterIncomplete(IReadOnlyList<string> Missing) : MutationError(
    $"A poster that others see needs an altText (what is to be seen on it), a summary in plain English, and a picture or PDF (PUT /posters/ID/image); this one lacks {string.Join(" and ", Missing)}.");
