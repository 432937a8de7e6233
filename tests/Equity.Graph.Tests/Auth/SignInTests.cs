using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Equity.Graph.Tests.Auth;

/// <summary>What is read from an issuer's token.</summary>
public sealed class SignInTests(IssuerHost host) : IClassFixture<IssuerHost>
{
    [Theory]
    [InlineData("lead", "LEAD")]
    [InlineData("Administrator", "ADMINISTRATOR")]
    [InlineData("analyst coach")]
    [InlineData("coach,analyst")]
    [InlineData("lead, coach")]
    [InlineData("3")]
    [InlineData("0")]
    [InlineData("+2")]
    [InlineData("")]
    public async Task A_role_is_a_role_by_its_name_alone(string claim, params string[] roles) => Assert.Equal(roles, await RolesAsync(claim));

    [Fact]
    public async Task A_number_is_no_role() => Assert.Empty(await RolesAsync(3));

    [Fact]
    public async Task A_list_gives_the_roles_that_are_known() => Assert.Equal(["COACH", "ANALYST"], await RolesAsync(new[] { "analyst", "nurse", "coach" }));

    [Theory]
    [InlineData("analyst", true)]
    [InlineData("administrator", true)]
    [InlineData("lead", false)]
    [InlineData("nurse", false)]
    public async Task In_production_the_schema_is_read_by_analysts_and_administrators(string role, bool reads)
    {
        using var client = host.ClientWith(("role", role));
        using var text = await client.GetAsync("/graphql/schema.graphql");
        Assert.Equal(reads ? HttpStatusCode.OK : HttpStatusCode.Forbidden, text.StatusCode);
        Assert.Equal(reads, (await AskAsync(client, "{ __schema { queryType { name } } }")).TryGetProperty("data", out _));
    }

    [Fact]
    public async Task A_schema_that_a_token_let_somebody_read_is_kept_by_nobody()
    {
        using var response = await host.ClientWith(("role", "analyst")).GetAsync("/graphql/schema.graphql");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.False(response.Headers.CacheControl.Public);
        Assert.Null(response.Headers.ETag);
    }

    private async Task<List<string?>> RolesAsync(object claim)
    {
        using var client = host.ClientWith(("role", claim));
        return [.. (await AskAsync(client, "{ viewer { roles } }")).At("data", "viewer", "roles").EnumerateArray().Select(role => role.GetString())];
    }

    private static async Task<JsonElement> AskAsync(HttpClient client, string query)
    {
        using var response = await client.PostAsJsonAsync("/graphql", new { query });
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }
}
