using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Equity.Graph.Tests.Pages.Home;

[Collection(nameof(Community))]
public partial class HomePageTests(EquityHost host)
{
    [Fact]
    public async Task The_main_page_says_what_is_here()
    {
        var page = WebUtility.HtmlDecode(await host.CreateClient().GetStringAsync("/"));
        Assert.Contains("<dt>Teams</dt><dd>48</dd>", page, StringComparison.Ordinal);
        Assert.Contains("/graphql", page, StringComparison.Ordinal);
        Assert.DoesNotContain("There are no teams yet", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_three_links_each_run_a_query()
    {
        var page = await host.CreateClient().GetStringAsync("/");
        var links = Link().Matches(page).Select(link => WebUtility.HtmlDecode(link.Groups[1].Value)).Where(link => link.Contains("query=", StringComparison.Ordinal)).ToList();
        Assert.Equal(3, links.Count);
        foreach (var link in links)
        {
            var answer = JsonDocument.Parse(await host.CreateClient().GetStringAsync(link)).RootElement;
            Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        }
    }

    [Fact]
    public async Task A_browser_may_load_nothing_from_elsewhere()
    {
        using var response = await host.CreateClient().GetAsync("/");
        Assert.StartsWith("default-src 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        var style = await host.CreateClient().GetAsync("/style.css");
        Assert.Equal("text/css", style.Content.Headers.ContentType!.MediaType);
    }

    [GeneratedRegex("href=\"(/graphql[^\"]*)\"")]
    private static partial Regex Link();
}

public class EmptyHomePageTests(EmptyHost host) : IClassFixture<EmptyHost>
{
    [Fact]
    public async Task Without_teams_the_main_page_says_how_to_bring_them_in()
    {
        Assert.Contains("There are no teams yet", await host.CreateClient().GetStringAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_teams_every_list_is_empty_and_nobody_is_recommended()
    {
        var data = await host.DataAsync("{ teams { totalCount nodes { name } } findPeers(text: \"missed appointments\") { rank } matching { ready teams } }");
        Assert.Equal("""{"teams":{"totalCount":0,"nodes":[]},"findPeers":[],"matching":{"ready":true,"teams":0}}""", data.GetRawText());
    }
}
