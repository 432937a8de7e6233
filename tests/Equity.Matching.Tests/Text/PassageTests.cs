namespace Equity.Matching.Tests;

public class PassageTests
{
    [Fact]
    public void An_inequity_is_encoded_with_its_people_and_quoted_by_its_title()
    {
        var inequity = Passage.Of(Community.Get(Community.Heart)).Single(p => p.View == View.Inequity);
        Assert.Equal("Twice as many missed heart appointments in the poorest streets. New cardiology patients from the most deprived fifth.", inequity.Text);
        Assert.Equal("Twice as many missed heart appointments in the poorest streets", inequity.Quoted);
    }

    [Theory]
    [InlineData("Adults living in Northgate", "Adults")]
    [InlineData("Northgate's men, over 60", "men, over 60")]
    [InlineData("Women in Northgate and beyond", "Women and beyond")]
    [InlineData("Northgaters", "Northgaters")]
    [InlineData("Northgate", "Northgate")]
    public void The_name_of_the_place_is_not_compared(string population, string encoded)
    {
        var team = new TeamProfile(1, 0, [new(ProfileField.Locality, 1, "Northgate"), new(ProfileField.Population, 2, population)]);
        var passage = Assert.Single(Passage.Of(team));
        Assert.Equal((encoded, population), (passage.Text, passage.Quoted));
    }

    [Fact]
    public void Blank_texts_count_as_absent() => Assert.Empty(Passage.Of(new(1, 0, [new(ProfileField.Name, 1, " "), new(ProfileField.Ask, 2, "\n")])));

    [Fact]
    public void The_order_of_the_texts_never_matters()
    {
        var team = Community.Get(Community.Clinic);
        Assert.Equal(Passage.Of(team), Passage.Of(team with { Texts = [.. team.Texts.Reverse()] }));
    }
}
