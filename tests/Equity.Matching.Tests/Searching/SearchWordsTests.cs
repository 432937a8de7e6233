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
    [InlineData("DNAs in the ED", true, "missed appointments in the emergency department")]
    [InlineData("Ed and his bsl teacher at A&E", true, "Ed and his British Sign Language teacher at emergency department")]
    [InlineData("CAMHS, dnaX", true, "child and adolescent mental health service, dnaX")]
    [InlineData("BSL", false, "BSL")]
    public void Abbreviations_are_spelled_out_where_they_are_meant(string text, bool which, string spelled) => Assert.Equal(spelled, Abbreviations.Spelled(text, _ => which));

    [Theory]
    [InlineData("interpretor", "interpreter", 1)]
    [InlineData("recieve", "receive", 1)]
    [InlineData("dialisys", "dialysis", 2)]
    [InlineData("", "abc", 3)]
    [InlineData("same", "same", 0)]
    public void Mistakes_are_counted(string written, string meant, int mistakes) => Assert.Equal(mistakes, Spelling.Mistakes(written, meant));
}
