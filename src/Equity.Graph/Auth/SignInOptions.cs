using System.ComponentModel.DataAnnotations;

namespace Equity.Graph.Auth;

/// <summary>Whose tokens count, and what is read from them. Configuration section "Auth".</summary>
internal sealed class SignInOptions
{
    public const string Section = "Auth";

    /// <summary>The OpenID Connect issuer's address, such as https://login.example/realms/nhs; without one only Development's own tokens count.</summary>
    public string? Authority { get; set; }

    /// <summary>Whom its tokens must be meant for.</summary>
    public string Audience { get; set; } = "equity";

    /// <summary>The name under which the issuer knows this server, so that people sign in to pages; without one pages are read, and written over the graph alone.</summary>
    public string? ClientId { get; set; }

    /// <summary>The secret that goes with <see cref="ClientId"/>; none for a public client.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>Whether people sign in to pages with the issuer.</summary>
    public bool HasPages => !string.IsNullOrEmpty(Authority) && !string.IsNullOrEmpty(ClientId);

    /// <summary>The claim that names the person.</summary>
    [Required]
    public string SubjectClaim { get; set; } = "sub";

    /// <summary>The claim to call the person by.</summary>
    [Required]
    public string NameClaim { get; set; } = "name";

    /// <summary>The claim that says where the person is mailed.</summary>
    [Required]
    public string EmailClaim { get; set; } = "email";

    /// <summary>The claim that says whether the issuer has verified that the address is the person's: without "true" it does not count.</summary>
    [Required]
    public string EmailVerifiedClaim { get; set; } = "email_verified";

    /// <summary>The claim that lists roles: lead, coach, analyst, administrator.</summary>
    [Required]
    public string RoleClaim { get; set; } = "role";

    /// <summary>The claim that lists the keys of the programmes that a lead or coach is responsible for.</summary>
    [Required]
    public string ProgrammeClaim { get; set; } = "programme";

    /// <summary>Whether visitors without a token read what is published.</summary>
    public bool AnyoneReads { get; set; } = true;

    /// <summary>Who may read the schema by introspection in Production; analysts and administrators unless said. In Development everybody may.</summary>
    /// <remarks>Null by default, because what is configured is added to a list that has something in it.</remarks>
    public IReadOnlyList<ViewerRole>? Introspection { get; set; }
}
