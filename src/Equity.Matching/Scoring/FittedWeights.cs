namespace Equity.Matching;

/// <summary>The weights of a score's parts, before a community's own answers teach better ones.</summary>
/// <remarks>
/// Set on 23 November 2026: a quarter each for what is tackled and whom it hurts together, for support, for the whole, and for words. Since every part varies
/// as much as any other (<see cref="Scale"/>), that is no more than to say that each side counts alike. Weights that
/// <c>dotnet run -c Release --project tests/Equity.Benchmarks -- evaluate --fit</c> finds on the 24 team queries of the develop half rank themes that had no
/// say in them no better (nDCG@5 .758 to .762, these .767): so few queries do not tell weights apart.
/// </remarks>
internal static class FittedWeights
{
    public const double Inequity = 0.15, Population = 0.10, Support = 0.25, Profile = 0.25, Words = 0.25;
}
