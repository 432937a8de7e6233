using System.Net;

namespace Equity.Graph.Tests.Pages.Forms;

/// <summary>Where a form leads, wherever it was sent to.</summary>
public class FormAddressTests(EquityHost host) : IClassFixture<EquityHost>
{
    [Fact]
    public async Task What_was_done_leads_on_to_an_address_in_any_script()
    {
        using var browser = await SendAsync("/my-team", ("then", "/find?q=água"));
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.StartsWith("/find?q=%C3%A1gua&", browser.Address, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/teams/%C3%A9")]
    [InlineData("/teams/a%0D%0ASet-Cookie:%20b")]
    [InlineData("/teams/a%3Fb%23c")]
    public async Task What_was_done_leads_back_to_the_same_address_however_it_is_written(string address)
    {
        using var browser = await SendAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, browser.Status);
        Assert.StartsWith(address + "?", browser.Address, StringComparison.Ordinal);
    }

    /// <summary>A form that does something for anybody who has signed in, sent to an address.</summary>
    private async Task<PlainBrowser> SendAsync(string address, params (string Name, string Value)[] typed)
    {
        var browser = await PlainBrowser.OpenAsync(host, "tom");
        await browser.GoAsync("/help");
        var form = browser.Page.Forms.Single(each => each.GetAttribute("action") == "/sign-out");
        form.SetAttribute("action", address);
        await browser.SendAsync(form, [("operation", "MarkNotificationsRead"), .. typed]);
        return browser;
    }
}
