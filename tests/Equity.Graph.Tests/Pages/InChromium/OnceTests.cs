using Microsoft.Playwright;

namespace Equity.Graph.Tests.Pages.InChromium;

/// <summary>A second click, the back button, and a page that was open for long.</summary>
[Collection(nameof(Chromium))]
public class OnceTests(Chromium chromium)
{
    [BrowserFact]
    public async Task Two_clicks_propose_once()
    {
        await using var host = new LivedInHost();
        await host.LiveAsync();
        await using var window = await chromium.OpenAsync("ruth", on: host, scripts: false);
        await window.Page.GotoAsync("/propose/tablet-table-quayside?about=the+link");
        await window.Page.Locator("main form button").Last.DblClickAsync();
        await Assertions.Expect(window.Page.Locator("p.said")).ToContainTextAsync("You have asked them");
        Assert.Single((await host.DataAsync("{ team(key: \"log-pile-callers\") { friendships(first: 5) { nodes { id } } } }", null, "ruth")).Nodes("team", "friendships"));
    }

    [Fact]
    public async Task Who_goes_back_and_sends_again_is_answered_as_the_first_time()
    {
        await using var host = new LivedInHost();
        await host.LiveAsync();
        using var browser = await PlainBrowser.OpenAsync(host, "ruth");
        await browser.GoAsync("/propose/tablet-table-quayside?about=the+link");
        var form = browser.Page.Forms.Single(each => each.QuerySelector("input[value=ProposeFriendship]") is not null);
        await browser.SendAsync(form);
        Assert.Contains("done=ProposeFriendship", browser.Address, StringComparison.Ordinal);
        await browser.SendAsync(form);
        Assert.Contains("done=ProposeFriendship", browser.Address, StringComparison.Ordinal);
        await browser.SendAsync(form, ("message", "Other words"));
        Assert.Contains("There is something to put right", browser.Text, StringComparison.Ordinal);
        Assert.Single((await host.DataAsync("{ team(key: \"log-pile-callers\") { friendships(first: 5) { nodes { id } } } }", null, "ruth")).Nodes("team", "friendships"));
    }

    [BrowserFact]
    public async Task Back_from_a_refused_form_the_words_are_still_there()
    {
        await using var window = await chromium.OpenAsync("ruth");
        await window.Page.GotoAsync("/propose/tablet-table-quayside");
        await window.Page.FillAsync("textarea[name=message]", "Ring me on 07700 900123");
        await window.Page.Locator("main form button").Last.ClickAsync();
        await Assertions.Expect(window.Page.Locator(".summary")).ToBeFocusedAsync();
        Assert.Equal("Ring me on 07700 900123", await window.Page.InputValueAsync("textarea[name=message]"));
        await window.Page.ClickAsync(".summary a");
        await Assertions.Expect(window.Page.Locator("textarea[name=message]")).ToBeFocusedAsync();
    }
}
