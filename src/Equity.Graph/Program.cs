using Equity.Graph.Auth;
using Equity.Graph.Commands;
using Equity.Graph.Execution;
using Equity.Graph.Pages.Home;
using Equity.Graph.Peers;
using Equity.Graph.Persistence;
using Equity.Graph.Transport;

return await CommandLine.Create(ServeAsync).RunAsync(args);

static async Task<int> ServeAsync(ServeOptions options, CancellationToken cancel)
{
    var migrated = Task.Run(() => Database.MigrateAsync(options.DataFolder, cancel), cancel);
    var builder = WebApplication.CreateBuilder(options.Host);
    builder.WebHost.UseUrls(options.Urls).ConfigureKestrel(server => server.Limits.MaxRequestBodySize = GraphQLEndpoint.MaxBody);
    builder.Services.AddSingleton(TimeProvider.System)
        .AddEquityDatabase(options.DataFolder)
        .AddSignIn(options.DataFolder)
        .AddPeers()
        .AddHostedService<Retention>()
        .AddGraph()
        .AddRazorComponents();

    var app = builder.Build();
    app.MapGraphQL();
    app.MapHome();

    await app.PrepareAsync(migrated, options, cancel);
    app.GreetWhenStarted(options);
    await app.RunAsync(cancel);
    return 0;
}
