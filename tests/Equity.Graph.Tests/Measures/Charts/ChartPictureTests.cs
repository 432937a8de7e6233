using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Equity.Graph.Measures.Charts;

namespace Equity.Graph.Tests.Measures.Charts;

public class ChartPictureTests
{
    private static readonly ProcessChart Fell = Series.Xmr.Chart(21, 24, 20, 23, 25, 22, 24, 21, 23, 22, 34, 21, null, 15, 14, 16, 13, 15, 12, 14, 13);

    [Fact]
    public void It_is_an_image_with_a_title_and_a_description()
    {
        var svg = Parsed(ChartPicture.Of("Days waited", Fell, "first"));
        Assert.Equal("img", svg.Attribute("role")!.Value);
        Assert.Equal("first-title first-description", svg.Attribute("aria-labelledby")!.Value);
        Assert.Equal(["Days waited", svg.Elements().ElementAt(1).Value], svg.Elements().Take(2).Select(element => element.Value));
        Assert.Equal(["first-title", "first-description"], svg.Elements().Take(2).Select(element => element.Attribute("id")!.Value));
    }

    /// <summary>By hand: the 20 values sum to 392; of the 18 moving ranges, 62 in all, those of 12 and 13 are screened out, which leaves 37 / 16.</summary>
    [Fact]
    public void Its_description_tells_the_verdict_the_numbers_and_the_signals() => Assert.Equal(
        "Days waited fell, which is better: eight months in a row below the average, from February 2024 to September 2024. 21 points from 2023-01 to 2024-09, "
        + "1 of them without a value. Last value: 13 days. Average: 19.6 days. Limits: 13.4 to 25.8 days. Outside the limits: 2023-11, 2024-05, 2024-07, 2024-09. "
        + "2 of 3 close to a limit: 2023-05, 2023-07, 2024-02 to 2024-03, 2024-06, 2024-08. 7 or more on one side of the average: 2023-01 to 2023-12, 2024-02 to 2024-09.",
        Parsed(ChartPicture.Of("Days waited", Fell)).Elements().ElementAt(1).Value);

    [Fact]
    public void Every_text_is_at_least_12_high() =>
        Assert.All(Parsed(ChartPicture.Of("Days waited", Fell)).Descendants().Attributes("font-size"), size => Assert.True((double)size >= 12));

    [Fact]
    public void It_scales_with_where_it_is_shown()
    {
        var svg = Parsed(ChartPicture.Of("Days waited", Fell));
        Assert.Equal((null, null), (svg.Attribute("width"), svg.Attribute("height")));
        Assert.StartsWith("0 0 640 ", svg.Attribute("viewBox")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_gap_interrupts_the_line()
    {
        var line = Parsed(ChartPicture.Of("Days waited", Fell)).Descendants().Attributes("d").Single(path => path.Value.Count(letter => letter == 'L') > 5).Value;
        Assert.Equal((2, 18), (line.Count(letter => letter == 'M'), line.Count(letter => letter == 'L')));
    }

    [Fact]
    public void Signals_have_a_shape_and_a_letter_and_both_are_in_the_key()
    {
        var svg = Parsed(ChartPicture.Of("Days waited", Fell));
        var shapes = svg.Descendants().Where(element => element.Name.LocalName == "polygon").ToList();
        Assert.Equal(20 + 3, shapes.Count);
        Assert.Empty(new[] { "O", "S", "outside the limits", "7 or more on one side of the average" }.Except(Texts(svg)));
    }

    [Fact]
    public void What_people_wrote_is_text_and_nothing_else()
    {
        const string evil = "<script>alert(\"1\")</script>' onload=\"x\" & \u0001]]>";
        var chart = ProcessChart.Of(Series.Of(1, 2, 3), Series.Xmr with { Unit = evil }, evil);
        foreach (var picture in new[] { ChartPicture.Of(evil, chart), ChartPicture.Multiples(evil, [(evil, chart)]) })
        {
            Assert.Equal(["circle", "desc", "path", "rect", "svg", "text", "title"], Parsed(picture).DescendantsAndSelf().Select(element => element.Name.LocalName).Distinct().Order());
            Assert.DoesNotContain(Parsed(picture).DescendantsAndSelf().Attributes(), attribute => attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_long_name_is_wrapped() => Assert.Equal(3, Texts(Parsed(ChartPicture.Of(new string('w', 150), Fell))).Count(text => text.StartsWith('w')));

    [Fact]
    public void Another_culture_gives_the_same_bytes()
    {
        var before = CultureInfo.CurrentCulture;
        var expected = ChartPicture.Of("Days waited", Fell);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ar-SA");
            Assert.Equal(expected, ChartPicture.Of("Days waited", Series.Xmr.Chart([.. Fell.Points.Select(point => point.Value)])));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Coordinates_have_two_decimals_at_most() => Assert.DoesNotMatch(new Regex(@"\.\d{3}"), ChartPicture.Of("Days waited", Fell));

    [Fact]
    public void Parts_of_one_in_percent_are_drawn_as_percentages()
    {
        var chart = ProcessChart.Of(Series.Parts((1, 4), (2, 4), (3, 4)), Series.P with { Unit = "% of visits" }, "Missed");
        Assert.Contains("70", Texts(Parsed(ChartPicture.Of("Missed", chart))));
        Assert.Contains("Last value: 75 % of visits.", ChartPicture.Of("Missed", chart));
    }

    [Fact]
    public void Months_are_written_as_ISO_months() => Assert.Contains("2023-07", Texts(Parsed(ChartPicture.Of("Days waited", Fell))));

    [Fact]
    public void Days_of_one_month_are_written_as_ISO_days()
    {
        var chart = ProcessChart.Of([.. Enumerable.Range(0, 14).Select(i => new ChartValue(Series.Month(0).AddDays(i), i, 1))], Series.Xmr, "Calls");
        Assert.Contains("2023-01-03", Texts(Parsed(ChartPicture.Of("Calls", chart))));
    }

    [Fact]
    public void A_chart_without_points_is_a_picture_too() => Assert.Contains("no known points yet", ChartPicture.Of("Days waited", Series.Xmr.Chart(Array.Empty<double?>())));

    [Fact]
    public void Multiples_share_their_axes_and_name_each_group()
    {
        var svg = Parsed(ChartPicture.Multiples("Days waited", [("Most deprived", Fell), ("Least deprived", Series.Xmr.Chart(5, 6, 7))]));
        Assert.Equal(2, Texts(svg).Count(text => text == "0"));
        Assert.Equal(2, Texts(svg).Count(text => text == "40"));
        Assert.Empty(new[] { "Most deprived", "Least deprived" }.Except(Texts(svg)));
        Assert.Contains("Least deprived: Days waited: three known points", svg.Elements().ElementAt(1).Value);
    }

    [Fact]
    public void A_chart_without_lines_says_so() => Assert.Contains("no average or limits", Texts(Parsed(ChartPicture.Of("Days waited", Series.Xmr.Chart(5, 6, 7)))));

    [Fact]
    public void No_multiples_are_a_picture_too() => Assert.Equal(["Days waited"], Texts(Parsed(ChartPicture.Multiples("Days waited", []))));

    private static XElement Parsed(string picture) => XDocument.Parse(picture).Root!;

    private static IEnumerable<string> Texts(XElement svg) => svg.Descendants().Where(element => element.Name.LocalName == "text").Select(element => element.Value);
}
