using System.Security.Claims;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Equity.Graph.Auth.Development;

/// <summary>Tokens that a developer makes for oneself. Their key lies in the data folder and counts in Development only.</summary>
internal sealed class DevelopmentTokens(string dataFolder)
{
    /// <summary>Who vouches for personas.</summary>
    public const string Issuer = "equity-development";

    private const string Audience = "equity-development";
    private static readonly TimeSpan Lasts = TimeSpan.FromHours(12);

    /// <summary>Lets these tokens in.</summary>
    public void Accept(TokenValidationParameters rules)
    {
        rules.ValidIssuers = [.. rules.ValidIssuers ?? [], Issuer];
        rules.ValidAudiences = [.. rules.ValidAudiences ?? [], Audience];
        rules.IssuerSigningKeys = [.. rules.IssuerSigningKeys ?? [], Key()];
    }

    /// <summary>A token for a persona.</summary>
    public string Create(Persona persona, DateTime now) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = Issuer,
        Audience = Audience,
        IssuedAt = now,
        NotBefore = now,
        Expires = now + Lasts,
        Subject = ClaimsOf(persona),
        SigningCredentials = new SigningCredentials(Key(), SecurityAlgorithms.HmacSha256),
    });

    /// <summary>What a token, or a page's cookie, says of a persona.</summary>
    public static ClaimsIdentity ClaimsOf(Persona persona) => new(
        [
            Claim("sub", persona.Name),
            Claim("name", persona.Name),
            .. persona.Roles.Select(role => Claim("role", role.ToString().ToLowerInvariant())),
            .. persona.Programmes.Select(programme => Claim("programme", programme)),
        ], Issuer);

    private static Claim Claim(string type, string value) => new(type, value, ClaimValueTypes.String, Issuer);

    private SymmetricSecurityKey Key() => new(new KeyFile(dataFolder, "development.key").Read()) { KeyId = Issuer };
}
