using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Equity.Graph.Explorer;

namespace Equity.Graph.Tests.Explorer;

[Collection(nameof(Community))]
public partial class ExplorerTests(EquityHost host)
{
    private const string Browser = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8";

    /// <summary>The page that a browser opens (GraphiQL, where the build had Node) and the plain one.</summary>
    public static TheoryData<string> Pages => ["/graphql", "/graphql/explorer"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_browser_gets_a_page_that_may_load_nothing_from_elsewhere(string address)
    {
        using var response = await GetAsync(address, Browser);
        Assert.Equal("text/html", response.Content.Headers.ContentType!.MediaType);
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self' 'nonce-", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("//", policy, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Everything_the_page_loads_is_served_here_and_kept_for_good(string address)
    {
        var assets = Asset().Matches(await PageAsync(address)).Select(match => match.Groups[1].Value).Where(each => !each.StartsWith("data:", StringComparison.Ordinal)).ToList();
        Assert.Contains(assets, asset => asset.EndsWith(".js", StringComparison.Ordinal));
        Assert.Contains(assets, asset => asset.EndsWith(".css", StringComparison.Ordinal));
        foreach (var asset in assets)
        {
            Assert.StartsWith("/graphql/explorer/", asset, StringComparison.Ordinal);
            using var response = await GetAsync(asset, "*/*");
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal(asset.EndsWith(".js", StringComparison.Ordinal) ? "text/javascript" : "text/css", response.Content.Headers.ContentType!.MediaType);
            Assert.Contains("immutable", response.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_document_of_the_schema_folder_is_offered(string address)
    {
        var listed = JsonDocument.Parse(Documents().Match(await PageAsync(address)).Groups[1].Value).RootElement.EnumerateArray()
            .Select(document => (document.Text("name"), document.Text("text"))).ToList();
        var files = Directory.EnumerateFiles(Repository.Path("schema", "operations"), "*.graphql").Order(StringComparer.Ordinal)
            .Select(file => (Path.GetFileNameWithoutExtension(file), File.ReadAllText(file))).ToList();
        Assert.Equal(files, listed);
    }

    [Fact]
    public async Task The_plain_page_has_an_editor_variables_a_button_and_the_schema()
    {
        var page = await PageAsync("/graphql/explorer");
        Assert.All(["textarea id=\"query\"", "textarea id=\"variables\"", "button id=\"run\"", "details id=\"schema\""], part => Assert.Contains(part, page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Its_nonce_is_a_new_one_each_time()
    {
        Assert.NotEqual(Nonce().Match(await PageAsync("/graphql")).Value, Nonce().Match(await PageAsync("/graphql")).Value);
    }

    [Theory]
    [InlineData("/graphql?query=%7Bmatching%7Bready%7D%7D", Browser)]
    [InlineData("/graphql", "*/*")]
    [InlineData("/graphql", "application/json")]
    [InlineData("/graphql", "application/json, text/html;q=0.9")]
    public async Task Who_sends_a_query_or_prefers_json_gets_json(string address, string accept)
    {
        using var response = await GetAsync(address, accept);
        Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task An_address_of_no_file_is_not_found()
    {
        using var response = await GetAsync("/graphql/explorer/000000000000/graphiql.js", "*/*");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task The_committed_licences_are_those_of_the_bundle()
    {
        if (!ExplorerAssets.HasGraphiQL)
            return; // Built without Node: there is no bundle to have licences.
        var served = await host.CreateClient().GetStringAsync(ExplorerAssets.Address("LICENSES.md"));
        Assert.Equal(await File.ReadAllTextAsync(Repository.Path("src", "Equity.Graph", "Explorer", "LICENSES.md")), served);
    }

    private async Task<string> PageAsync(string address)
    {
        using var response = await GetAsync(address, Browser);
        return await response.Content.ReadAsStringAsync();
    }

    private Task<HttpResponseMessage> GetAsync(string address, string accept)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        return host.CreateClient().SendAsync(request);
    }

    [GeneratedRegex("(?:<script[^>]* src|<link[^>]* href)=\"([^\"]*)\"")]
    private static partial Regex Asset();

    [GeneratedRegex("<script type=\"application/json\" id=\"operations\">(.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex Documents();

    [GeneratedRegex(" nonce=\"[^\"]*\"")]
    private static partial Regex Nonce();
}
