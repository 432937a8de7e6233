using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Equity.Graph.Tests.Auth;

public class SignInSettingsTests
{
    [Fact]
    public async Task The_roles_that_read_the_schema_are_those_of_the_configuration_and_no_others()
    {
        await using var host = new LeadsReadHost();
        Assert.Equal(HttpStatusCode.OK, await SchemaAsync("lead"));
        Assert.Equal(HttpStatusCode.Forbidden, await SchemaAsync("analyst"));

        async Task<HttpStatusCode> SchemaAsync(string role)
        {
            using var response = await host.ClientWith(("role", role)).GetAsync("/graphql/schema.graphql");
            return response.StatusCode;
        }
    }

    /// <summary>dotnet user-jwts takes the audience from launchSettings.json, and adds both to appsettings.Development.json where they are not.</summary>
    [Fact]
    public async Task Tokens_of_dotnet_user_jwts_count_in_development()
    {
        await using var host = new UserJwtsHost();
        var client = host.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", UserJwtsHost.Token(host.Clock.GetUtcNow().UtcDateTime));
        Assert.Contains("\"person\":\"ann\"", await client.GetStringAsync("/graphql?query={viewer{person}}"), StringComparison.Ordinal);
    }

    private sealed class LeadsReadHost : IssuerHost
    {
        protected override Dictionary<string, string?> Settings => new(base.Settings) { ["Auth:Introspection:0"] = "lead" };
    }

    private sealed class UserJwtsHost() : EquityHost(empty: true)
    {
        private const string Issuer = "dotnet-user-jwts";
        private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

        /// <summary>The user's secrets, as the tool leaves them there.</summary>
        protected override Dictionary<string, string?> Settings => new()
        {
            ["Authentication:Schemes:Bearer:SigningKeys:0:Issuer"] = Issuer,
            ["Authentication:Schemes:Bearer:SigningKeys:0:Value"] = Convert.ToBase64String(Key),
        };

        public static string Token(DateTime now)
        {
            var profiles = JsonDocument.Parse(File.ReadAllText(Repository.Path("src", "Equity.Graph", "Properties", "launchSettings.json"))).RootElement.GetProperty("profiles");
            return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
            {
                Issuer = Issuer,
                Audience = profiles.GetProperty("Equity.Graph").Text("applicationUrl"),
                NotBefore = now,
                Expires = now.AddMinutes(5),
                Claims = new Dictionary<string, object> { ["sub"] = "ann" },
                SigningCredentials = new SigningCredentials(new SymmetricSecurityKey(Key), SecurityAlgorithms.HmacSha256),
            });
        }
    }
}
