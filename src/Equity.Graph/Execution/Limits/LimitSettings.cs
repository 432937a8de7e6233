using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace Equity.Graph.Execution.Limits;

/// <summary>Reads the limits from configuration.</summary>
internal static class LimitSettings
{
    /// <summary>Adds the limits, checked before the server listens.</summary>
    public static IServiceCollection AddLimits(this IServiceCollection services)
    {
        services.AddOptions<EquityLimits>().Configure<IConfiguration>(Read).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<KestrelServerOptions>().Configure<EquityLimits>((server, limits) => server.Limits.MaxRequestBodySize = limits.BodyBytes);
        return services
            .AddSingleton(provider => provider.GetRequiredService<IOptions<EquityLimits>>().Value)
            .AddSingleton<RequestRates>();
    }

    /// <summary>What is written where no number belongs, or under a name that no limit has, must not pass for a limit that holds.</summary>
    private static void Read(EquityLimits limits, IConfiguration configuration)
    {
        var section = configuration.GetSection(EquityLimits.Section);
        var known = typeof(EquityLimits).GetProperties().Select(limit => limit.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var problems = section.GetChildren()
            .Select(setting => !known.Contains(setting.Key) ? $"There is no limit {setting.Path}."
                : !int.TryParse(setting.Value, out _) ? $"{setting.Path} is \"{setting.Value}\"; it must be a whole number." : null)
            .OfType<string>().ToList();
        if (problems.Count > 0)
            throw new OptionsValidationException(EquityLimits.Section, typeof(EquityLimits), problems);
        section.Bind(limits);
    }
}
