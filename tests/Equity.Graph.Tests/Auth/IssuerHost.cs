using System.Net.Http.Headers;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Equity.Graph.Tests.Auth;

/// <summary>A host in Production whose tokens come from an issuer elsewhere, as far as its keys are known already.</summary>
public class IssuerHost() : EquityHost(empty: true, environment: "Production")
{
    private const string Issuer = "https://login.example";
    private readonly SymmetricSecurityKey key = new([.. Enumerable.Range(0, 32).Select(i => (byte)i)]) { KeyId = "issuer" };

    protected override Dictionary<string, string?> Settings => new() { ["Auth:Authority"] = Issuer };

    /// <summary>A client with a token of the issuer.</summary>
    /// <param name="claims">What the token says, beside iss, aud and how long it holds; sub is ann unless said.</param>
    public HttpClient ClientWith(params (string Name, object Value)[] claims)
    {
        var now = Clock.GetUtcNow().UtcDateTime;
        var token = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = "equity",
            IssuedAt = now,
            NotBefore = now,
            Expires = now.AddMinutes(5),
            Claims = claims.Prepend(("sub", "ann")).GroupBy(claim => claim.Item1).ToDictionary(claim => claim.Key, claim => claim.Last().Item2),
            SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.HmacSha256),
        });
        var client = CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        var issuer = new OpenIdConnectConfiguration { Issuer = Issuer };
        issuer.SigningKeys.Add(key);
        builder.ConfigureTestServices(services => services.Configure<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme, bearer => bearer.Configuration = issuer));
    }
}
