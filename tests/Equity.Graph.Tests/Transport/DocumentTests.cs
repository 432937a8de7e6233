using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Equity.Graph.Execution;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;

namespace Equity.Graph.Tests.Transport;

/// <summary>Documents that are named instead of sent.</summary>
[Collection(nameof(Community))]
public class DocumentTests(EquityHost host)
{
    [Theory]
    [InlineData("id=WhoTacklesWhat")]
    [InlineData("documentId=WhoTacklesWhat")]
    [InlineData("id=HASH")]
    [InlineData("documentId=sha256:HASH")]
    public async Task A_trusted_document_is_run_by_its_name_or_hash(string address)
    {
        var hash = HashOf(Operations.Text("WhoTacklesWhat"));
        var answer = await host.CreateClient().GetFromJsonAsync<JsonElement>($"/graphql?{address.Replace("HASH", hash, StringComparison.Ordinal)}");
        Assert.NotEmpty(answer.Nodes("data", "teams"));
    }

    [Fact]
    public async Task A_trusted_document_takes_variables_by_post()
    {
        using var response = await host.CreateClient().PostAsJsonAsync("/graphql", new { id = "WhomToCall", variables = new { team = "no-such-team" } });
        Assert.Equal(JsonValueKind.Null, (await response.Content.ReadFromJsonAsync<JsonElement>()).At("data", "team").ValueKind);
    }

    [Fact]
    public async Task An_id_that_no_trusted_document_has_is_refused()
    {
        using var response = await host.CreateClient().GetAsync("/graphql?id=Nothing");
        Assert.Equal((HttpStatusCode.BadRequest, "UNKNOWN_DOCUMENT"), (response.StatusCode, await CodeAsync(response)));
    }

    [Fact]
    public async Task Apollos_clients_send_a_hash_then_the_text_then_only_the_hash()
    {
        const string Query = "query Persisted { teams(first: 1) { nodes { key } } }";
        var client = host.CreateClient();
        var byHash = $"/graphql?extensions={Uri.EscapeDataString($$$"""{"persistedQuery":{"version":1,"sha256Hash":"{{{HashOf(Query)}}}"}}""")}";
        using var unknown = await client.GetAsync(byHash);
        Assert.Equal((HttpStatusCode.OK, "PERSISTED_QUERY_NOT_FOUND"), (unknown.StatusCode, await CodeAsync(unknown)));
        using var registered = await client.PostAsJsonAsync("/graphql", Persisted(Query, HashOf(Query)));
        Assert.Single((await registered.Content.ReadFromJsonAsync<JsonElement>()).Nodes("data", "teams"));
        Assert.Single((await client.GetFromJsonAsync<JsonElement>(byHash)).Nodes("data", "teams"));
    }

    [Fact]
    public async Task A_hash_that_does_not_fit_its_text_is_refused_and_not_registered()
    {
        var hash = HashOf("{ matching { teams } }");
        using var wrong = await host.CreateClient().PostAsJsonAsync("/graphql", Persisted("{ matching { ready } }", hash));
        Assert.Equal((HttpStatusCode.BadRequest, "PERSISTED_QUERY_HASH"), (wrong.StatusCode, await CodeAsync(wrong)));
        using var unknown = await host.CreateClient().PostAsJsonAsync("/graphql", Persisted(null, hash));
        Assert.Equal("PERSISTED_QUERY_NOT_FOUND", await CodeAsync(unknown));
    }

    [Fact]
    public async Task A_server_of_trusted_documents_runs_no_others()
    {
        await using var trusted = new TrustedHost();
        Assert.NotEmpty((await trusted.CreateClient().GetFromJsonAsync<JsonElement>("/graphql?id=WhoTacklesWhat")).Nodes("data", "teams"));
        Assert.NotEmpty((await trusted.RunAsync("WhoTacklesWhat")).Nodes("teams"));
        Assert.Equal("TRUSTED_DOCUMENTS_ONLY", (await trusted.ErrorAsync("{ matching { ready } }")).Code);
        using var persisted = await trusted.CreateClient().PostAsJsonAsync("/graphql", Persisted("{ matching { ready } }", HashOf("{ matching { ready } }")));
        Assert.Equal("TRUSTED_DOCUMENTS_ONLY", await CodeAsync(persisted));
    }

    [Fact]
    public async Task A_document_that_is_known_reads_its_variables_each_time()
    {
        const string Query = "query($n: Int) { teams(first: $n) { nodes { key } } }";
        Assert.Equal(2, (await host.DataAsync(Query, new { n = 2 })).Nodes("teams").Count);
        Assert.Equal(3, (await host.DataAsync(Query, new { n = 3 })).Nodes("teams").Count);
        Assert.Equal("PAGE_SIZE", (await host.ErrorAsync(Query, new { n = 101 })).Code);
        Assert.NotEqual("INTERNAL_ERROR", (await host.ErrorAsync(Query, new { n = "x" })).Code);
    }

    private static object Persisted(string? query, string hash) => new { query, extensions = new { persistedQuery = new { version = 1, sha256Hash = hash } } };

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static async Task<string?> CodeAsync(HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors")[0].At("extensions", "code").GetString();

    private sealed class TrustedHost : EquityHost
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureAppConfiguration((_, settings) => settings.AddInMemoryCollection([new("Graph:TrustedDocumentsOnly", "true")]));
        }
    }
}
