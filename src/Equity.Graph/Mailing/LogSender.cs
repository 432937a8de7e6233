namespace Equity.Graph.Mailing;

/// <summary>Sends nothing, where no mail server is configured; the log tells what would go out, and to nobody's address.</summary>
internal sealed class LogSender(ILogger<LogSender> logger) : INotificationSender
{
    public Task SendAsync(Letter letter, CancellationToken cancel)
    {
        logger.LogInformation("Would be mailed, if Mail:Host named a server: {Subject}", letter.Subject);
        return Task.CompletedTask;
    }
}
