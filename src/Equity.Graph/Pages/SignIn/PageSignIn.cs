using System.Security.Claims;
using Equity.Graph.Auth;
using Equity.Graph.Auth.Development;
using Equity.Graph.Pages.Asking;
using Equity.Graph.Pages.Forms;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace Equity.Graph.Pages.SignIn;

/// <summary>
/// Sign-in for pages: OpenID Connect and a cookie, which serves pages only. The graph takes bearer tokens alone, so no other site can
/// have a browser change something in somebody's name.
/// </summary>
internal static class PageSignIn
{
    /// <summary>The cookie's scheme. It is never the default one.</summary>
    public const string Cookie = "pages";

    /// <summary>The issuer's scheme.</summary>
    public const string Issuer = "issuer";

    private static readonly TimeSpan Lasts = TimeSpan.FromHours(8);

    /// <summary>Adds sign-in for pages.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="dataFolder">The data folder: sessions outlast a restart.</param>
    public static IServiceCollection AddPageSignIn(this IServiceCollection services, string dataFolder)
    {
        services.AddDataProtection().SetApplicationName("equity").PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(dataFolder, "page-keys")));
        // The keys lie beside the database, readable by who runs the server, as the other keys do.
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error));
        services.AddAuthentication().AddCookie(Cookie).AddOpenIdConnect(Issuer, _ => { });
        services.AddOptions<CookieAuthenticationOptions>(Cookie).Configure<IHostEnvironment>((cookie, environment) => Configure(cookie, environment.IsDevelopment()));
        services.AddOptions<OpenIdConnectOptions>(Issuer).Configure<IOptions<SignInOptions>, IHostEnvironment>((issuer, signIn, environment) => Configure(issuer, signIn.Value, environment.IsDevelopment()));
        services.AddAntiforgery();
        services.AddOptions<AntiforgeryOptions>().Configure(antiforgery =>
        {
            antiforgery.FormFieldName = FormFields.Token;
            antiforgery.Cookie.Name = "equity-form";
            antiforgery.Cookie.SameSite = SameSiteMode.Strict;
            // Always would fail each page with a form where a proxy ends TLS; the session's own cookie stays as strict.
            antiforgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            antiforgery.SuppressXFrameOptionsHeader = true;
        });
        return services;
    }

    /// <summary>Serves sign-in and sign-out.</summary>
    public static void MapPageSignIn(this IEndpointRouteBuilder routes)
    {
        routes.MapPage<SignInPage>(SignInAddress.Path);
        routes.MapGet(SignInAddress.Issuer, (HttpContext http, string? @return, IOptions<SignInOptions> options) => options.Value.HasPages
            ? Results.Challenge(new AuthenticationProperties { RedirectUri = LocalAddress.Of(@return) }, [Issuer])
            : Results.Redirect(SignInAddress.Path));
        routes.MapPost(SignInAddress.Persona, (Func<HttpContext, IAntiforgery, IHostEnvironment, Task<IResult>>)TakePersonaAsync);
        routes.MapPost(SignInAddress.Out, (Func<HttpContext, IAntiforgery, Task<IResult>>)LeaveAsync);
    }

    /// <summary>Who has signed in to pages. A cookie that counts no more is as good as none.</summary>
    public static async Task<Viewer> PageViewerAsync(this HttpContext http)
    {
        var signIn = http.RequestServices.GetRequiredService<Auth.SignIn>();
        var result = await http.AuthenticateAsync(Cookie);
        if (!result.Succeeded || IsMadeUp(http, result.Principal) || await signIn.ViewerAsync(result.Principal, result.Properties?.ExpiresUtc?.UtcDateTime, http.RequestAborted) is not { } viewer)
            return signIn.Visitor;
        // Forms are tied to who they were shown to.
        http.User = result.Principal;
        return viewer;
    }

    private static async Task<IResult> TakePersonaAsync(HttpContext http, IAntiforgery antiforgery, IHostEnvironment environment)
    {
        await http.PageViewerAsync();
        if (!environment.IsDevelopment() || !await IsOursAsync(antiforgery, http))
            return Results.Redirect(SignInAddress.Path);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (Persona.All.FirstOrDefault(persona => persona.Name == form["as"]) is not { } chosen)
            return Results.Redirect(SignInAddress.Path);
        await http.SignInAsync(Cookie, new ClaimsPrincipal(DevelopmentTokens.ClaimsOf(chosen)));
        return SeeOther(LocalAddress.Of(form[SignInAddress.Return]));
    }

    private static async Task<IResult> LeaveAsync(HttpContext http, IAntiforgery antiforgery)
    {
        await http.PageViewerAsync();
        if (await IsOursAsync(antiforgery, http))
            await http.SignOutAsync(Cookie);
        return SeeOther("/");
    }

    /// <summary>Whether it is a persona where there are none: cookies outlast a change of the environment, as their keys do.</summary>
    private static bool IsMadeUp(HttpContext http, ClaimsPrincipal principal) =>
        principal.HasClaim(claim => claim.Issuer == DevelopmentTokens.Issuer) && !http.RequestServices.GetRequiredService<IHostEnvironment>().IsDevelopment();

    /// <summary>Whether a form is one that a page of ours has shown; what cannot be read as a form is none.</summary>
    private static async Task<bool> IsOursAsync(IAntiforgery antiforgery, HttpContext http)
    {
        try
        {
            return await antiforgery.IsRequestValidAsync(http);
        }
        catch (AntiforgeryValidationException)
        {
            return false;
        }
    }

    private static IResult SeeOther(string address) => new SeeOtherResult(address);

    private static void Configure(CookieAuthenticationOptions cookie, bool isDevelopment)
    {
        cookie.Cookie.Name = "equity";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = Policy(isDevelopment);
        cookie.ExpireTimeSpan = Lasts;
        // Roles come with signing in: who has lost one has it no longer than a session lasts.
        cookie.SlidingExpiration = false;
        cookie.LoginPath = SignInAddress.Path;
    }

    private static void Configure(OpenIdConnectOptions issuer, SignInOptions signIn, bool isDevelopment)
    {
        issuer.SignInScheme = Cookie;
        // Without an issuer nobody is led to one; the options must be whole all the same.
        issuer.Authority = signIn.HasPages ? signIn.Authority : "https://nobody.invalid";
        issuer.ClientId = signIn.HasPages ? signIn.ClientId : "nobody";
        issuer.ClientSecret = signIn.ClientSecret;
        issuer.ResponseType = "code";
        issuer.ResponseMode = "query";
        (issuer.CorrelationCookie.SameSite, issuer.NonceCookie.SameSite) = (SameSiteMode.Lax, SameSiteMode.Lax);
        (issuer.CorrelationCookie.SecurePolicy, issuer.NonceCookie.SecurePolicy) = (Policy(isDevelopment), Policy(isDevelopment));
        issuer.UsePkce = true;
        issuer.MapInboundClaims = false;
        issuer.RequireHttpsMetadata = !isDevelopment;
        issuer.CallbackPath = SignInAddress.Callback;
        issuer.Scope.Add("email");
        issuer.TokenValidationParameters.NameClaimType = signIn.NameClaim;
        // A link that was used twice, or sign-in that was broken off: one begins again, and why is in the log.
        issuer.Events.OnRemoteFailure = context =>
        {
            context.HttpContext.RequestServices.GetRequiredService<ILogger<SignInPage>>().LogWarning(context.Failure, "Somebody came back from the issuer and could not be signed in.");
            context.Response.Redirect(SignInAddress.Path);
            context.HandleResponse();
            return Task.CompletedTask;
        };
    }

    private static CookieSecurePolicy Policy(bool isDevelopment) => isDevelopment ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;

    private sealed class SeeOtherResult(string address) : IResult
    {
        public Task ExecuteAsync(HttpContext http)
        {
            (http.Response.StatusCode, http.Response.Headers.Location) = (StatusCodes.Status303SeeOther, address);
            return Task.CompletedTask;
        }
    }
}
