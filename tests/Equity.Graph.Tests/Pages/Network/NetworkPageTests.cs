using System.Net;
using System.Text;
using AngleSharp.Html.Parser;
using Equity.Graph.Pages.Network;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Equity.Graph.Tests.Pages.Network;

[Collection(nameof(LivedInPages))]
public class NetworkPageTests(LivedInCommunity host)
{
    [Fact]
    public async Task A_visitor_is_asked_to_sign_in()
    {
        using var browser = await PlainBrowser.OpenAsync(host);
        await browser.GoAsync("/network?team=tablet-table-quayside");
        Assert.Contains("Sign in to see who is connected", browser.Text, StringComparison.Ordinal);
        Assert.Null(browser.Page.QuerySelector("table"));
    }

    [Fact]
    public async Task The_picture_names_every_team_and_the_table_says_the_same()
    {
        using var browser = await PlainBrowser.OpenAsync(host, "lead");
        await browser.GoAsync("/network");
        Assert.Equal(48, browser.Page.QuerySelectorAll("svg.network text").Length);
        Assert.Equal(48, browser.Page.QuerySelector(".dots")!.GetAttribute("d")!.Count(letter => letter == 'M'));
        var (friends, proposed) = (Lines(browser, ".friends"), Lines(browser, ".proposed"));
        Assert.True(friends > 0 && proposed > 0);
        Assert.Equal(2 * friends, Named(browser, 2));
        Assert.Equal(2 * proposed, Named(browser, 3));
    }

    [Fact]
    public async Task Around_a_team_are_its_friends_and_theirs()
    {
        using var browser = await PlainBrowser.OpenAsync(host, "tom");
        await browser.GoAsync("/network?team=tablet-table-quayside");
        Assert.Equal("Around The Tablet Table", browser.Page.QuerySelector("h1")!.TextContent);
        Assert.Contains("Lifeboat Hall Lungs", browser.Text, StringComparison.Ordinal);
        Assert.InRange(browser.Page.QuerySelectorAll("tbody tr").Length, 2, 20);
        await browser.GoAsync("/network?team=no-such");
        Assert.Equal(HttpStatusCode.NotFound, browser.Status);
    }

    [Fact]
    public async Task A_place_without_teams_leaves_the_way_back()
    {
        using var browser = await PlainBrowser.OpenAsync(host, "tom");
        await browser.GoAsync("/network?locality=Nowhere");
        await browser.GoAsync(browser.Page.QuerySelector(".empty a")!.GetAttribute("href")!);
        Assert.Equal("/network", browser.Address);
    }

    [Fact]
    public async Task Four_hundred_teams_are_drawn_the_same_twice_and_stay_small()
    {
        var first = await DrawAsync(Large(400));
        Assert.Equal(first, await DrawAsync(Large(400)));
        Assert.InRange(Encoding.UTF8.GetByteCount(first), 10_000, 50_000);
        var names = new HtmlParser().ParseDocument(first).QuerySelectorAll("svg text").Select(name => name.TextContent).ToList();
        Assert.Equal(20, names.Count);
        Assert.Contains("Place 7 (20)", names);
    }

    private static NetworkWhole Large(int teams) => new(
        [.. Enumerable.Range(0, teams).Select(team => new NetworkTeam($"team-{team}", $"The team number {team} of many", $"Place {team % 20}", null))],
        [.. Enumerable.Range(0, teams * 3 / 2).Select(pair => new NetworkFriendship(pair % 5 == 0 ? "PROPOSED" : "ACCEPTED", new($"team-{pair % teams}"), new($"team-{((pair * 37) + 11) % teams}")))]);

    private static async Task<string> DrawAsync(NetworkWhole network)
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        Func<NetworkTeam, bool> fits = _ => true;
        var parameters = new Dictionary<string, object?> { ["Network"] = network, ["Fits"] = fits };
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<NetworkPicture>(ParameterView.FromDictionary(new Dictionary<string, object?>(parameters) { ["Title"] = "All teams" }))).ToHtmlString()
            + (await renderer.RenderComponentAsync<NetworkTable>(ParameterView.FromDictionary(new Dictionary<string, object?>(parameters) { ["Teams"] = network.Teams.Take(40).ToList() }))).ToHtmlString());
    }

    private static int Lines(PlainBrowser browser, string kind) => browser.Page.QuerySelector(kind)!.GetAttribute("d")!.Count(letter => letter == 'M');

    private static int Named(PlainBrowser browser, int column) => browser.Page.QuerySelectorAll("tbody tr").Select(row => row.Children[column].TextContent).Where(names => names != "–").Sum(names => names.Split(" · ").Length);
}
