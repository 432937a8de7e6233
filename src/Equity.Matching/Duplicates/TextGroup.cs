namespace Equity.Matching;

/// <summary>Texts that say nearly the same.</summary>
/// <param name="Texts">Two or more, by their places in the list that was given, in its order.</param>
/// <param name="Likeness">How alike the two least alike of them are, 0 to 1.</param>
public sealed record TextGroup(IReadOnlyList<int> Texts, double Likeness);
