namespace Equity.Matching;

/// <summary>How far an encoding is.</summary>
/// <param name="Done">Texts encoded so far, 0 to <paramref name="Total"/>.</param>
/// <param name="Total">Texts to encode: those that the store misses.</param>
public sealed record EncodingProgress(int Done, int Total);
