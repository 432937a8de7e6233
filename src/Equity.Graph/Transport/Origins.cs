using Microsoft.Extensions.Options;

namespace Equity.Graph.Transport;

/// <summary>Which web pages of other origins may use the graph. Configuration section "Cors".</summary>
internal sealed class CorsSettings
{
    /// <summary>The origins, such as https://reports.example; none unless configured. In Development all of this machine may.</summary>
    public string[] Origins { get; set; } = [];
}

/// <summary>Tells which origins may use the graph.</summary>
internal sealed class Origins(IOptions<CorsSettings> settings, IHostEnvironment environment)
{
    /// <summary>Whether pages of another origin may.</summary>
    public bool Allow(string origin) =>
        settings.Value.Origins.Contains(origin, StringComparer.OrdinalIgnoreCase)
        || (environment.IsDevelopment() && Uri.TryCreate(origin, UriKind.Absolute, out var address) && address.IsLoopback);

    /// <summary>Whether a WebSocket may be opened: browsers ask no leave for that, they only say for which page it is.</summary>
    public bool Allow(HttpRequest request) => request.Headers.Origin switch
    {
        [] => true,
        [{ } origin] => Allow(origin) || (Uri.TryCreate(origin, UriKind.Absolute, out var address) && address.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase)),
        _ => false,
    };
}
