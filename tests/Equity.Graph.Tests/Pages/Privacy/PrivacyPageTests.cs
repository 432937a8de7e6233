using System.Net;

namespace Equity.Graph.Tests.Pages.Privacy;

public class PrivacyPageTests(EquityHost host) : IClassFixture<EquityHost>
{
    [Theory]
    [InlineData("/privacy", "What is kept")]
    [InlineData("/accessibility", "What was not tested yet")]
    [InlineData("/help", "What words mean")]
    public async Task Everybody_reads_what_is_promised(string address, string says)
    {
        using var browser = await PlainBrowser.OpenAsync(host);
        await browser.GoAsync(address);
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.Contains(browser.Page.QuerySelectorAll("h2"), heading => heading.TextContent == says);
        Assert.Empty(browser.Page.QuerySelectorAll("main form"));
    }

    [Fact]
    public async Task What_one_wants_no_mail_about_is_listed_until_it_is_wanted_again()
    {
        using var browser = await PlainBrowser.OpenAsync(host, "amina");
        await browser.GoAsync("/privacy");
        await browser.SendAsync("stop", ("kind", "LEARNING_SHARED"), ("wanted", "false"));
        Assert.NotNull(browser.Page.GetElementById("allow-LEARNING_SHARED"));
        await browser.SendAsync("allow-LEARNING_SHARED", ("wanted", "true"));
        Assert.Null(browser.Page.GetElementById("allow-LEARNING_SHARED"));
        await browser.SendAsync("mail-all", ("wanted", "false"));
        Assert.Contains("You have stopped all mail", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_calendar_that_others_have_got_has_another_address()
    {
        using var browser = await PlainBrowser.OpenAsync(host, "tom");
        await browser.GoAsync("/privacy");
        var before = browser.Page.GetElementById("address")!.TextContent;
        Assert.StartsWith("http://127.0.0.1:", before, StringComparison.Ordinal);
        await browser.GoAsync(before);
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        await browser.GoAsync("/privacy");
        await browser.SendAsync("renew");
        Assert.NotEqual(before, browser.Page.GetElementById("address")!.TextContent);
    }

    [Fact]
    public async Task Who_wants_to_be_forgotten_is()
    {
        await host.PublishAsync("newcomer", "Soon Without Anybody");
        using var browser = await PlainBrowser.OpenAsync(host, "newcomer");
        await browser.GoAsync("/my-team");
        Assert.Equal("Soon Without Anybody", browser.Page.QuerySelector("h1")!.TextContent);
        await browser.GoAsync("/privacy");
        Assert.NotNull(browser.Page.GetElementById("address"));
        await browser.SendAsync("forget");
        Assert.Contains("You are forgotten. Sign out now", browser.Text, StringComparison.Ordinal);
        Assert.Null(browser.Page.GetElementById("address"));
        await browser.GoAsync("/my-team");
        Assert.Equal("My team", browser.Page.QuerySelector("h1")!.TextContent);
    }
}
