namespace Equity.Matching;

/// <summary>A change in one round: a guest goes to another table, and one from there takes its seat.</summary>
/// <param name="Round">In which round.</param>
/// <param name="Guest">Who goes.</param>
/// <param name="From">From which table.</param>
/// <param name="Other">Who comes in exchange; <see cref="Cafe.None"/> for nobody.</param>
/// <param name="To">To which table.</param>
internal readonly record struct Move(int Round, int Guest, int From, int Other, int To);
