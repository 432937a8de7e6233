using System.Numerics.Tensors;
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
    public void A_long_text_is_read_to_its_end_in_pieces_of_whole_sentences()
    {
        var sentences = Enumerable.Range(0, 60).Select(i => $"We rang {i} people on a Tuesday and asked what might get in the way.").ToList();
        var pieces = Words.Pieces(string.Join(' ', sentences));
        Assert.InRange(pieces.Count, 2, 60);
        Assert.All(pieces, piece => Assert.InRange(piece.Length, 3, WordPieces.MaxTokens));
        Assert.All(pieces, piece => Assert.Equal(Words.Ids("way.")[^3..], piece[^3..]));
        Assert.Equal(sentences.SelectMany(sentence => Words.Ids(sentence)[1..^1]), pieces.SelectMany(piece => piece[1..^1]));
    }

    [Fact]
    public void What_a_long_text_says_last_counts()
    {
        var start = string.Concat(Enumerable.Repeat("We rang people on Tuesdays and asked what might get in the way. ", 40));
        var dentist = Model.Encoder.Encode("A dentist for adults with a learning disability.");
        var without = TensorPrimitives.Dot<float>(dentist, Model.Encoder.Encode(start));
        var with = Model.Encoder.Encode(start + string.Concat(Enumerable.Repeat("Dentists are hard to find for adults with a learning disability. ", 40)));
        Assert.InRange(TensorPrimitives.Dot<float>(dentist, with), without + 0.2f, 1);
        Assert.Equal(1, TensorPrimitives.Norm(with), 3);
    }

    [Fact]
    public void A_sentence_without_an_end_is_cut_inside() =>
        Assert.Equal(Enumerable.Repeat(Words.Ids("word")[1], 1000), Words.Pieces(string.Join(' ', Enumerable.Repeat("word", 1000))).SelectMany(piece => piece[1..^1]));

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
    public void Its_id_names_the_folder_and_the_bytes_of_the_model() => Assert.Equal("equity-minilm-l6-15ee65157ca2-pooled", Model.Encoder.ModelId);

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
