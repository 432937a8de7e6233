using System.Collections.Frozen;
using System.Net.Mail;
using System.Security.Claims;
using Equity.Graph.Persistence;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Equity.Graph.Auth;

/// <summary>Tells who is asking: reads the token, and what the database knows of the person.</summary>
internal sealed class SignIn(IServiceScopeFactory scopes, IDbContextFactory<EquityDbContext> factory, IOptions<SignInOptions> options)
{
    /// <summary>Parsing an enum would take numbers and sums of names too: an issuer's role "3" is no administrator.</summary>
    private static readonly FrozenDictionary<string, ViewerRole> RolesByName = Enum.GetValues<ViewerRole>().ToFrozenDictionary(role => role.ToString(), StringComparer.OrdinalIgnoreCase);

    /// <summary>Somebody without a token.</summary>
    public Viewer Visitor => options.Value.AnyoneReads ? Viewer.Anyone : Viewer.Stranger;

    /// <summary>The viewer whom a token names.</summary>
    /// <param name="authorization">The Authorization header's value, such as "Bearer eyJ…"; null or empty for a visitor.</param>
    /// <param name="cancel">Stops.</param>
    /// <returns>The viewer; null when the token is not valid.</returns>
    public async Task<Viewer?> ViewerAsync(string? authorization, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(authorization))
            return Visitor;
        await using var scope = scopes.CreateAsyncScope();
        // Headers of requests and tokens of WebSockets are read by the same handler.
        var carrier = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        carrier.Request.Headers.Authorization = authorization;
        var result = await carrier.AuthenticateAsync();
        return result.Succeeded ? await ViewerAsync(result.Principal, result.Properties?.ExpiresUtc?.UtcDateTime, cancel) : null;
    }

    /// <summary>The viewer whom claims name that an issuer vouches for.</summary>
    /// <param name="principal">The claims.</param>
    /// <param name="until">When they end, UTC; null where they do not.</param>
    /// <param name="cancel">Stops.</param>
    /// <returns>The viewer; null when the claims name nobody.</returns>
    public async Task<Viewer?> ViewerAsync(ClaimsPrincipal principal, DateTime? until, CancellationToken cancel) =>
        IdentityOf(principal) is { } identity ? await LookUpAsync(identity, principal, until, cancel) : null;

    /// <summary>The viewer as the database sees the person now: memberships change while a token lasts.</summary>
    public async Task<Viewer> AgainAsync(Viewer viewer, CancellationToken cancel)
    {
        if (viewer.Identity is null)
            return viewer;
        await using var db = await factory.OpenAsync(Viewer.System, cancel);
        return await AgainAsync(db, viewer, cancel);
    }

    /// <summary>The same, as a transaction sees somebody who has signed in: what it writes cannot come after a membership's end.</summary>
    public static async Task<Viewer> AgainAsync(EquityDbContext db, Viewer viewer, CancellationToken cancel)
    {
        var person = await PersonAsync(db, viewer.Identity!, cancel);
        return viewer with { Person = person, Teams = await TeamsAsync(db, person, cancel) };
    }

    private Identity? IdentityOf(ClaimsPrincipal principal)
    {
        var subject = principal.FindFirst(options.Value.SubjectClaim);
        return subject is { Value.Length: > 0 and <= Person.Max, Issuer.Length: <= Person.Max }
            ? new Identity(subject.Issuer, subject.Value, principal.FindFirst(options.Value.NameClaim)?.Value, EmailOf(principal))
            : null;
    }

    /// <summary>The address that the issuer vouches for: anybody can claim another's.</summary>
    private string? EmailOf(ClaimsPrincipal principal) =>
        principal.FindFirst(options.Value.EmailClaim)?.Value is { Length: <= Person.MaxEmail } given
        && string.Equals(principal.FindFirst(options.Value.EmailVerifiedClaim)?.Value, "true", StringComparison.OrdinalIgnoreCase)
        && MailAddress.TryCreate(given, out var address) && address.Address == given ? given : null;

    private async Task<Viewer> LookUpAsync(Identity who, ClaimsPrincipal principal, DateTime? until, CancellationToken cancel)
    {
        var roles = principal.FindAll(options.Value.RoleClaim)
            .Select(claim => RolesByName.TryGetValue(claim.Value, out var role) ? role : (ViewerRole?)null)
            .OfType<ViewerRole>().Distinct().Order().ToList();
        await using var db = await factory.OpenAsync(Viewer.System, cancel);
        var person = await PersonAsync(db, who, cancel);
        return new Viewer
        {
            Identity = who,
            Person = person,
            Roles = roles,
            Teams = await TeamsAsync(db, person, cancel),
            Programmes = roles.Exists(role => role is ViewerRole.Lead or ViewerRole.Coach) ? await ProgrammesAsync(db, principal, cancel) : [],
            Until = until,
            Everything = roles.Contains(ViewerRole.Administrator),
            Community = true,
            Published = true,
        };
    }

    private static async Task<int?> PersonAsync(EquityDbContext db, Identity who, CancellationToken cancel) =>
        await db.People.Where(p => p.Issuer == who.Issuer && p.Subject == who.Subject).Select(p => (int?)p.Id).SingleOrDefaultAsync(cancel);

    /// <summary>A team that was deleted still has its members: they may bring it back.</summary>
    private static async Task<IReadOnlyList<int>> TeamsAsync(EquityDbContext db, int? person, CancellationToken cancel) => person is null
        ? []
        : await db.TeamMembers.IgnoreQueryFilters().Where(member => member.PersonId == person).Select(member => member.TeamId).Distinct().OrderBy(team => team).ToListAsync(cancel);

    private async Task<IReadOnlyList<int>> ProgrammesAsync(EquityDbContext db, ClaimsPrincipal principal, CancellationToken cancel)
    {
        var keys = principal.FindAll(options.Value.ProgrammeClaim).Select(claim => claim.Value).Distinct().ToList();
        return keys.Count == 0 ? [] : await db.Programmes.Where(p => keys.Contains(p.Key)).Select(p => p.Id).OrderBy(id => id).ToListAsync(cancel);
    }
}
