using Microsoft.Playwright;

namespace Equity.Graph.Tests.Pages.InChromium;

/// <summary>What the script adds, where scripts run.</summary>
[Collection(nameof(Chromium))]
public class ComfortTests(Chromium chromium)
{
    [BrowserTheory]
    [InlineData("/find", "our older patients cannot use the video link", ".peers h3", "The Tablet Table")]
    [InlineData("/teams", "Tablet Table", "#results h3:has-text('Tablet Table')", "The Tablet Table")]
    [InlineData("/learning", "late buses", "#results h3", "bus")]
    [InlineData("/inequities", "video links", "#found h3", "video links")]
    public async Task Results_come_while_somebody_types_and_the_address_can_be_kept(string address, string words, string results, string first)
    {
        await using var window = await chromium.OpenAsync();
        await window.Page.GotoAsync(address);
        var field = window.Page.Locator("form[data-live] input[name=q]");
        await field.PressSequentiallyAsync(words);
        await window.Page.WaitForURLAsync(url => url.Contains("q=", StringComparison.Ordinal));
        await Assertions.Expect(window.Page.Locator(results).First).ToContainTextAsync(first, new() { IgnoreCase = true });
        await Assertions.Expect(field).ToBeFocusedAsync();
        await window.Page.ReloadAsync();
        await Assertions.Expect(window.Page.Locator("form[data-live] input[name=q]")).ToHaveValueAsync(words);
    }

    [BrowserFact]
    public async Task A_proposal_shows_on_the_page_that_is_open()
    {
        await using var host = new LivedInHost();
        await host.LiveAsync();
        await using var window = await chromium.OpenAsync("grace", on: host);
        await window.Page.GotoAsync("/my-team");
        await window.Page.EvaluateAsync("() => { window.before = true; }");
        using var ruth = await PlainBrowser.OpenAsync(host, "ruth");
        await ruth.GoAsync("/propose/hear-me-first-maternity");
        await ruth.SendAsync(ruth.Page.Forms.Single(form => form.QuerySelector("input[value=ProposeFriendship]") is not null), ("message", "How do you listen before you plan?"));
        await Assertions.Expect(window.Page.Locator("#waits")).ToContainTextAsync("How do you listen before you plan?");
        Assert.True(await window.Page.EvaluateAsync<bool>("() => window.before"));
    }

    [BrowserFact]
    public async Task A_text_is_copied_by_one_click_which_says_so()
    {
        await using var window = await chromium.OpenAsync();
        await window.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await window.Page.GotoAsync("/insights/metrics/teams");
        var copy = window.Page.Locator("[data-copy]").First;
        await window.Page.Locator("summary", new() { HasText = "Copy for" }).First.ClickAsync();
        await copy.ClickAsync();
        await Assertions.Expect(copy).ToContainTextAsync("Copied");
        var text = await window.Page.Locator($"[id='{await copy.GetAttributeAsync("data-copy")}']").TextContentAsync();
        Assert.Contains("Web.Contents(", text, StringComparison.Ordinal);
        Assert.Equal(text, await window.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()"));
    }

    [BrowserFact]
    public async Task Who_leaves_what_was_typed_is_asked_and_who_sends_it_is_not()
    {
        await using var window = await chromium.OpenAsync("ruth");
        var asked = new List<string>();
        window.Page.Dialog += async (_, dialog) =>
        {
            asked.Add(dialog.Type);
            await dialog.AcceptAsync();
        };
        await window.Page.GotoAsync("/propose/tablet-table-quayside");
        await window.Page.Locator("textarea[name=message]").PressSequentiallyAsync("Ring me on 07700 900123");
        await window.Page.Locator("main form button").Last.ClickAsync();
        await Assertions.Expect(window.Page.Locator(".summary")).ToBeVisibleAsync();
        Assert.Empty(asked);
        await window.Page.Locator("textarea[name=message]").PressSequentiallyAsync("!");
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Teams", Exact = true }).ClickAsync();
        await window.Page.WaitForURLAsync("**/teams");
        Assert.Equal(["beforeunload"], asked);
    }
}
