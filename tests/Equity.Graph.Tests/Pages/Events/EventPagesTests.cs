using System.Net;

namespace Equity.Graph.Tests.Pages.Events;

/// <summary>What the pages of events show to whom.</summary>
public class EventPagesTests(Lived lived) : IClassFixture<Lived>
{
    private const string Coming = "/events/lifeboat-hall-gathering", Over = "/events/corn-hall-gathering";

    [Fact]
    public async Task Events_to_come_stand_before_those_that_are_over()
    {
        using var browser = await PlainBrowser.OpenAsync(lived.Host);
        await browser.GoAsync("/events");
        Assert.Equal(["To come", "Over"], browser.Page.QuerySelectorAll("h2").Select(each => each.TextContent));
        Assert.Equal(["The gathering in the lifeboat hall", "The gathering in the corn hall"], browser.Page.QuerySelectorAll("h3").Select(each => each.TextContent));
        Assert.DoesNotContain("Plan an event", browser.Text, StringComparison.Ordinal);
        await browser.GoAsync("/events?after=nonsense");
        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
    }

    [Theory]
    [InlineData(EquityHost.Visitor, "Sign in to join with your team", "cannot come after all", "Change or call off")]
    [InlineData("tom", "The Tablet Table cannot come after all", "Join with", "Change or call off")]
    [InlineData("grace", "Join with Hear Me First", "Give up the place", "Change or call off")]
    [InlineData("newcomer", "Register your team", "Join with", "Change or call off")]
    [InlineData("lead", "Change or call off this event", "Join with", "Sign in to join")]
    public async Task An_event_offers_each_viewer_what_this_viewer_may_do(string persona, string shown, string hidden, string hiddenToo)
    {
        using var browser = await PlainBrowser.OpenAsync(lived.Host, persona);
        await browser.GoAsync(Coming);
        Assert.Equal("The gathering in the lifeboat hall", browser.Page.QuerySelector("h1")!.TextContent);
        Assert.Contains(shown, browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(hidden, browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(hiddenToo, browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_that_is_over_cannot_be_joined_and_says_what_came_of_it()
    {
        using var browser = await PlainBrowser.OpenAsync(lived.Host, "grace");
        await browser.GoAsync(Over);
        Assert.Contains("Who came", browser.Text, StringComparison.Ordinal);
        Assert.Contains("met for the first time", browser.Text, StringComparison.Ordinal);
        Assert.Empty(browser.Page.QuerySelectorAll("main form"));
    }

    [Theory]
    [InlineData("/events/no-such-event", "There is no event here")]
    [InlineData("/events/no-such-event/cafe", "There is no event here")]
    [InlineData("/events/no-such-event/panel", "There is no event here")]
    [InlineData("/posters/VGVhbTox", "There is no poster here")]
    [InlineData("/posters/nothing", "There is no poster here")]
    public async Task What_is_not_there_is_told_as_a_page(string address, string says)
    {
        using var browser = await PlainBrowser.OpenAsync(lived.Host);
        await browser.GoAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, browser.Status);
        Assert.Contains(says, browser.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/events/new", "tom")]
    [InlineData(Coming + "/edit", "tom")]
    [InlineData("/events/new", "analyst")]
    public async Task Making_and_changing_events_is_for_those_who_run_them(string address, string persona)
    {
        using var browser = await PlainBrowser.OpenAsync(lived.Host, persona);
        await browser.GoAsync(address);
        Assert.Equal(HttpStatusCode.Forbidden, browser.Status);
    }

    [Fact]
    public async Task The_cafe_shows_ones_own_tables_before_all_tables()
    {
        using var browser = await PlainBrowser.OpenAsync(lived.Host, "tom");
        await browser.GoAsync(Over + "/cafe");
        Assert.Equal(["Tables of The Tablet Table", "All tables"], browser.Page.QuerySelectorAll("h2").Select(each => each.TextContent));
        Assert.Equal(3, browser.Page.QuerySelectorAll("table")[0].QuerySelectorAll("tbody tr").Length);
        Assert.Equal(4, browser.Page.QuerySelectorAll("table").Length);
        Assert.Equal(3, browser.Page.QuerySelectorAll("#all b").Count(each => each.TextContent == "The Tablet Table (you)"));
        using var visitor = await PlainBrowser.OpenAsync(lived.Host);
        await visitor.GoAsync(Over + "/cafe");
        Assert.Equal(["All tables"], visitor.Page.QuerySelectorAll("h2").Select(each => each.TextContent));
    }

    [Fact]
    public async Task There_is_a_card_to_print_for_each_team_and_a_sheet_for_each_table()
    {
        using var browser = await PlainBrowser.OpenAsync(lived.Host);
        await browser.GoAsync(Over + "/cafe/print");
        Assert.Equal(19, browser.Page.QuerySelectorAll(".card").Length);
        Assert.Equal(5, browser.Page.QuerySelectorAll(".sheet").Length);
        await browser.GoAsync(Coming + "/cafe/print");
        Assert.Contains("There is nothing to print yet", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_poster_has_its_summary_and_what_is_to_be_seen_beside_its_picture()
    {
        using var browser = await PlainBrowser.OpenAsync(lived.Host);
        await browser.GoAsync(Over + "/posters");
        Assert.Equal(6, browser.Page.QuerySelectorAll(".shown").Length);
        Assert.All(browser.Page.QuerySelectorAll(".shown"), poster =>
        {
            Assert.NotEmpty(poster.QuerySelector(".story")!.TextContent);
            Assert.Equal(poster.QuerySelector("img")!.GetAttribute("alt"), poster.QuerySelector("details p")!.TextContent);
        });
        await browser.GoAsync(browser.Page.QuerySelector(".shown h3 a")!.GetAttribute("href")!);
        Assert.Equal("A voice note instead of a letter", browser.Page.QuerySelector("h1")!.TextContent);
        var big = browser.Page.QuerySelector("figure a")!.GetAttribute("href")!;
        using var picture = await lived.Host.CreateClient().GetAsync(big);
        Assert.StartsWith("image/", picture.Content.Headers.ContentType!.MediaType, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_video_leads_elsewhere_and_says_so_and_its_words_are_here()
    {
        using var browser = await PlainBrowser.OpenAsync(lived.Host);
        await browser.GoAsync(Over + "/posters");
        var link = browser.Page.QuerySelector("a[href^='https://videos.example.org']")!;
        Assert.Equal("noreferrer", link.GetAttribute("rel"));
        Assert.Contains("leads to videos.example.org", browser.Text, StringComparison.Ordinal);
        Assert.NotEmpty(browser.Page.QuerySelector("article details p")!.TextContent);
    }

    [Fact]
    public async Task A_panel_that_is_over_takes_no_questions_and_keeps_its_advice()
    {
        using var browser = await PlainBrowser.OpenAsync(lived.Host, "tom");
        await browser.GoAsync(Over + "/panel");
        Assert.Equal(3, browser.Page.QuerySelectorAll("section[aria-labelledby=advice] li").Length);
        Assert.Equal(7, browser.Page.QuerySelectorAll("#questions .card").Length);
        Assert.Empty(browser.Page.QuerySelectorAll("main form"));
    }
}
