using Equity.Graph.Auth.Development;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;

namespace Equity.Graph.Auth;

/// <summary>Whose tokens count.</summary>
internal static class AuthServices
{
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(1);

    /// <summary>Adds sign-in: bearer tokens of the configured issuer; in Development also those of "dotnet user-jwts" and of the token command.</summary>
    public static IServiceCollection AddSignIn(this IServiceCollection services, string dataFolder)
    {
        services.AddOptions<SignInOptions>().BindConfiguration(SignInOptions.Section).ValidateDataAnnotations()
            .Validate<IHostEnvironment>(IsAddress, "Auth:Authority must be an address that begins with https:// (in Development http:// will do).").ValidateOnStart();
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme).Configure<IOptions<SignInOptions>, IHostEnvironment, TimeProvider>(
            (bearer, signIn, environment, time) => Configure(bearer, signIn.Value, environment.IsDevelopment() ? new DevelopmentTokens(dataFolder) : null, time));
        return services.AddSingleton<SignIn>();
    }

    /// <summary>An issuer that cannot be asked for its keys would fail each request, also those without a token.</summary>
    private static bool IsAddress(SignInOptions signIn, IHostEnvironment environment) => string.IsNullOrEmpty(signIn.Authority)
        || (Uri.TryCreate(signIn.Authority, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || (environment.IsDevelopment() && address.Scheme == Uri.UriSchemeHttp)));

    private static void Configure(JwtBearerOptions bearer, SignInOptions signIn, DevelopmentTokens? development, TimeProvider time)
    {
        bearer.MapInboundClaims = false;
        bearer.TimeProvider = time;
        var rules = bearer.TokenValidationParameters;
        rules.ClockSkew = ClockSkew;
        rules.RequireExpirationTime = true;
        rules.RequireSignedTokens = true;
        rules.LifetimeValidator = (notBefore, expires, _, p) =>
            expires > time.GetUtcNow().UtcDateTime - p.ClockSkew && (notBefore is null || notBefore < time.GetUtcNow().UtcDateTime + p.ClockSkew);
        if (signIn.Authority is { Length: > 0 } authority)
        {
            bearer.Authority = authority;
            bearer.RequireHttpsMetadata = development is null;
            rules.ValidAudiences = [.. rules.ValidAudiences ?? [], signIn.Audience];
        }
        development?.Accept(rules);
    }
}
