using Microsoft.Extensions.AI;

namespace Equity.Matching.Tests;

public class SentenceEncoderTests
{
    private static readonly WordPieces Words = new(Path.Combine(Model.Folder, "vocab.txt"));

    [Theory]
    [InlineData("[SEP]")]
    [InlineData("[CLS] hello [SEP] there")]
    [InlineData("a[PAD]b [UNK] [MASK] [sep]")]
    public void Typed_special_tokens_are_text(string text)
    {
        var inside = Words.Ids(text)[1..^1];
        Assert.NotEmpty(inside);
        Assert.DoesNotContain(inside, id => id is 0 or 100 or 101 or 102 or 103);
    }

    [Theory]
    [InlineData("\ud800 half a pair \udc00")]
    [InlineData("\0\u0001\u0007\u001b\ufeff")]
    [InlineData("\t \r\n   \u2028")]
    [InlineData("\ufffe\uffff\ufdd0")]
    [InlineData("")]
    public void Any_string_can_be_encoded(string text) => Assert.Equal(Model.Encoder.Dimensions, Model.Encoder.Encode(text).Length);

    [Fact]
    public void A_word_of_five_thousand_letters_can_be_encoded() => Assert.Equal(3, Words.Ids(new string('x', 5000)).Length);

    [Fact]
    public void A_long_text_is_cut_after_255_tokens_and_closed()
    {
        var ids = Words.Ids(string.Join(' ', Enumerable.Repeat("bus", 1000)));
        Assert.Equal(256, ids.Length);
        Assert.Equal(102, ids[^1]);
        Assert.Equal(ids[1], ids[^2]);
    }

    [Fact]
    public void Encoding_all_equals_encoding_each()
    {
        var texts = Community.Teams.SelectMany(t => t.Texts).Select(t => t.Text).Take(24).ToList();
        var all = Model.Encoder.EncodeAll(texts);
        Assert.Equal(texts.Count, all.Count);
        for (var i = 0; i < texts.Count; i++) Assert.Equal(Model.Encoder.Encode(texts[i]), all[i]);
    }

    [Fact]
    public void Encoding_tells_how_far_it_is()
    {
        var seen = new Seen<int>();
        Model.Encoder.EncodeAll(["one", "two", "three"], seen);
        Assert.Equal([1, 2, 3], seen.Values.Order());
    }

    [Fact]
    public void Encoding_stops_when_cancelled()
    {
        using var cancel = new CancellationTokenSource();
        cancel.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => Model.Encoder.EncodeAll(["one", "two"], null, cancel.Token));
    }

    [Fact]
    public async Task It_is_an_embedding_generator()
    {
        var generator = Assert.IsAssignableFrom<IEmbeddingGenerator<string, Embedding<float>>>(Model.Encoder);
        var embeddings = await generator.GenerateAsync(["missed appointments"]);
        Assert.Equal(Model.Encoder.Encode("missed appointments"), embeddings[0].Vector.ToArray());
        Assert.Equal(384, generator.GetService<EmbeddingGeneratorMetadata>()!.DefaultModelDimensions);
    }

    [Fact]
    public void Its_id_names_the_folder_and_the_bytes_of_the_model() => Assert.Equal("equity-minilm-l6-15ee65157ca2", Model.Encoder.ModelId);

    [Fact]
    public void A_folder_without_a_model_is_refused_in_plain_words()
    {
        var refused = Assert.Throws<FileNotFoundException>(() => SentenceEncoder.FromFolder(Path.Combine(AppContext.BaseDirectory, "nowhere")));
        Assert.StartsWith("The sentence encoder needs the file model.onnx, but ", refused.Message, StringComparison.Ordinal);
    }
}

/// <summary>Remembers what it was told, at once (Progress of T would tell later, from a pool).</summary>
internal sealed class Seen<T> : IProgress<T>
{
    public System.Collections.Concurrent.ConcurrentQueue<T> Values { get; } = new();

    public void Report(T value) => Values.Enqueue(value);
}
