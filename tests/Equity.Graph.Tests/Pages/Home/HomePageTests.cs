namespace Equity.Graph.Tests.Pages.Home;

[Collection(nameof(Community))]
public class HomePageTests(EquityHost host)
{
    [Fact]
    public async Task The_main_page_says_what_is_here_and_how_much()
    {
        using var browser = await PlainBrowser.OpenAsync(host);
        await browser.GoAsync("/");
        Assert.Contains("find a friend to call on", browser.Text, StringComparison.Ordinal);
        Assert.Equal("48", browser.Page.QuerySelectorAll(".numbers div").Single(each => each.QuerySelector("dt")!.TextContent == "Teams").QuerySelector("dd")!.TextContent);
        Assert.Equal(4, browser.Page.QuerySelectorAll(".cards .card").Length);
    }

    [Fact]
    public async Task Its_box_leads_to_teams_to_call_on()
    {
        await host.SettledAsync();
        using var browser = await PlainBrowser.OpenAsync(host);
        await browser.GoAsync("/");
        await browser.SendAsync(browser.Page.Forms.Single(form => form.GetAttribute("role") == "search"), ("q", "our older patients cannot use the video link"));
        Assert.StartsWith("/find?q=our", browser.Address, StringComparison.Ordinal);
        Assert.Equal("The Tablet Table", browser.Page.QuerySelector(".peers h3")!.TextContent);
    }
}

public class EmptyHomePageTests(EmptyHost host) : IClassFixture<EmptyHost>
{
    [Fact]
    public async Task Without_teams_the_main_page_says_how_to_bring_them_in()
    {
        using var browser = await PlainBrowser.OpenAsync(host);
        await browser.GoAsync("/");
        Assert.Contains("There are no teams yet", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_teams_every_list_is_empty_and_nobody_is_recommended()
    {
        var data = await host.DataAsync("{ teams { totalCount nodes { name } } findPeers(text: \"missed appointments\") { rank } matching { ready teams } }");
        Assert.Equal("""{"teams":{"totalCount":0,"nodes":[]},"findPeers":[],"matching":{"ready":true,"teams":0}}""", data.GetRawText());
    }
}
