using System.ComponentModel.DataAnnotations;
using MimeKit;

namespace Equity.Graph.Mailing;

/// <summary>Through which server people are mailed. Configuration section "Mail"; without a host nobody is.</summary>
internal sealed class MailSettings
{
    public const string Section = "Mail";

    /// <summary>The mail server's name; without one nothing is sent, and the log tells what would be.</summary>
    public string? Host { get; set; }

    /// <summary>Its port: 1 to 65,535, 587 unless said.</summary>
    [Range(1, 65_535)]
    public int Port { get; set; } = 587;

    /// <summary>How the way to it is secured; STARTTLS unless said.</summary>
    public MailSecurity Security { get; set; }

    /// <summary>Who signs in there; nobody unless said.</summary>
    public string? User { get; set; }

    /// <summary>With what password.</summary>
    public string? Password { get; set; }

    /// <summary>From whom the mails come, such as Equity &lt;equity@trust.example&gt;.</summary>
    public string? From { get; set; }

    /// <summary>Where people find this server, such as https://equity.trust.example; links in mails and calendars begin with it.</summary>
    public Uri? PublicAddress { get; set; }

    /// <summary>What is older is mailed no more, in days: 1 to 90, 3 unless said.</summary>
    [Range(1, 90)]
    public int NewestDays { get; set; } = 3;

    /// <summary>An address of this server, as people reach it.</summary>
    public string Link(string path) => $"{PublicAddress?.AbsoluteUri.TrimEnd('/')}{path}";

    /// <summary>Whether mails can be sent as configured, or none are to be.</summary>
    public bool IsComplete() => string.IsNullOrEmpty(Host) || (MailboxAddress.TryParse(From, out _) && PublicAddress is { IsAbsoluteUri: true, Scheme: "https" or "http" });
}

/// <summary>How the way to a mail server is secured.</summary>
internal enum MailSecurity
{
    /// <summary>TLS, agreed on in the clear.</summary>
    StartTls,
    /// <summary>TLS from the first byte.</summary>
    Tls,
    /// <summary>Not at all: for a server on the same machine.</summary>
    None,
}
