namespace Equity.Matching;

/// <summary>The weights of a score's parts, before a community's own answers teach better ones.</summary>
/// <remarks>
/// Chosen on 23 November 2026 by <c>dotnet run -c Release --project tests/Equity.Benchmarks -- evaluate --fit</c>: 24 team queries, the develop half of
/// tests/Equity.Benchmarks/Evaluation/judgements.jsonl, which were graded before by somebody who had not seen the scorer. They rank best less a price for
/// leaving equal weights. Prices of 0 to 0.3 do as well as each other on themes that had no say in the weights (nDCG@5 .73 to .75, with intervals of .13);
/// of these the highest is taken, 0.3: .76 on all, .69 with equal weights. So few queries tell no more than this: support, the whole and words lead; people
/// count again in their inequity, of which they are a part.
/// </remarks>
internal static class FittedWeights
{
    public const double Inequity = 0.18, Population = 0.04, Support = 0.25, Profile = 0.25, Words = 0.28;
}
