using System.Numerics.Tensors;
using System.Text.Json;

namespace Equity.Matching;

/// <summary>
/// What all texts of this field have in common, as a vector: the mean over the texts that the model was fine-tuned on. It is taken off every vector before any
/// two are compared, or two teams would be alike because both are improvement teams. Vectors are stored as the encoder gives them.
/// </summary>
/// <remarks>
/// On the develop half, over sixty mixtures of weights, this is worth .01 of nDCG@5 for teams (and for asks .02, of MRR .05); for searches nothing. The mean
/// of the community itself is no better, and would have to be fitted; a mean for each view, or taking off main directions too, is worse.
/// </remarks>
internal sealed class Centre
{
    private static readonly Lazy<File> Known = new(Read);

    private readonly float[] centre;

    private readonly float rest = 1;

    private Centre(float[] centre)
    {
        this.centre = centre;
        if (centre.Length > 0) rest = MathF.Sqrt(1 - TensorPrimitives.SumOfSquares<float>(centre));
    }

    /// <summary>Of an encoder by its id; of one that is not known nothing is taken off.</summary>
    public static Centre Of(string modelId) => new(modelId.StartsWith(Known.Value.Model, StringComparison.Ordinal) ? Known.Value.Centre : []);

    /// <summary>The vector without it: of unit length, or as it was where nothing is taken off.</summary>
    public float[] Off(float[] vector)
    {
        if (centre.Length != vector.Length) return vector;
        var rest = new float[vector.Length];
        TensorPrimitives.Subtract<float>(vector, centre, rest);
        var length = TensorPrimitives.Norm<float>(rest);
        if (length > 0) TensorPrimitives.Divide(rest, length, rest);
        return rest;
    }

    /// <summary>
    /// The cosine that a text has with another before anything is taken off, 0 to 1, nearly: as if the others were all as far from the centre as they are on
    /// average. It tells a text that is about nothing of this field from one that is.
    /// </summary>
    /// <param name="text">As the encoder gives it.</param>
    /// <param name="other">As <see cref="Off"/> leaves it.</param>
    public double Cosine(ReadOnlySpan<float> text, ReadOnlySpan<float> other)
    {
        var common = centre.Length == text.Length ? TensorPrimitives.Dot<float>(text, centre) : 0;
        return Math.Clamp(common + rest * TensorPrimitives.Dot(text, other), 0, 1);
    }

    private static File Read()
    {
        using var file = typeof(Centre).Assembly.GetManifestResourceStream("centre.json")!;
        return JsonSerializer.Deserialize<File>(file, JsonSerializerOptions.Web)!;
    }

    private sealed record File(string Model, float[] Centre);
}
