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
        Claims = new Dictionary<string, object>
        {
            ["sub"] = persona.Name,
            ["name"] = persona.Name,
            ["role"] = persona.Roles.Select(role => role.ToString().ToLowerInvariant()).ToArray(),
            ["programme"] = persona.Programmes.ToArray(),
        },
        SigningCredentials = new SigningCredentials(Key(), SecurityAlgorithms.HmacSha256),
    });

    private SymmetricSecurityKey Key() => new(new KeyFile(dataFolder, "development.key").Read()) { KeyId = Issuer };
}
