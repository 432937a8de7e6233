using System.Numerics.Tensors;

namespace Equity.Matching;

/// <summary>
/// A team's profile, need and offer as one vector, so that one inner product tells how well two teams would support each other: how alike they are, and
/// how well what each needs answers what the other offers. The same both ways: ours searched among theirs is theirs searched among ours.
/// </summary>
/// <param name="profileWeight">0 to 1. Need with offer and offer with need share the rest, so the weights sum to 1.</param>
internal readonly struct MutualVector(double profileWeight)
{
    private readonly float profileFactor = (float)Math.Sqrt(profileWeight), supportFactor = (float)Math.Sqrt((1 - profileWeight) / 2);

    /// <summary>How long it is for parts of so many dimensions.</summary>
    public static int Dimensions(int each) => 3 * each;

    /// <summary>As it is searched for.</summary>
    public void WriteQuery(ReadOnlySpan<float> profile, ReadOnlySpan<float> need, ReadOnlySpan<float> offer, Span<float> written) =>
        Write(profile, need, offer, written);

    /// <summary>As it is kept in a table.</summary>
    public void WriteRow(ReadOnlySpan<float> profile, ReadOnlySpan<float> need, ReadOnlySpan<float> offer, Span<float> written) =>
        Write(profile, offer, need, written);

    private void Write(ReadOnlySpan<float> first, ReadOnlySpan<float> second, ReadOnlySpan<float> third, Span<float> written)
    {
        TensorPrimitives.Multiply(first, profileFactor, written);
        TensorPrimitives.Multiply(second, supportFactor, written[first.Length..]);
        TensorPrimitives.Multiply(third, supportFactor, written[(2 * first.Length)..]);
    }
}
