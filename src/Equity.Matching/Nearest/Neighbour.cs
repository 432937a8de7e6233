namespace Equity.Matching;

/// <summary>A row that a scan found.</summary>
/// <param name="Id">As it was written with the row.</param>
/// <param name="Score">The inner product with what was searched for; of two unit vectors their cosine.</param>
internal readonly record struct Neighbour(int Id, float Score);
