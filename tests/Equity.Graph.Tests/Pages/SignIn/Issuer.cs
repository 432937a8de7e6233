using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Equity.Graph.Tests.Pages.SignIn;

/// <summary>An OpenID Connect issuer on a port of its own, at which ann signs in at once: code flow with PKCE, as the specification has it.</summary>
public sealed class Issuer : IAsyncLifetime, IDisposable
{
    private readonly RSA key = RSA.Create(2048);
    private readonly ConcurrentDictionary<string, (string Nonce, string Challenge, string Return)> codes = new();
    private WebApplication app = null!;

    /// <summary>Its address.</summary>
    public string Address => app.Urls.First();

    /// <summary>What its tokens say beside who she is.</summary>
    public Dictionary<string, object> Claims { get; } = new() { ["name"] = "Ann", ["role"] = "analyst" };

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapGet("/.well-known/openid-configuration", () => new Dictionary<string, object>
        {
            ["issuer"] = Address,
            ["authorization_endpoint"] = $"{Address}/authorize",
            ["token_endpoint"] = $"{Address}/token",
            ["jwks_uri"] = $"{Address}/keys",
            ["response_types_supported"] = new[] { "code" },
        });
        app.MapGet("/keys", () => new { keys = new[] { new { kty = "RSA", use = "sig", kid = "one", alg = "RS256", n = Base64Url.EncodeToString(key.ExportParameters(false).Modulus), e = Base64Url.EncodeToString(key.ExportParameters(false).Exponent) } } });
        app.MapGet("/authorize", Authorize);
        app.MapPost("/token", TokenAsync);
        await app.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await app.DisposeAsync();
        Dispose();
    }

    public void Dispose() => key.Dispose();

    private IResult Authorize(HttpRequest request)
    {
        if (request.Query["client_id"] != "equity-pages" || request.Query["response_type"] != "code" || request.Query["code_challenge_method"] != "S256")
            return Results.BadRequest("Not a request of a page.");
        var code = Convert.ToHexString(RandomNumberGenerator.GetBytes(8));
        var back = request.Query["redirect_uri"].ToString();
        codes[code] = (request.Query["nonce"]!, request.Query["code_challenge"]!, back);
        return Results.Redirect(QueryHelpers.AddQueryString(back, new Dictionary<string, string?> { ["code"] = code, ["state"] = request.Query["state"] }));
    }

    private async Task<IResult> TokenAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        if (!codes.TryRemove(form["code"].ToString(), out var asked) || asked.Return != form["redirect_uri"]
            || Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))) != asked.Challenge)
        {
            return Results.BadRequest(new { error = "invalid_grant" });
        }
        var token = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Address,
            Audience = "equity-pages",
            Expires = DateTime.MaxValue.AddYears(-7000),
            NotBefore = DateTime.UnixEpoch,
            IssuedAt = DateTime.UnixEpoch,
            Claims = Claims.Append(new("sub", "ann")).Append(new("nonce", asked.Nonce)).ToDictionary(),
            SigningCredentials = new SigningCredentials(new RsaSecurityKey(key) { KeyId = "one" }, SecurityAlgorithms.RsaSha256),
        });
        return Results.Json(new { access_token = "opaque", token_type = "Bearer", expires_in = 300, id_token = token });
    }
}
