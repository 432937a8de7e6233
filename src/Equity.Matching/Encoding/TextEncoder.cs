using System.Numerics.Tensors;
using Microsoft.Extensions.AI;

namespace Equity.Matching;

/// <summary>What the matcher asks of any encoder, near or remote: the id of its model, and unit vectors of one length. Thread-safe where the encoder is.</summary>
internal sealed class TextEncoder
{
    /// <summary>Texts that are asked for at a time: enough to be worth a request, few enough to tell progress and to be cancelled.</summary>
    private const int AtOnce = 64;

    private readonly IEmbeddingGenerator<string, Embedding<float>> generator;
    private readonly SentenceEncoder? near;

    /// <param name="generator">The caller's, to dispose of.</param>
    /// <exception cref="ArgumentException">It does not tell its model or how long its vectors are.</exception>
    public TextEncoder(IEmbeddingGenerator<string, Embedding<float>> generator)
    {
        var told = generator.GetService(typeof(EmbeddingGeneratorMetadata)) as EmbeddingGeneratorMetadata;
        ModelId = told?.DefaultModelId is { Length: > 0 } model ? model
            : throw new ArgumentException("The encoder does not tell its model, and vectors are stored by it: give it EmbeddingGeneratorMetadata with a defaultModelId.", nameof(generator));
        Dimensions = told.DefaultModelDimensions is > 0 and <= VectorLayout.MostDimensions and { } length ? length
            : throw new ArgumentException($"The encoder {model} does not tell how long its vectors are: give it EmbeddingGeneratorMetadata with defaultModelDimensions from 1 to {VectorLayout.MostDimensions}.", nameof(generator));
        (this.generator, near, Centre) = (generator, generator.GetService(typeof(SentenceEncoder)) as SentenceEncoder, Centre.Of(ModelId));
    }

    /// <summary>Names the model: a vector of another one is not compared with its vectors.</summary>
    public string ModelId { get; }

    /// <summary>The length of every vector.</summary>
    public int Dimensions { get; }

    /// <summary>What is to be taken off its vectors before they are compared.</summary>
    public Centre Centre { get; }

    /// <summary>One text as <c>float[Dimensions]</c>, unit length, or all zeros where the encoder finds nothing in it.</summary>
    /// <exception cref="InvalidDataException">The encoder returns something else than it tells.</exception>
    public async Task<float[]> EncodeAsync(string text, CancellationToken cancel) => (await VectorsAsync([text], cancel))[0];

    /// <summary>Many texts, in their order.</summary>
    /// <param name="texts">Any number.</param>
    /// <param name="progress">Told how many are done, from any thread, so perhaps out of order.</param>
    /// <param name="cancel">Stops between two texts, or some texts and the next.</param>
    /// <exception cref="InvalidDataException">The encoder returns something else than it tells.</exception>
    public async Task<IReadOnlyList<float[]>> EncodeAllAsync(IReadOnlyCollection<string> texts, IProgress<EncodingProgress>? progress, CancellationToken cancel)
    {
        progress?.Report(new(0, texts.Count));
        if (near is not null) // tells of each text
            return await Task.Run(() => near.EncodeAll([.. texts], progress is null ? null : new Counted(progress, texts.Count), cancel), cancel);
        var vectors = new List<float[]>(texts.Count);
        foreach (var some in texts.Chunk(AtOnce))
        {
            vectors.AddRange(await VectorsAsync(some, cancel));
            progress?.Report(new(vectors.Count, texts.Count));
        }
        return vectors;
    }

    private async Task<float[][]> VectorsAsync(string[] texts, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var made = await generator.GenerateAsync(texts, null, cancel);
        if (made.Count != texts.Length) throw new InvalidDataException($"The encoder {ModelId} made {made.Count} vectors of {texts.Length} texts.");
        return [.. made.Select(vector => UnitLength(vector.Vector))];
    }

    private float[] UnitLength(ReadOnlyMemory<float> vector)
    {
        if (vector.Length != Dimensions) throw new InvalidDataException($"The encoder {ModelId} tells of {Dimensions} dimensions and made a vector of {vector.Length}.");
        var unit = vector.ToArray();
        var length = TensorPrimitives.Norm(unit);
        if (!float.IsFinite(length)) throw new InvalidDataException($"The encoder {ModelId} made a vector with something that is not a number.");
        if (length > 0 && Math.Abs(length - 1) > 1e-4f) TensorPrimitives.Divide(unit, length, unit);
        return unit;
    }

    private sealed class Counted(IProgress<EncodingProgress> progress, int total) : IProgress<int>
    {
        public void Report(int value) => progress.Report(new(value, total));
    }
}
