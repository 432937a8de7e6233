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
        services.AddOptions<SignInOptions>().BindConfiguration(SignInOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme).Configure<IOptions<SignInOptions>, IHostEnvironment, TimeProvider>(
            (bearer, signIn, environment, time) => Configure(bearer, signIn.Value, environment.IsDevelopment() ? new DevelopmentTokens(dataFolder) : null, time));
        return services.AddSingleton<SignIn>();
    }

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
            rules.ValidAudiences = [.. rules.ValidAudiences ?? [], signIn.Audience];
        }
        development?.Accept(rules);
    }
}
