using System.Numerics.Tensors;

namespace Equity.Matching;

/// <summary>
/// A team's profile, need and offer as one vector, so that one inner product tells how well two teams would support each other: how alike they are, and
/// how well what each needs answers what the other offers. The same both ways: ours searched among theirs is theirs searched among ours.
/// </summary>
/// <param name="profileWeight">0 to 1. Need with offer and offer with need share the rest, so the weights sum to 1. They are on the side of what is searched for: a row is the same whatever they are.</param>
internal readonly struct MutualVector(double profileWeight)
{
    private readonly float profileFactor = (float)profileWeight, supportFactor = (float)((1 - profileWeight) / 2);

    /// <summary>How long it is for parts of so many dimensions.</summary>
    public static int Dimensions(int each) => 3 * each;

    /// <summary>As it is searched for.</summary>
    public void WriteQuery(ReadOnlySpan<float> profile, ReadOnlySpan<float> need, ReadOnlySpan<float> offer, Span<float> written)
    {
        TensorPrimitives.Multiply(profile, profileFactor, written);
        TensorPrimitives.Multiply(need, supportFactor, written[profile.Length..]);
        TensorPrimitives.Multiply(offer, supportFactor, written[(2 * profile.Length)..]);
    }

    /// <summary>As it is kept in a table.</summary>
    public static void WriteRow(ReadOnlySpan<float> profile, ReadOnlySpan<float> need, ReadOnlySpan<float> offer, Span<float> written)
    {
        profile.CopyTo(written);
        offer.CopyTo(written[profile.Length..]);
        need.CopyTo(written[(2 * profile.Length)..]);
    }
}
