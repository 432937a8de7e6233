using System.Numerics.Tensors;

namespace Equity.Matching;

/// <summary>
/// What a score of two teams is likely to be, from one inner product and the words they share: it finds the candidates that <see cref="PeerScorer"/> scores.
/// The inner product is that of the means of all that they wrote, of asks and of offers (<see cref="MutualVector"/>); who does not ask or offer stands there
/// with the mean of all, as in the score with its whole.
/// </summary>
/// <remarks>
/// Means are left as short as they come: of unit length, teams that wrote much are all near the middle and so near each other, and those that wrote little are
/// found last. The slopes were tried on the generated community of the benchmarks, whose best ten they only have to be among some hundreds of candidates
/// (results/peers.md).
/// </remarks>
internal sealed class PeerGuess
{
    /// <summary>How much a part gains with the inner product of the means, beside its weight.</summary>
    private const double WholeSlope = 3, SupportSlope = 0.8;

    private const int Steps = 1_024;

    private readonly float[] ofWords = new float[Steps + 1];
    private readonly float factor;
    private readonly MutualVector mutual;

    public PeerGuess(MatcherOptions options)
    {
        var whole = WholeSlope * (options.InequityWeight + options.PopulationWeight + options.ProfileWeight);
        var support = SupportSlope * options.SupportWeight;
        factor = (float)(whole + support);
        mutual = new(factor > 0 ? whole / (whole + support) : 1);
        for (var step = 0; step <= Steps; step++) ofWords[step] = (float)(options.WordsWeight * Scale.Words.Of((double)step / Steps));
    }

    /// <summary>Of what their vectors and their rows of words have in common.</summary>
    public float Of(float product, double words) => factor * product + ofWords[(int)(Math.Min(1, words) * Steps)];

    /// <summary>The vector of a team that is searched for.</summary>
    public void WriteQuery(IndexedTeam team, Span<float> written)
    {
        Span<float> all = stackalloc float[written.Length / 3], need = stackalloc float[all.Length], offer = stackalloc float[all.Length];
        WriteMeans(team, all, need, offer);
        mutual.WriteQuery(all, need, offer, written);
    }

    /// <summary>The vector of a team that may be found, whatever the weights.</summary>
    public static void WriteRow(IndexedTeam team, Span<float> written)
    {
        Span<float> all = stackalloc float[written.Length / 3], need = stackalloc float[all.Length], offer = stackalloc float[all.Length];
        WriteMeans(team, all, need, offer);
        MutualVector.WriteRow(all, need, offer, written);
    }

    private static void WriteMeans(IndexedTeam team, Span<float> all, Span<float> need, Span<float> offer)
    {
        all.Clear();
        foreach (var (start, count) in team.Runs) Add(team, start, count, all);
        if (team.Compared.Length > 0) TensorPrimitives.Divide(all, team.Compared.Length, all);
        WriteMean(team, View.Ask, all, need);
        WriteMean(team, View.Offer, all, offer);
    }

    private static void WriteMean(IndexedTeam team, View view, ReadOnlySpan<float> all, Span<float> mean)
    {
        var (start, count) = team.Of(view);
        if (count == 0)
        {
            all.CopyTo(mean);
            return;
        }
        mean.Clear();
        Add(team, start, count, mean);
        TensorPrimitives.Divide(mean, count, mean);
    }

    private static void Add(IndexedTeam team, int start, int count, Span<float> sum)
    {
        for (var passage = start; passage < start + count; passage++) TensorPrimitives.Add(sum, team.Vector(passage), sum);
    }
}
