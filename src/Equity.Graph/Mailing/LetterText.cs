using System.Globalization;
using Equity.Graph.Auth;
using Equity.Graph.Notifications;
using Equity.Graph.Rules;

namespace Equity.Graph.Mailing;

/// <summary>Writes letters. They tell that there is something to read, and where: what teams write to each other, and who they are, stays on the server.</summary>
internal sealed class LetterText(MailSettings settings, SignedLinks links)
{
    /// <summary>What signed links to <see cref="StopEndpoint"/> are for.</summary>
    private const string Purpose = "stop mail";

    /// <summary>A kind in words: FriendshipProposed becomes "friendship proposed".</summary>
    public static string Words(NotificationKind kind) => ContractName.Of(kind).Replace('_', ' ').ToLowerInvariant();

    /// <summary>The letter about a notification.</summary>
    /// <param name="notification">With its person, who has an address.</param>
    /// <param name="at">When it is written.</param>
    public Letter Write(Notification notification, DateTimeOffset at)
    {
        var news = notification.TextWithoutNames();
        var stop = settings.Link($"{StopEndpoint.Path}?token={links.Sign(Purpose, string.Create(CultureInfo.InvariantCulture, $"{notification.PersonId} {notification.Kind}"))}");
        return new Letter(
            notification.Person!.Email!,
            string.Create(CultureInfo.InvariantCulture, $"notification-{notification.Id}-{notification.At.Ticks:x}@{settings.PublicAddress?.Host}"),
            news.Split(". ")[0].TrimEnd('.'),
            Text(news, Words(notification.Kind), settings.Link("/"), stop),
            stop,
            at);
    }

    private static string Text(string news, string kind, string read, string stop) => $"""
        Hello,

        {news}

        Sign in to read more:

        {read}

        You get this mail because you are on a team there. If you want no more mail of this kind ({kind}), say so here; it works without signing in:

        {stop}
        """;

    /// <summary>Who wants no more mail about what, as a link says; null when the link is not ours.</summary>
    public (int Person, NotificationKind Kind)? ReadStop(string? token) =>
        links.Read(Purpose, token)?.Split(' ') is [var person, var kind] && Enum.TryParse<NotificationKind>(kind, out var known) ? (int.Parse(person, CultureInfo.InvariantCulture), known) : null;
}
