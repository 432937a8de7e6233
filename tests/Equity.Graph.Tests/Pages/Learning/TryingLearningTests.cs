using System.Net;

namespace Equity.Graph.Tests.Pages.Learning;

public class TryingLearningTests(EquityHost host) : IClassFixture<EquityHost>
{
    [Fact]
    public async Task Thanks_are_given_once_and_taken_back()
    {
        var address = await OfOthersAsync("hear-me-first-maternity");
        using var browser = await PlainBrowser.OpenAsync(host, "amina");
        await browser.GoAsync(address);
        await browser.SendAsync("thank");
        Assert.Contains("You have thanked them", browser.Text, StringComparison.Ordinal);
        Assert.Contains("by you too", browser.Text, StringComparison.Ordinal);
        await browser.SendAsync("thank");
        Assert.Contains("Your thanks are taken back", browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("by you too", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ones_own_learning_is_neither_thanked_nor_tried()
    {
        using var browser = await PlainBrowser.OpenAsync(host, "tom");
        await browser.GoAsync(await OfOthersAsync("tablet-table-quayside"));
        Assert.Null(browser.Page.GetElementById("thank"));
        Assert.Null(browser.Page.GetElementById("adopt"));
    }

    [Fact]
    public async Task A_personal_note_is_refused_and_kept()
    {
        using var browser = await PlainBrowser.OpenAsync(host, "tom");
        await browser.GoAsync(await OfOthersAsync("letters-we-can-read"));
        await browser.SendAsync("adopt", ("note", "Ring me on 07700 900123"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.NotNull(browser.Page.QuerySelector("#adopt .error"));
        Assert.Equal("Ring me on 07700 900123", browser.Page.GetElementById("adopt-note")!.TextContent);
        await browser.SendAsync("adopt", ("note", new string('a', 2_001)));
        Assert.Contains("2,000", browser.Page.QuerySelector("#adopt .error")!.TextContent.Replace("2000", "2,000", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_tried_and_what_became_of_it_is_told_in_the_picture_and_in_the_list()
    {
        var address = await OfOthersAsync("hear-me-first-maternity");
        using var browser = await PlainBrowser.OpenAsync(host, "tom");
        await browser.GoAsync(address);
        await browser.SendAsync("adopt", ("note", "With a phone call first"));
        Assert.Contains("The Tablet Table is trying it", browser.Text, StringComparison.Ordinal);
        Assert.Null(browser.Page.GetElementById("adopt"));

        using var other = await PlainBrowser.OpenAsync(host, "amina");
        await other.GoAsync(address);
        await browser.SendAsync("outcome-tablet-table-quayside", ("outcome", "ADAPTED"), ("whatHappened", "It took two calls"));
        Assert.Contains("The Tablet Table tried it, and does it in its own way", browser.Text, StringComparison.Ordinal);
        Assert.Contains("does it in its own way", browser.Page.QuerySelector("svg.whole")!.TextContent, StringComparison.Ordinal);

        await other.SendAsync("outcome-tablet-table-quayside", ("outcome", "ABANDONED"), ("whatHappened", "It was too much"));
        Assert.Equal(HttpStatusCode.Conflict, other.Status);
        Assert.Equal("It was too much", other.Page.GetElementById("outcome-tablet-table-quayside-whatHappened")!.TextContent);
        Assert.Contains("It took two calls", other.Page.QuerySelector(".now")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_outcome_must_be_chosen()
    {
        using var browser = await PlainBrowser.OpenAsync(host, "grace");
        await browser.GoAsync(await OfOthersAsync("tablet-table-quayside"));
        await browser.SendAsync("adopt");
        await browser.SendAsync("outcome-hear-me-first-maternity", ("whatHappened", "Much"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Equal("What became of it must be chosen or filled in.", browser.Page.QuerySelector("#outcome-hear-me-first-maternity-outcome .error span")!.TextContent);
        Assert.Equal("Much", browser.Page.GetElementById("outcome-hear-me-first-maternity-whatHappened")!.TextContent);
    }

    /// <summary>The page of a team's newest learning.</summary>
    private async Task<string> OfOthersAsync(string team)
    {
        var learning = (await host.DataAsync("query($key: String!) { team(key: $key) { learning(first: 1) { nodes { id } } } }", new { key = team })).At("team", "learning", "nodes");
        return $"/learning/{learning[0].Text("id")}";
    }
}
