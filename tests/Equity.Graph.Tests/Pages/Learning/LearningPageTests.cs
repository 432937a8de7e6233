using System.Globalization;
using System.Net;

namespace Equity.Graph.Tests.Pages.Learning;

[Collection(nameof(LivedInPages))]
public class LearningPageTests(LivedInCommunity host)
{
    [Fact]
    public async Task Pages_lead_through_all_learning_and_back()
    {
        using var browser = await PlainBrowser.OpenAsync(host);
        await browser.GoAsync("/learning");
        var (first, seen) = (Titles(browser), new List<string>(Titles(browser)));
        while (browser.Page.QuerySelector("a[rel=next]") is { } next)
        {
            await browser.GoAsync(next.GetAttribute("href")!);
            seen.AddRange(Titles(browser));
        }
        var all = (await host.DataAsync("{ learning(first: 0) { totalCount } }")).At("learning", "totalCount").GetInt32();
        Assert.Equal(all, seen.Count);
        await browser.GoAsync($"/learning?after={Uri.EscapeDataString("12")}&order=thanks");
        Assert.NotNull(browser.Page.QuerySelector("a[rel=prev]"));
        Assert.Equal(12, first.Count);
    }

    [Fact]
    public async Task The_most_thanked_come_first()
    {
        using var browser = await PlainBrowser.OpenAsync(host);
        await browser.GoAsync("/learning?order=thanks");
        var thanks = browser.Page.QuerySelectorAll(".cards .from").Select(from => from.TextContent.Split("thanked ") is [_, var rest] ? int.Parse(rest.Split(' ')[0], CultureInfo.InvariantCulture) : 0).ToList();
        Assert.True(thanks[0] > 0);
        Assert.Equal(thanks.OrderDescending(), thanks);
    }

    [Fact]
    public async Task Words_find_by_meaning_and_filters_narrow_down()
    {
        using var browser = await PlainBrowser.OpenAsync(host);
        await browser.GoAsync("/learning?q=people+miss+their+appointments");
        var found = Titles(browser).Count;
        await browser.GoAsync("/learning?q=people+miss+their+appointments&kind=DID_NOT_WORK");
        Assert.InRange(Titles(browser).Count, 1, found - 1);
        Assert.All(browser.Page.QuerySelectorAll(".card > .tag:first-child"), tag => Assert.Equal("Did not work", tag.TextContent));
    }

    [Fact]
    public async Task Where_nothing_fits_the_filters_can_be_taken_away()
    {
        using var browser = await PlainBrowser.OpenAsync(host);
        await browser.GoAsync("/learning?programme=no-such");
        Assert.Contains("Nothing fits yet", browser.Text, StringComparison.Ordinal);
        await browser.GoAsync(browser.Page.QuerySelector(".empty a")!.GetAttribute("href")!);
        Assert.Equal(12, Titles(browser).Count);
    }

    [Theory]
    [InlineData("/learning/no-such")]
    [InlineData("/learning/TGVhcm5pbmc6OTk5OTk")]
    [InlineData("/learning/VGVhbTox")]
    public async Task What_is_no_learning_is_not_found(string address)
    {
        using var browser = await PlainBrowser.OpenAsync(host);
        await browser.GoAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, browser.Status);
        Assert.Contains("There is no piece of learning here", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_visitor_is_asked_to_sign_in_before_thanking_and_trying()
    {
        using var browser = await PlainBrowser.OpenAsync(host);
        await browser.GoAsync("/learning");
        await browser.GoAsync(browser.Page.QuerySelector(".cards h3 a")!.GetAttribute("href")!);
        Assert.Null(browser.Page.GetElementById("thank"));
        Assert.Null(browser.Page.GetElementById("adopt"));
        Assert.Contains("Sign in to thank them", browser.Text, StringComparison.Ordinal);
    }

    private static List<string> Titles(PlainBrowser browser) => [.. browser.Page.QuerySelectorAll(".cards h3").Select(title => title.TextContent)];

    [Theory]
    [InlineData("after=-1")]
    [InlineData("before=bnVsbA")]
    public async Task A_place_that_the_list_does_not_have_is_said_to_be_none(string place)
    {
        using var browser = await PlainBrowser.OpenAsync(host);
        await browser.GoAsync($"/learning?{place}");
        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
    }
}
