namespace Equity.Matching.Tests;

public class LexiconTests
{
    private static readonly string[] Texts = ["missed bus appointments", "interpreter for the clinic", "dentist and needles", "missed clinic"];

    [Fact]
    public void Two_fits_on_the_same_texts_give_the_same_rows()
    {
        var one = Texts.Select(Lexicon.Fit(Texts)!.Row).ToList();
        var two = Texts.Select(Lexicon.Fit(Texts)!.Row).ToList();
        for (var i = 0; i < Texts.Length; i++) Assert.Equal(one[0].Cosine(one[i]), two[0].Cosine(two[i]));
    }

    [Fact]
    public void A_text_is_most_like_itself_and_shares_rare_words()
    {
        var rows = Texts.Select(Lexicon.Fit(Texts)!.Row).ToList();
        Assert.Equal(1, rows[0].Cosine(rows[0]), 6);
        Assert.InRange(rows[0].Cosine(rows[3]), 0.01, 0.99);
        Assert.True(rows[0].Cosine(rows[3]) > rows[0].Cosine(rows[2]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("ψψψ ЖЖЖ 12345")]
    public void A_text_without_a_known_word_is_like_nothing(string text)
    {
        var lexicon = Lexicon.Fit(Texts)!;
        var row = lexicon.Row(text);
        Assert.All(Texts.Select(lexicon.Row), r => Assert.Equal(0, row.Cosine(r)));
    }

    [Fact]
    public void Nothing_can_be_fitted_on_no_words() => Assert.Null(Lexicon.Fit(["", "12 %"]));
}
