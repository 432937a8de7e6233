using Equity.Graph.Auth;
using Microsoft.Extensions.Options;

namespace Equity.Graph.Mailing;

/// <summary>Mail to people about what waits for them.</summary>
internal static class MailServices
{
    /// <summary>Adds the settings, checked before the server listens, the sender that they name, and the rounds.</summary>
    public static IServiceCollection AddMailing(this IServiceCollection services, string dataFolder)
    {
        services.AddOptions<MailSettings>().BindConfiguration(MailSettings.Section, binder => binder.ErrorOnUnknownConfiguration = true).ValidateDataAnnotations()
            .Validate(settings => settings.IsComplete(), "Mail:Host needs Mail:From (an address) and Mail:PublicAddress (where people find this server, such as https://equity.trust.example).").ValidateOnStart();
        return services
            .AddSingleton(provider => provider.GetRequiredService<IOptions<MailSettings>>().Value)
            .AddSingleton(new SignedLinks(dataFolder))
            .AddSingleton<LetterText>()
            .AddSingleton<INotificationSender>(provider => provider.GetRequiredService<MailSettings>() is { Host.Length: > 0 } ? ActivatorUtilities.CreateInstance<SmtpSender>(provider) : ActivatorUtilities.CreateInstance<LogSender>(provider))
            .AddHostedService<MailRound>();
    }
}
