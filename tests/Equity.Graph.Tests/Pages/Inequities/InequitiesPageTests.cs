using System.Globalization;
using System.Net;

namespace Equity.Graph.Tests.Pages.Inequities;

[Collection(nameof(LivedInPages))]
public class InequitiesPageTests(LivedInCommunity host)
{
    [Fact]
    public async Task Every_number_of_the_table_is_in_the_picture_and_leads_to_as_many()
    {
        using var browser = await PlainBrowser.OpenAsync(host);
        await browser.GoAsync("/inequities");
        var numbers = browser.Page.QuerySelectorAll("table td:last-child a").Select(link => (Count: Number(link.TextContent), Address: link.GetAttribute("href")!)).ToList();
        var all = (await host.DataAsync("{ inequities(first: 0) { totalCount } }")).At("inequities", "totalCount").GetInt32();
        Assert.Equal(all, numbers.Sum(number => number.Count));
        Assert.Equal(all, browser.Page.QuerySelectorAll("figure svg text[text-anchor=middle]").Sum(text => int.TryParse(text.TextContent, CultureInfo.InvariantCulture, out var count) ? count : 0));
        await browser.GoAsync(numbers[0].Address);
        Assert.StartsWith($"{numbers[0].Count} ", browser.Page.QuerySelector("#found > p")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_and_filters_narrow_the_list_down_or_say_that_nothing_fits()
    {
        using var browser = await PlainBrowser.OpenAsync(host);
        await browser.GoAsync("/inequities?dimension=ETHNICITY&kind=OUTCOMES&q=blood");
        Assert.Equal(["Black patients’ blood pressure is less often controlled"], browser.Page.QuerySelectorAll("#found h3").Select(title => title.TextContent));
        await browser.GoAsync("/inequities?q=dragons");
        Assert.Contains("Nothing fits", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_inequity_shows_its_measures_and_who_else_tackles_something_like_it_and_why()
    {
        using var browser = await PlainBrowser.OpenAsync(host);
        await browser.GoAsync("/inequities?q=blood+pressure+is+less+often");
        await browser.GoAsync(browser.Page.QuerySelector("#found h3 a")!.GetAttribute("href")!);
        Assert.Contains("Blood pressure under control", browser.Text, StringComparison.Ordinal);
        Assert.NotEmpty(browser.Page.QuerySelectorAll(".peers > li"));
        Assert.All(browser.Page.QuerySelectorAll(".peers > li"), peer => Assert.NotNull(peer.QuerySelector(".reason p")));
        Assert.DoesNotContain("You:", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_inequity_is_not_found()
    {
        using var browser = await PlainBrowser.OpenAsync(host);
        await browser.GoAsync("/inequities/TGVhcm5pbmc6MQ");
        Assert.Equal(HttpStatusCode.NotFound, browser.Status);
    }

    private static int Number(string text) => int.Parse(new string([.. text.TakeWhile(char.IsAsciiDigit)]), CultureInfo.InvariantCulture);
}
