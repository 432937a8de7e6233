using System.Numerics.Tensors;

namespace Equity.Matching;

/// <summary>What is searched for as whole numbers of 16 bits: rows lose to rounding, the query next to nothing.</summary>
internal static class Int8Query
{
    /// <summary>Writes the query, scaled so that no inner product with int8 leaves an int; by how much is all the same where only order counts.</summary>
    /// <returns>What inner products are to be multiplied with to be those of the query as it was.</returns>
    public static float Write(ReadOnlySpan<float> query, Span<short> written)
    {
        var (largest, sum) = (Math.Abs((double)TensorPrimitives.MaxMagnitude(query)), 0.0);
        foreach (var x in query) sum += Math.Abs(x);
        if (largest == 0)
        {
            written.Clear();
            return 0;
        }
        var most = int.MaxValue / sbyte.MaxValue - query.Length; // the length for what rounding may add
        var factor = Math.Min(short.MaxValue / largest, most / sum);
        for (var i = 0; i < query.Length; i++) written[i] = (short)Math.Round(query[i] * factor);
        return (float)(1 / factor);
    }
}
