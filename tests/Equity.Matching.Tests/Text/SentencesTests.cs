namespace Equity.Matching.Tests;

public class SentencesTests
{
    [Theory]
    [InlineData("One. Two! Three?", "One.|Two!|Three?")]
    [InlineData("She said “no.” We left.", "She said “no.”|We left.")]
    [InlineData("From 4.5 to 3, e.g. by bus. Then not.", "From 4.5 to 3, e.g. by bus.|Then not.")]
    [InlineData("A line\nanother\r\n\r\nand a third", "A line|another|and a third")]
    [InlineData("  no end  ", "no end")]
    [InlineData("   ", "")]
    [InlineData("...", "...")]
    public void A_text_is_cut_at_the_ends_of_sentences(string text, string expected) => Assert.Equal(expected, string.Join('|', Sentences.Of(text)));

    [Fact]
    public void A_sentence_without_an_end_is_cut_at_a_word()
    {
        var text = string.Join(' ', Enumerable.Repeat("word", 200));
        var sentence = Assert.Single(Sentences.Of(text));
        Assert.InRange(sentence.Length, Sentences.Longest - 10, Sentences.Longest);
        Assert.EndsWith("word", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cut_never_halves_a_character()
    {
        var sentence = Assert.Single(Sentences.Of("x" + string.Concat(Enumerable.Repeat("😀", 400))));
        Assert.False(char.IsHighSurrogate(sentence[^1]));
    }
}
