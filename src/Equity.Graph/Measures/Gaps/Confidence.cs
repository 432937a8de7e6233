using MathNet.Numerics.Distributions;

namespace Equity.Graph.Measures.Gaps;

/// <summary>How sure all intervals of gaps are: 95 %.</summary>
internal static class Confidence
{
    private const double Middle = 0.95;
    private const double UpTo = (1 + Middle) / 2;

    /// <summary>The middle 95 % of a standard normal distribution lie within this of 0: 1.96.</summary>
    public static double Normal { get; } = MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, UpTo);

    /// <summary>The middle 95 % of Student's t distribution lie within this of 0.</summary>
    /// <param name="freedom">Its degrees of freedom, from 1.</param>
    public static double Student(int freedom) => StudentT.InvCDF(0, 1, freedom, UpTo);
}
