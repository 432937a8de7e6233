using Equity.Graph.Rules;

namespace Equity.Graph.Tests.Rules;

public class NearestTests
{
    private static readonly string[] Names = ["summary", "coProduction", "coProductionPlan", "aim", "asks", "CO_DESIGN"];

    [Theory]
    [InlineData("sumary", "summary")]
    [InlineData("Summary", "summary")]
    [InlineData("co_production", "coProduction")]
    [InlineData("co-design", "CO_DESIGN")]
    [InlineData("ask", "asks")]
    [InlineData("favouriteColour", null)]
    [InlineData("", null)]
    public void A_slip_of_the_finger_is_recognised(string written, string? meant) => Assert.Equal(meant, Nearest.To(written, Names));

    [Fact]
    public void A_very_long_name_is_compared_with_nothing() => Assert.Null(Nearest.To(new string('a', 1_000_000), Names));
}
