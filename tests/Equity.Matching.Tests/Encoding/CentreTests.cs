using System.Numerics.Tensors;

namespace Equity.Matching.Tests;

public class CentreTests
{
    private static readonly Centre Centre = Centre.Of(Model.Encoder.ModelId);

    [Fact]
    public void It_is_the_mean_of_the_texts_that_the_model_was_tuned_on()
    {
        var texts = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "pairs.tsv")).Where((_, row) => row % 50 == 0).SelectMany(line => line.Split('\t')[2..4]).ToList();
        var sum = new float[Model.Encoder.Dimensions];
        foreach (var vector in Model.Encoder.EncodeAll(texts)) TensorPrimitives.Add<float>(sum, vector, sum);
        TensorPrimitives.Divide(sum, texts.Count, sum);
        var all = new float[sum.Length];
        TensorPrimitives.Negate(Centre.Off(all), all); // what is left of nothing points away from the centre
        Assert.InRange(TensorPrimitives.CosineSimilarity<float>(sum, all), 0.98, 1);
    }

    [Fact]
    public void What_is_left_has_unit_length_and_tells_the_cosine_there_was()
    {
        var (one, other) = (Model.Encoder.Encode("Bus tickets for patients who cannot pay the fare"), Model.Encoder.Encode("People miss appointments because the bus costs too much"));
        var rest = Centre.Off(other);
        Assert.Equal(1, TensorPrimitives.Norm<float>(rest), 1e-5);
        Assert.Equal(TensorPrimitives.Dot<float>(one, other), Centre.Cosine(one, rest), 0.1);
    }

    [Fact]
    public void Nothing_is_taken_off_the_vectors_of_another_encoder()
    {
        var other = Centre.Of("all-minilm-l6-v2");
        var vector = Model.Encoder.Encode("Falls at home");
        Assert.Equal(vector, other.Off(vector));
        Assert.Equal(1, other.Cosine(vector, vector), 1e-5);
    }
}
