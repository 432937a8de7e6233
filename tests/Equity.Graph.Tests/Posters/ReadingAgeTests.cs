using Equity.Graph.Posters;

namespace Equity.Graph.Tests.Posters;

public class ReadingAgeTests
{
    [Theory]
    [InlineData("We rang them. They came. We like it.", 5)]
    [InlineData("We rang people the day before. More of them came, and they told us what had been in their way.", 6)]
    [InlineData("The multidisciplinary implementation of proactive telephonic communication demonstrated a statistically significant amelioration of non-attendance.", 36)]
    public void Long_words_and_sentences_are_read_later(string text, int age) => Assert.Equal(age, ReadingAge.Of(text));

    [Theory]
    [InlineData(null)]
    [InlineData("…")]
    public void No_word_has_no_age(string? text) => Assert.Null(ReadingAge.Of(text));

    [Fact]
    public void A_line_without_a_full_stop_is_a_sentence_too() =>
        Assert.Equal(ReadingAge.Of("What we tried.\nWe rang people on the evening before."), ReadingAge.Of("What we tried\nWe rang people on the evening before"));
}
