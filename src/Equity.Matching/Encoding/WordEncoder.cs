using System.Numerics.Tensors;
using Microsoft.Extensions.AI;

namespace Equity.Matching;

/// <summary>
/// Stands in where there is no model: texts are alike as far as they share words. Each telling word adds to two places of the vector that its letters
/// choose (feature hashing), so that nothing has to be learnt or loaded. It knows no meaning: "missed" and "never came" have nothing in common.
/// </summary>
internal sealed class WordEncoder : IEmbeddingGenerator<string, Embedding<float>>
{
    /// <summary>The passages of a team have some tens of words: among so many places hardly two meet.</summary>
    private const int Dimensions = 1024;

    private static readonly EmbeddingGeneratorMetadata Metadata = new("equity", null, "words-1", Dimensions);

    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(values.Select(text => new Embedding<float>(Encode(text)) { ModelId = Metadata.DefaultModelId })));
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is not null ? null : serviceType == typeof(EmbeddingGeneratorMetadata) ? Metadata : serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
    }

    private static float[] Encode(string text)
    {
        var vector = new float[Dimensions];
        foreach (var (word, times) in Words.Each(text).CountBy(word => word, StringComparer.Ordinal))
        {
            var places = new SplitMix(SearchWords.Id(word));
            for (var i = 0; i < 2; i++)
            {
                var place = places.Next();
                vector[place % Dimensions] += (place >> 63 == 0 ? 1 : -1) * (1 + MathF.Log(times));
            }
        }
        if (TensorPrimitives.Norm(vector) is > 0 and var length) TensorPrimitives.Divide(vector, length, vector);
        return vector;
    }
}
