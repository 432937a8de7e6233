namespace Equity.Matching;

/// <summary>
/// A fixed rotation that spreads what a vector has in few dimensions over all of them, so that each sign tells equally much: three rounds of random
/// signs, a Hadamard transform of every 64 dimensions, and a shuffle. Angles and lengths stay. It is part of the file format: the same for every table of
/// one width, on every machine.
/// </summary>
internal sealed class Rotation
{
    private const int Rounds = 3, Width = 64;
    private const ulong OfTables = 20_260_401;

    private readonly float[] flips;
    private readonly int[] places;
    private readonly int stride;

    /// <param name="stride">A multiple of 64.</param>
    /// <param name="seed">The table format's, unless it is for something else.</param>
    public Rotation(int stride, ulong seed = OfTables)
    {
        this.stride = stride;
        (flips, places) = (new float[Rounds * stride], new int[Rounds * stride]);
        var random = new SplitMix(seed);
        for (var round = 0; round < Rounds; round++)
        {
            var signs = flips.AsSpan(round * stride, stride);
            var shuffle = places.AsSpan(round * stride, stride);
            for (var i = 0; i < stride; i++)
            {
                signs[i] = (random.Next() & 1) == 0 ? 0.125f : -0.125f; // an eighth keeps the length: the transform of 64 multiplies it by eight
                var j = (int)(random.Next() % (ulong)(i + 1));
                (shuffle[i], shuffle[j]) = (shuffle[j], i);
            }
        }
    }

    /// <summary>In place.</summary>
    /// <param name="vector">As wide as this.</param>
    /// <param name="scratch">As wide, overwritten.</param>
    public void Turn(Span<float> vector, Span<float> scratch)
    {
        for (var round = 0; round < Rounds; round++)
        {
            var signs = flips.AsSpan(round * stride, stride);
            var shuffle = places.AsSpan(round * stride, stride);
            for (var i = 0; i < stride; i++) scratch[i] = vector[i] * signs[i];
            for (var from = 0; from < stride; from += Width) Hadamard(scratch.Slice(from, Width));
            for (var i = 0; i < stride; i++) vector[i] = scratch[shuffle[i]];
        }
    }

    private static void Hadamard(Span<float> x)
    {
        for (var half = 1; half < Width; half *= 2)
        {
            for (var i = 0; i < Width; i += 2 * half)
            {
                for (var j = i; j < i + half; j++) (x[j], x[j + half]) = (x[j] + x[j + half], x[j] - x[j + half]);
            }
        }
    }
}
