using Equity.Graph.Calendars;
using Microsoft.Extensions.Options;

namespace Equity.Graph.Friendships;

/// <summary>How long things take between teams, and what happens by itself when they have taken so long.</summary>
internal static class FriendshipServices
{
    /// <summary>Adds the settings, checked before the server listens, and the clock.</summary>
    public static IServiceCollection AddFriendships(this IServiceCollection services)
    {
        services.AddOptions<FriendshipSettings>().BindConfiguration(FriendshipSettings.Section, binder => binder.ErrorOnUnknownConfiguration = true).ValidateDataAnnotations()
            .Validate(settings => settings.AreAllowed(), "Friendships:Programmes has a programme with times outside their range.").ValidateOnStart();
        return services.AddSingleton(provider => provider.GetRequiredService<IOptions<FriendshipSettings>>().Value).AddSingleton<ICalendarSource, CheckInCalendar>().AddHostedService<FriendshipClock>();
    }
}
