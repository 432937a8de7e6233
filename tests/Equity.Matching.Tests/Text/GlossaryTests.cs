namespace Equity.Matching.Tests;

public class GlossaryTests
{
    public static IEnumerable<object[]> Lines => Glossary.Entries.Select(entry => new object[] { entry.Term, entry.Ways.ToArray(), entry.Source });

    [Theory, MemberData(nameof(Lines))]
    public void Every_way_to_say_a_thing_is_compared_as_its_term(string term, string[] ways, string source)
    {
        Assert.NotEmpty(source);
        var plain = Lexicon.Fit([$"What we do about {term}", "gardens and trains"])!;
        foreach (var way in ways)
        {
            Assert.Contains(term, Glossary.Spelled($"More about {way}: what helped?"), StringComparison.Ordinal);
            Assert.DoesNotContain(term, Glossary.Spelled($"More about x{way}x"), StringComparison.Ordinal);
            Assert.InRange(plain.Row($"More about {way}").Cosine(plain.Row($"What we do about {term}")), 0.5, 1);
        }
    }

    [Theory]
    [InlineData("DNAs in the ED", "missed appointments in the emergency department")]
    [InlineData("Ed and his bsl teacher at A&E", "Ed and his British Sign Language teacher at emergency department")]
    [InlineData("CAMHS, dnaX", "child and adolescent mental health service, dnaX")]
    [InlineData("Kids who DIDN’T ATTEND", "Kids (children and young people) who DIDN’T ATTEND (missed appointments)")]
    [InlineData("IMD 1 and IMD 15", "most deprived fifth and deprivation 15")]
    public void An_abbreviation_gives_way_and_a_plain_wording_stays(string text, string spelled) => Assert.Equal(spelled, Glossary.Spelled(text));

    [Fact]
    public void Who_does_not_mean_an_abbreviation_keeps_it() => Assert.Equal("BSL", Glossary.Spelled("BSL", _ => false));

    [Fact]
    public async Task A_quote_is_what_was_written_and_not_its_term()
    {
        var ask = new TeamProfile(1, 0, [new(ProfileField.Ask, 1, "Who has brought down DNAs among kids?")]);
        var offer = new TeamProfile(2, 0, [new(ProfileField.Offer, 2, "We halved missed appointments among children and young people.")]);
        using var matcher = await Model.MatcherOf([ask, offer]);
        var match = Assert.Single(matcher.OffersFor(1, 1));
        Assert.Equal("Who has brought down DNAs among kids?", match.Reasons[0].Ours!.Text);
        Assert.Equal(ReasonKind.TheyOfferWhatWeAsk, match.Reasons[0].Kind);
    }
}
