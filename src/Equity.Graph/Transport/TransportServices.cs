using Equity.Graph.Execution.Limits;
using Equity.Graph.Transport.Sockets;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.ResponseCompression;

namespace Equity.Graph.Transport;

/// <summary>Puts the transports together.</summary>
internal static class TransportServices
{
    /// <summary>How long what runs may finish when the server stops.</summary>
    private static readonly TimeSpan LastWait = TimeSpan.FromSeconds(10);

    /// <summary>Adds HTTP, WebSocket and server-sent events.</summary>
    public static IServiceCollection AddTransport(this IServiceCollection services)
    {
        services.AddOptions<CorsSettings>().BindConfiguration("Cors");
        services.AddOptions<CorsOptions>().Configure<Origins>((cors, origins) => cors.AddDefaultPolicy(policy => policy
            .SetIsOriginAllowed(origins.Allow).WithMethods(HttpMethods.Get, HttpMethods.Post, HttpMethods.Put).AllowAnyHeader()
            .WithExposedHeaders("ETag", "Retry-After", RepeatedRequests.ReplayedHeader).SetPreflightMaxAge(TimeSpan.FromHours(1))));
        services.AddCors();
        // Safe over HTTPS too: nothing secret is in an answer beside what its sender wrote. Pages, which a cookie opens and which say what was asked for, are not compressed.
        services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes.Except(["text/html"]), AnswerFormat.ResponseJson, "text/csv"];
        });
        // At once, not one after the other: who works in the background must not be left with no time by who waits for clients.
        services.Configure<HostOptions>(host => (host.ShutdownTimeout, host.ServicesStopConcurrently) = (LastWait, true));
        // A request line that cannot be read would be noted with its text.
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.Server.Kestrel.BadRequests", LogLevel.None));
        return services
            .AddSingleton<IHttpContextFactory, HiddenQueries>()
            .AddSingleton<Origins>().AddSingleton<OpenConnections>()
            .AddSingleton<OperationReader>().AddSingleton<OperationRunner>()
            .AddSingleton<HttpRequests>().AddSingleton<HttpAnswers>().AddSingleton<EventStreams>().AddSingleton<SocketServices>().AddSingleton<SocketEndpoint>()
            .AddSingleton<RepeatedRequests>().AddSingleton<GraphQLEndpoint>().AddSingleton<SchemaEndpoint>();
    }

    /// <summary>What every request passes through.</summary>
    public static void UseTransport(this IApplicationBuilder app) => app
        .Use(next => http => HiddenQueries.ShowAsync(http, next))
        // After queries are shown: who comes back from an issuer brings its answer in one.
        .UseAuthentication()
        .UseResponseCompression()
        .UseCors()
        .UseRates(GraphQLEndpoint.Path)
        .UseWebSockets(new WebSocketOptions { KeepAliveInterval = TimeSpan.FromSeconds(20), KeepAliveTimeout = TimeSpan.FromSeconds(20) });

    /// <summary>Serves the graph and its schema.</summary>
    public static void MapGraphQL(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods(GraphQLEndpoint.Path, [HttpMethods.Get, HttpMethods.Head, HttpMethods.Post, HttpMethods.Connect], (HttpContext http, GraphQLEndpoint graph) => graph.AnswerAsync(http));
        routes.MapMethods(SchemaEndpoint.Path, [HttpMethods.Get, HttpMethods.Head], (HttpContext http, SchemaEndpoint schema) => schema.AnswerAsync(http));
    }
}
