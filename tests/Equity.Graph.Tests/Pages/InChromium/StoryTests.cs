using Microsoft.Playwright;

namespace Equity.Graph.Tests.Pages.InChromium;

/// <summary>What people come for, done as they do it.</summary>
[Collection(nameof(Chromium))]
public class StoryTests(Chromium chromium)
{
    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_team_lead_who_has_never_been_here_finds_a_peer_and_proposes_a_friendship_in_five_clicks(bool scripts)
    {
        await using var host = new LivedInHost();
        await host.LiveAsync();
        await using var window = await chromium.OpenAsync(on: host, scripts: scripts);
        var clicks = 0;
        await window.Page.GotoAsync("/");
        await ClickAsync(window.Page.GetByRole(AriaRole.Link, new() { Name = "Sign in" }));
        await ClickAsync(window.Page.GetByRole(AriaRole.Button, new() { Name = "who leads The Log Pile Callers" }));
        await window.Page.GetByLabel("What do you need help with?").FillAsync("our older patients cannot use the video link");
        await ClickAsync(window.Page.GetByRole(AriaRole.Button, new() { Name = "Find a peer" }));
        Assert.Equal("The Tablet Table", await window.Page.Locator(".peers h3").First.TextContentAsync());
        await ClickAsync(window.Page.GetByRole(AriaRole.Link, new() { Name = "Propose a friendship" }).First);
        await ClickAsync(window.Page.Locator("main form button").Last);
        Assert.Equal(5, clicks);
        Assert.Contains("You have asked them", await window.Page.Locator("[role=status]").First.TextContentAsync(), StringComparison.Ordinal);
        var friendships = (await host.DataAsync("{ team(key: \"log-pile-callers\") { friendships(first: 5) { nodes { status message to { key } } } } }", null, "ruth")).Nodes("team", "friendships");
        Assert.Equal(("PROPOSED", "tablet-table-quayside"), (Assert.Single(friendships).Text("status"), friendships[0].At("to").Text("key")));
        Assert.Contains("our older patients cannot use the video link", friendships[0].Text("message"), StringComparison.Ordinal);

        async Task ClickAsync(ILocator what)
        {
            await what.ClickAsync();
            clicks++;
        }
    }
}
