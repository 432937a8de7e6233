using Equity.Graph.Posters.Drawing;
using SkiaSharp;

namespace Equity.Graph.Tests.Posters.Drawing;

public class DrawnPosterTests
{
    private static readonly DrawnPoster Poster = new(
        "Ringing two days ahead", "Third Floor, Northgate", [new("The gap", "27 of 100 visits were missed."), new("What we tried", "We ring people."), new("What we learnt", "Ask first.")],
        "Missed visits per 100", [new("Before", 27), new("Now", 13.5), new("Our aim", 0)]);

    [Fact]
    public void The_same_data_give_the_same_pixels() => Assert.Equal(Poster.Draw().Whole.ToArray(), Poster.Draw().Whole.ToArray());

    [Fact]
    public void The_alt_text_says_all_that_is_drawn() => Assert.Equal(
        "A poster with the title “Ringing two days ahead”, by Third Floor, Northgate. A panel “The gap” says: 27 of 100 visits were missed. A panel “What we tried” says: We ring people. "
        + "A panel “What we learnt” says: Ask first. Below them is a bar chart of Missed visits per 100: Before 27, Now 13.5, Our aim 0.", Poster.AltText);

    [Fact]
    public void A_bar_is_as_high_as_its_value_and_the_title_is_written()
    {
        var drawn = Poster.Draw();
        using var picture = SKBitmap.Decode(drawn.Whole.Span);
        Assert.Equal((drawn.Width, drawn.Height), (picture.Width, picture.Height));
        int HeightAt(int x) => Enumerable.Range(0, picture.Height).Count(y => picture.GetPixel(x, y) is { Red: > 150, Green: < 100, Blue: < 30 });
        var step = (picture.Width - 120) / 3;
        var heights = Enumerable.Range(0, 3).Select(i => HeightAt(60 + (i * step) + (step / 3))).ToList();
        Assert.InRange(heights[0], 100, 400);
        Assert.InRange(heights[1], (heights[0] / 2) - 2, (heights[0] / 2) + 2);
        Assert.Equal(0, heights[2]);
        // Light letters on the dark band.
        Assert.Contains(Enumerable.Range(60, 600), x => picture.GetPixel(x, 75) is { Red: > 200, Green: > 200 });
    }
}
