using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Equity.Graph.Mailing;

/// <summary>Hands letters to a mail server.</summary>
internal sealed class SmtpSender(MailSettings settings) : INotificationSender
{
    /// <summary>From here on a server's code says no for good.</summary>
    private const int ForGood = 500;

    public async Task SendAsync(Letter letter, CancellationToken cancel)
    {
        using var message = Message(letter);
        using var client = new SmtpClient();
        await client.ConnectAsync(settings.Host!, settings.Port, settings.Security switch
        {
            MailSecurity.None => SecureSocketOptions.None,
            MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
            _ => SecureSocketOptions.StartTls,
        }, cancel);
        if (settings.User is { Length: > 0 } user)
            await client.AuthenticateAsync(user, settings.Password ?? "", cancel);
        try
        {
            await client.SendAsync(message, cancel);
        }
        catch (SmtpCommandException no) when (no.ErrorCode is SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted)
        {
            throw new LetterRefusedException((int)no.StatusCode >= ForGood, no);
        }
        // It has been taken: what goes wrong from here on is no reason to send it again.
        await client.DisconnectAsync(quit: true, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private MimeMessage Message(Letter letter)
    {
        var message = new MimeMessage { Subject = letter.Subject, MessageId = letter.Id, Date = letter.At, Body = new TextPart("plain") { Text = letter.Text } };
        message.From.Add(MailboxAddress.Parse(settings.From!));
        message.To.Add(new MailboxAddress("", letter.To));
        // One click in the reader's mail program is enough (RFC 8058).
        message.Headers.Add(HeaderId.ListUnsubscribe, $"<{letter.StopAddress}>");
        message.Headers.Add(HeaderId.ListUnsubscribePost, StopEndpoint.OneClick);
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        return message;
    }
}
