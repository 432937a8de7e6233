namespace Equity.Matching.Tests;

public class SearchWordsTests
{
    [Theory]
    [InlineData("The Sha’ban clinics", "the", "shaban", "clinic")]
    [InlineData("Café, 24-hour; ward 6!", "cafe", "24", "hour", "ward", "6")]
    [InlineData("women's babies' carers", "women", "baby", "carer")]
    [InlineData("a \ud800 b … \ud83d\ude00")]
    [InlineData("До лікаря", "до", "лікаря")]
    public void Words_lose_case_accents_apostrophes_and_plurals(string text, params string[] words) => Assert.Equal(words, SearchWords.Of(text));

    [Theory]
    [InlineData("interpretor", "interpreter", 1)]
    [InlineData("recieve", "receive", 1)]
    [InlineData("dialisys", "dialysis", 2)]
    [InlineData("", "abc", 3)]
    [InlineData("same", "same", 0)]
    public void Mistakes_are_counted(string written, string meant, int mistakes) => Assert.Equal(mistakes, Spelling.Mistakes(written, meant));
}
